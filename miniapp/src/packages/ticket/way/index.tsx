import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { formatNear } from '@huiying/shared/kernel'
import { TEXT_LIMIT, WAYS_ACTIONS, type DestinationsAnswer, type TicketView, type WaysAction } from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { NotNow } from '@/features/inbox/not-now'
import { QuotedTicket } from '@/features/inbox/quoted-ticket'
import { useTicket } from '@/features/tickets/use-ticket'
import { WAY_NAMES } from '@/features/tickets/way-words'
import { fetchDestinations } from '@/features/tickets/ways-api'
import { serverNow } from '@/platform/clock'
import { useMe } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { TextBox } from '@/ui/text-box'
import { useBarTitle } from '@/ui/bar-title'
import { toast } from '@/ui/toast'
import { emptyWay, missingIn, QUESTIONS, sendWay, type WayDraft } from './send-way'
import { WayFields } from './way-fields'
import styles from './way.module.scss'

/** One page for every act on the way a ticket goes: what is asked differs, what happens after does not. */
export default function WayPage() {
  const { id = '', act = '' } = useRouter().params
  const action = WAYS_ACTIONS.find((one) => one === act) ?? 'transfer'
  useBarTitle(WAY_NAMES[action])
  const ticket = useTicket(id === '' ? null : id)
  const destinations = useLoad(id === '' ? null : `destinations/${id}`, () => fetchDestinations(id))
  const me = useMe()
  if (me !== null && ticket.data !== null && destinations.data !== null) {
    return <WayForm ticket={ticket.data} destinations={destinations.data} action={action} />
  }
  return (
    <Page title={WAY_NAMES[action]}>
      <SignedIn>
        {() => (ticket.data === null
          ? <LoadedView loaded={ticket}>{() => null}</LoadedView>
          : <LoadedView loaded={destinations}>{() => null}</LoadedView>)}
      </SignedIn>
    </Page>
  )
}

interface WayFormProps {
  readonly ticket: TicketView
  readonly destinations: DestinationsAnswer
  readonly action: WaysAction
}

function WayForm({ ticket, destinations, action }: WayFormProps) {
  const [draft, setDraft] = useState<WayDraft>(() => emptyWay(ticket, serverNow()))
  const { isBusy, fault, complain, forget, run } = useAct({ isLast: true })
  const change = (part: Partial<WayDraft>) => {
    // What was found missing is being mended.
    forget()
    setDraft((before) => ({ ...before, ...part }))
  }
  const { question, note, done } = QUESTIONS[action]
  const submit = () => {
    const missing = missingIn(action, ticket, draft)
    if (missing !== null) return complain(missing)
    return void run(async (key) => {
      await sendWay(action, ticket, draft, { now: serverNow(), key })
      toast(done)
      goBack()
    })
  }
  const title = WAY_NAMES[action]
  if (!isBusy && !ticket.actions.includes(action)) return <Page title={title}><NotNow ticket={ticket} /></Page>
  return (
    <Page title={title} footer={<Footer fault={fault} isBusy={isBusy} onPress={submit} />}>
      <QuotedTicket ticket={ticket} />
      <Part>
        <WayFields action={action} ticket={ticket} destinations={destinations} draft={draft} onChange={change} />
      </Part>
      {question !== null && (
        <Part>
          <TextBox
            label={title}
            placeholder={question}
            value={draft.text}
            limit={TEXT_LIMIT}
            onChange={(text) => change({ text })}
          />
        </Part>
      )}
      <View className={styles.note}>{untilWords(action, ticket)}{note}</View>
    </Page>
  )
}

/** An objection is taken for half an hour only. */
function untilWords(action: WaysAction, { ways: { objectUntil } }: TicketView): string {
  return action !== 'object' || objectUntil === null ? '' : `${formatNear(objectUntil, serverNow())}前能说。`
}

interface FooterProps {
  readonly fault: string | null
  readonly isBusy: boolean
  readonly onPress: () => void
}

function Footer({ fault, isBusy, onPress }: FooterProps) {
  return (
    <>
      <Fault words={fault} />
      <Button look='primary' isMain icon='check' isBusy={isBusy} busyWords='正在发' onPress={onPress}>
        就这么办
      </Button>
    </>
  )
}

function Part({ children }: { readonly children: ReactNode }) {
  return <View className={styles.part}>{children}</View>
}
