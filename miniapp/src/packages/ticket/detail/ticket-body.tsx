import { View } from '@tarojs/components'
import { MINUTE_MS } from '@huiying/shared/kernel'
import type { Me } from '@huiying/shared/identity'
import { isOpen, type CycleView, type TicketView } from '@huiying/shared/tickets'
import { AnswerBell } from '@/features/tickets/answer-bell'
import { WaitingStrip } from '@/features/tickets/waiting-strip'
import { trackOf } from '@/features/tickets/track'
import { useNow } from '@/platform/clock'
import { Card } from '@/ui/card'
import { Track } from '@/ui/track'
import { unbroken } from '@/ui/unbroken'
import { ClockCard } from './clock-card'
import { EarlierRounds } from './earlier-rounds'
import { HeldBy } from './held-by'
import { InConfidence, SecondRoad } from './in-confidence'
import { Lookers } from './lookers'
import { OwnWords } from './own-words'
import { PartsCard } from './parts-card'
import { RateCard } from './rate-card'
import { Talk } from './talk'
import { Together } from './together'
import { WayCard } from './way-card'
import { Withdraw } from './withdraw'
import styles from './detail.module.scss'

export interface TicketBodyProps {
  readonly ticket: TicketView
  readonly me: Me
  readonly onChanged: (ticket: TicketView) => void
}

/**
 * What one may do comes first, then the words, the way it goes, the talk, and who has looked. What may come and go
 * while the page is open has a place of its own, because WeChat is sent all the children of whatever got a new one
 * that is not its last.
 */
export function TicketBody({ ticket, me, onChanged }: TicketBodyProps) {
  const now = useNow(MINUTE_MS / 4)
  const { actions, cycle } = ticket
  const mayRate = actions.includes('rate') || actions.includes('reject')
  return (
    <>
      <WaitingStrip accountId={me.accountId} />
      <View>
        {mayRate && <RateCard ticket={ticket} now={now} onChanged={onChanged} />}
        {!mayRate && <ClockCard ticket={ticket} now={now} />}
      </View>
      <OwnWords ticket={ticket} me={me} now={now} />
      <View>{ticket.confidence !== null && <InConfidence confidence={ticket.confidence} role={ticket.role} />}</View>
      <PartsCard ticket={ticket} now={now} onChanged={onChanged} />
      <Together ticket={ticket} now={now} onChanged={onChanged} />
      <View>{cycle.orderNumber !== null && <OrderCard cycle={cycle} number={cycle.orderNumber} />}</View>
      <Card title='办到哪一步了'>
        <Track steps={trackOf(ticket, now)} label='办到哪一步了' />
        {ticket.role === 'reporter' && isOpen(ticket) && ticket.together.main === null && <AnswerBell />}
      </Card>
      <WayCard ticket={ticket} now={now} />
      <Talk ticket={ticket} now={now} />
      <EarlierRounds ticket={ticket} now={now} />
      <HeldBy ticket={ticket} />
      <Lookers ticket={ticket} now={now} />
      <View>{(actions.includes('complain') || ticket.complaint !== null) && <SecondRoad ticket={ticket} />}</View>
      <View>{actions.includes('withdraw') && <Withdraw ticketId={ticket.id} onChanged={onChanged} />}</View>
    </>
  )
}

/** The sub-district's word to the village; residents see it as well. */
function OrderCard({ cycle, number }: { readonly cycle: CycleView; readonly number: string }) {
  return (
    <Card tone='late' title='督办单'>
      <View>{number}</View>
      <View className={styles.note}>
        {cycle.closedAt === null ? '过了时间没办完，街道发的' : '这件事办晚了，街道督办过'}
        {unbroken(cycle.orderCount > 1 ? `，催了 ${cycle.orderCount} 次。` : '。')}
      </View>
    </Card>
  )
}
