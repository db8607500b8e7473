import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { monthName, type BankAssertion } from '@huiying/shared/ledger'
import { openExpenses } from '@/features/expenses/ways'
import { openPapers } from '@/features/ledger/keeping-ways'
import { dayName, monthTitle } from '@/features/ledger/words'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Icon } from '@/ui/icon'
import { ask, toast } from '@/ui/toast'
import { Track, type TrackStep } from '@/ui/track'
import { fullNameOf } from '../account-choice'
import { closeMonth, postYearEnd, publishMonth, withdrawAssertion } from '../api'
import styles from '../keeping.module.scss'
import { BankForm } from './bank-form'
import type { DeskProps } from './desk-props'
import { monthLacks, type Lack } from './month-lacks'

/** The way of a month onto the wall: held against the bank, shut, published; what is missing is said first. */
export function MonthCard(props: DeskProps) {
  const { desk, onChanged, onOutdated } = props
  const { book, month, months, isStopped } = desk
  const act = useAct({ onConflict: onOutdated })
  const [isAsserting, setIsAsserting] = useState(false)
  const row = months.find((one) => one.month === month)
  if (row === undefined) return null
  const lacks = monthLacks(desk)
  const { status, notice } = row
  const isYearEnd = month.endsWith('-12') && status === 'open'
  const run = async (done: string, send: (key: string) => Promise<DeskProps['desk']>) => {
    if (await act.run(async (key) => onChanged(await send(key)))) toast(done)
  }
  const close = async () => {
    const isSure = await ask({
      title: `结${monthName(month)}的账？`, words: '结了账就不能再往这个月记，也撤不回来。有错以后用红字更正。', yes: '结账',
    })
    if (isSure) await run('结好了，可以公示了', (key) => closeMonth(book.id, month, key))
  }
  const publish = async () => {
    const isSure = await ask({
      title: `公示${monthName(month)}的账？`, words: '村里人打开首页和“村里的钱”就能看到，公示期里可以提意见。', yes: '公示',
    })
    if (isSure) await run('公示了，记得把公示单贴出来', (key) => publishMonth(book.id, month, key))
  }
  const withdraw = () => run('撤回了，可以接着记', () => withdrawAssertion(book.id, month))
  const isRunning = lacks.some((lack) => lack.isRunning)
  const isBlocked = lacks.length > 0 || isStopped

  const steps: readonly TrackStep[] = [
    {
      key: 'assertion',
      title: '对银行账',
      state: status !== 'open' ? 'done' : isRunning ? 'ahead' : 'now',
      ...(status === 'open' ? {} : { note: assertionWords(row.assertions, (code) => fullNameOf(desk.accounts, code)) }),
      more: (
        <>
          {status === 'open' && !isBlocked && !isAsserting && (
            <Button icon='landmark' onPress={() => setIsAsserting(true)}>填银行对账单的余额</Button>
          )}
          {status === 'open' && isAsserting && <BankForm {...props} onClose={() => setIsAsserting(false)} />}
          {status === 'asserted' && !isStopped && (
            <Button icon='undo-2' isBusy={act.isBusy} onPress={() => void withdraw()}>有漏记的，撤回对账</Button>
          )}
        </>
      ),
    },
    {
      key: 'closure',
      title: '结账',
      state: status === 'asserted' ? 'now' : status === 'open' ? 'ahead' : 'done',
      note: status === 'open' || status === 'asserted' ? '结了账，这个月就不能再记' : `一共 ${row.voucherCount} 笔`,
      more: status === 'asserted' && !isBlocked && (
        <Button look='primary' icon='lock' isBusy={act.isBusy} onPress={() => void close()}>{`结${monthName(month)}的账`}</Button>
      ),
    },
    {
      key: 'publication',
      title: '公示',
      state: status === 'published' ? 'done' : status === 'closed' ? 'now' : 'ahead',
      note: notice === null ? '村里人都能看，还能提意见' : noticeNote(notice),
      more: (
        <>
          {status === 'closed' && !isStopped && (
            <Button look='primary' icon='megaphone' isBusy={act.isBusy} onPress={() => void publish()}>公示</Button>
          )}
          {status === 'published' && (
            <Button icon='printer' onPress={() => openPapers(book.id, month)}>打公示单</Button>
          )}
        </>
      ),
    },
  ]
  return (
    <Card title={`${monthTitle(month)}：${STATUS_WORDS[status]}`}>
      {lacks.length > 0 && (
        <View className={styles.gap}>
          {lacks.map((lack) => <LackLine key={lack.words} lack={lack} {...props} />)}
        </View>
      )}
      {isYearEnd && !isStopped && (
        <View className={styles.gap}>
          <Button icon='calendar-check' isBusy={act.isBusy} onPress={() => void run('结转好了', (key) => postYearEnd(book.id, Number(month.slice(0, 4)), key))}>
            {`年末结转：${month.slice(0, 4)}年的收支转到收益分配`}
          </Button>
        </View>
      )}
      <Fault words={act.fault} />
      <Track label='这个月走到哪一步' steps={steps} />
    </Card>
  )
}

const STATUS_WORDS = { open: '还在记', asserted: '和银行对过了', closed: '结账了', published: '公示了' } as const

function LackLine({ lack, onMonth }: DeskProps & { readonly lack: Lack }) {
  const { words, month } = lack
  // Nothing is amiss with a month that runs.
  if (lack.isRunning) return <View className={styles.quiet}>{words}</View>
  return (
    <View>
      <View className={styles.lack}>
        <Icon name='clock' />
        <View className={styles.lackWords}>{words}</View>
      </View>
      {month !== null && <Button icon='chevron-left' onPress={() => onMonth(month)}>{`去看${monthName(month)}`}</Button>}
      {lack.isExpenses && <Button icon='wallet' onPress={openExpenses}>去看等记账的开支</Button>}
    </View>
  )
}

/** "农商行 ¥52,300.00，对得上" */
function assertionWords(assertions: readonly BankAssertion[], nameOf: (code: string) => string): string {
  if (assertions.length === 0) return '没有银行账户，不用对'
  return `${assertions.map(({ account, statementFen }) => `${nameOf(account)} ${formatYuan(statementFen)}`).join('，')}，对得上`
}

function noticeNote({ lastOn, standing }: { readonly lastOn: string; readonly standing: string }): string {
  const words = standing === 'running' ? '正在公示' : standing === 'contested' ? '期满了，还有意见没答复' : '公示期满'
  return `${words}，到 ${dayName(lastOn)}`
}
