import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { DomainError } from '@huiying/shared/kernel'
import { checkLookReason, LOOK_REASON_LIMIT, type TicketView } from '@huiying/shared/tickets'
import { fetchTicket, revealReporterPhone } from '@/features/tickets/api'
import { ApiError } from '@/platform/api-error'
import { callPhone } from '@/platform/call-phone'
import { serverNow } from '@/platform/clock'
import { sentenceOf } from '@/platform/say'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import styles from './inbox.module.scss'

/** One tap for what one mostly calls about. */
const USUAL = ['问清楚情况', '约上门的时间', '说一下办得怎样'] as const

export interface ReporterCall {
  readonly isBusy: boolean
  readonly call: () => void
  /** Asks why, once in half an hour, and only where there is a number; to be put somewhere on the page. */
  readonly sheet: ReactNode
}

/**
 * Calls who raised the ticket, who reads who looked at the number and why. A browser shows the number, too: a desk
 * often has no dialler.
 */
export function useCallReporter(ticketId: string, isBrowser = process.env.TARO_ENV === 'h5'): ReporterCall {
  const { isBusy, run } = useAct({ say: toast })
  const [isAsking, setIsAsking] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const reveal = async (reason?: string) => {
    const { phone } = await revealReporterPhone(ticketId, reason)
    setIsAsking(false)
    if (isBrowser) setShown(phone)
    callPhone(phone)
  }
  // Looked up first: nobody is asked why he calls where there is no number, or while his last reason still holds.
  const call = () =>
    void run(async () => {
      const ticket = await fetchTicket(ticketId)
      if (!hasNumber(ticket)) throw new DomainError('ticket.phone-unknown')
      if (!mayLookStill(ticket)) return setIsAsking(true)
      await reveal().catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.code !== 'ticket.look-reason-missing') throw error
        // It ran out on the way.
        setIsAsking(true)
      })
    })
  const sheet = (
    <>
      <Sheet isOpen={isAsking} title='为什么打电话' closeWords='先不打' onClose={() => setIsAsking(false)}>
        <Why isBusy={isBusy} onSaid={(reason) => void run(() => reveal(reason))} />
      </Sheet>
      <Sheet isOpen={shown !== null} title='打这个号码' onClose={() => setShown(null)}>
        <View className={styles.number}>{shown ?? ''}</View>
        <View className={styles.who}>半小时内再看不用再写原因。打完电话，请写下说了什么，才算回应。</View>
      </Sheet>
    </>
  )
  return { isBusy, call, sheet }
}

/** Whoever closed his account left none; whoever is spoken for may have one of his own. */
export function hasNumber({ reporter, onBehalfOf }: Pick<TicketView, 'reporter' | 'onBehalfOf'>): boolean {
  return reporter?.maskedPhone != null || onBehalfOf?.phone != null
}

/** His last reason still holds; of others' looks nobody is told until when. */
function mayLookStill({ looks }: Pick<TicketView, 'looks'>): boolean {
  return looks.some(({ kind, until }) => kind === 'phone' && until !== null && until > serverNow())
}

function Why({ isBusy, onSaid }: { readonly isBusy: boolean; readonly onSaid: (reason: string) => void }) {
  const [own, setOwn] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const say = () => {
    try {
      checkLookReason(own)
      onSaid(own.trim())
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  return (
    <View>
      <View className={styles.who}>村民会看到您看过号码，和您写的原因。打完电话，请写下说了什么，才算回应。</View>
      {USUAL.map((reason) => (
        <View key={reason} className={styles.reason}>
          <Button icon='phone' isBusy={isBusy} onPress={() => onSaid(reason)}>
            {reason}
          </Button>
        </View>
      ))}
      <View className={styles.reason}>
        <Field title='别的原因'>
          <Line label='别的原因' value={own} maxLength={LOOK_REASON_LIMIT} placeholder='写几个字' onChange={setOwn} />
        </Field>
      </View>
      <Fault words={fault} />
      <Button look='primary' icon='phone' isBusy={isBusy} onPress={say}>
        打电话
      </Button>
    </View>
  )
}
