import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import {
  checkCalls, isOwing, isTaskMissing, PART_TEXT_LIMIT, type DepartmentRow, type TicketView,
} from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { QuotedTicket } from '@/features/inbox/quoted-ticket'
import { callDepartments, fetchDepartments } from '@/features/tickets/parts'
import { useTicket } from '@/features/tickets/use-ticket'
import { useDraft } from '@/platform/draft'
import { useMe } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/toggle'
import styles from './whistle.module.scss'

/** What is asked of each department, by its id; not in it: it is not called. */
interface Calls {
  readonly tasks: { readonly [unitId: string]: string }
}

/** Which departments are to come, and each for what. */
export default function WhistlePage() {
  const id = useRouter().params['id'] ?? null
  const ticket = useTicket(id)
  const me = useMe()
  const list = useLoad(me === null ? null : `departments/${me.accountId}`, fetchDepartments)
  if (me !== null && ticket.data !== null && list.data !== null) {
    return <WhistleForm ticket={ticket.data} departments={list.data.departments} />
  }
  return (
    <Page title='叫部门来'>
      <SignedIn>
        {() => (
          <LoadedView loaded={ticket}>{() => <LoadedView loaded={list}>{() => null}</LoadedView>}</LoadedView>
        )}
      </SignedIn>
    </Page>
  )
}

interface FormProps {
  readonly ticket: TicketView
  readonly departments: readonly DepartmentRow[]
}

function WhistleForm({ ticket, departments }: FormProps) {
  const draft = useDraft<Calls>(`whistle:${ticket.id}`, { tasks: {} })
  const { tasks } = draft.value
  const { isBusy, fault, complain, forget, run } = useAct({ isLast: true })
  // The first box that was found without words when it was pressed: not whichever comes first while one is writing.
  const [foundId, setFoundId] = useState<string | null>(null)
  const ask = (asked: Calls['tasks']) => {
    // What was found missing is being mended.
    forget()
    draft.change({ tasks: asked })
  }
  const isCalled = ({ id }: DepartmentRow) =>
    ticket.parts.some(({ unit, state }) => unit.id === id && isOwing(state))
  const choose = (id: string, isOn: boolean) => {
    const { [id]: _gone, ...others } = tasks
    setFoundId(null)
    ask(isOn ? { ...others, [id]: '' } : others)
  }
  const mayCall = (one: DepartmentRow) => !one.isEmpty && !isCalled(one)
  const isChosen = (one: DepartmentRow) => mayCall(one) && tasks[one.id] !== undefined
  // A draft may know departments that somebody else has called since.
  const chosen = departments.filter(isChosen)
  const wordless = foundId === null ? [] : chosen.filter(({ id }) => isTaskMissing(tasks[id] ?? ''))
  const call = () => {
    const first = chosen.find(({ id }) => isTaskMissing(tasks[id] ?? ''))
    setFoundId(first?.id ?? null)
    if (first !== undefined) return complain(`还没写要${first.name}做什么`)
    return void run(async () => {
      const calls = chosen.map(({ id }) => ({ unitId: id, task: tasks[id] ?? '' }))
      checkCalls(calls)
      await callDepartments(ticket.id, calls)
      draft.clear()
      toast('叫了，他们都收到消息')
      goBack()
    })
  }
  return (
    <Page
      title='叫部门来'
      footer={
        <>
          <Fault words={fault} />
          <Button look='primary' isMain icon='megaphone' isBusy={isBusy} busyWords='正在叫' onPress={call}>
            叫他们来
          </Button>
        </>
      }
    >
      <QuotedTicket ticket={ticket} />
      <Card title='叫哪个部门'>
        {departments.length === 0 && <View>还没有部门。部门和办事的人写进名册，就叫得到了。</View>}
        {departments.map((one) => (
          <View key={one.id}>
            <Toggle
              title={one.name}
              {...noteOf(one, isCalled(one))}
              isOn={isChosen(one)}
              isDisabled={!mayCall(one)}
              stateWords={['叫', '不叫']}
              onChange={(isOn) => choose(one.id, isOn)}
            />
            <View className={isChosen(one) ? styles.task : ''}>
              {isChosen(one) && (
                <TextBox
                  label={`要${one.name}做什么`}
                  placeholder='来做什么，什么时候要'
                  rows={3}
                  limit={PART_TEXT_LIMIT}
                  value={tasks[one.id] ?? ''}
                  fault={wordless.includes(one) ? `请写要${one.name}做什么` : null}
                  isFocused={one.id === foundId}
                  onChange={(task) => ask({ ...tasks, [one.id]: task })}
                />
              )}
            </View>
          </View>
        ))}
      </Card>
    </Page>
  )
}

function noteOf({ charge, isEmpty }: DepartmentRow, isCalled: boolean): { readonly note?: string } {
  if (isCalled) return { note: '已经叫过，还没办完' }
  if (isEmpty) return { note: '名册上还没有人，叫不到' }
  return charge === '' ? {} : { note: charge }
}
