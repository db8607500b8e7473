import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import type { TicketView } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { AnswerBell } from '@/features/tickets/answer-bell'
import { followTicket } from '@/features/tickets/together-api'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { toast } from '@/ui/toast'
import { MainCard } from './main-card'
import { MergeInto } from './merge-into'
import styles from './detail.module.scss'

export interface TogetherProps {
  readonly ticket: TicketView
  readonly now: EpochMs
  readonly onChanged: (ticket: TicketView) => void
}

/** Who met it too, and what it is one with. */
export function Together({ ticket, now, onChanged }: TogetherProps) {
  const { together, actions } = ticket
  if (together.main !== null) return <MainCard ticket={ticket} main={together.main} now={now} onChanged={onChanged} />
  // Whoever handles it hears of it anyway, and is no neighbour whose name is kept.
  const mayFollow = (actions.includes('follow') && ticket.role !== 'handler') || together.isFollowing
  const mayMerge = actions.includes('merge')
  if (!mayFollow && !mayMerge && together.followers === 0 && together.merged.length === 0) return <View />
  return (
    <Card title={titleOf(ticket)}>
      {together.people.length > 0 && <View className={styles.line}>{together.people.join('、')}</View>}
      {together.merged.map((one) => (
        <ListRow
          key={one.ticketId}
          icon='message-circle'
          title={one.words === '' ? '（说了一段话）' : one.words}
          note={`${one.reporterName}说的，并进了这一件${one.responseMissed ? '，并以前没人按时回' : ''} · ${formatNear(one.submittedAt, now)}`}
          onPress={() => openTicket(one.ticketId)}
        />
      ))}
      {mayFollow && <MeToo ticket={ticket} onChanged={onChanged} />}
      {mayMerge && <MergeInto ticketId={ticket.id} onChanged={onChanged} />}
    </Card>
  )
}

function titleOf({ role, together: { followers, isFollowing, merged } }: TicketView): string {
  if (followers === 0 && role === 'neighbour') return '您家也有这事？'
  if (followers === 0) return merged.length === 0 ? '别家也说过这事？' : '是同一件事的'
  if (role === 'reporter') return `和您一样的还有 ${followers} 家`
  return isFollowing ? `和您一样的有 ${followers} 家` : `还有 ${followers} 家也遇到`
}

function MeToo({ ticket, onChanged }: Omit<TogetherProps, 'now'>) {
  const { isBusy, run } = useAct({ say: toast })
  const { together } = ticket
  const { isFollowing } = together
  const turn = () =>
    void run(async () => {
      onChanged({ ...ticket, together: { ...together, ...(await followTicket(ticket.id, !isFollowing)) } })
      toast(isFollowing ? '以后不告诉您了' : '算上您家了，有回音就告诉您')
    })
  return (
    <View>
      <View className={styles.note}>
        {isFollowing ? '算上您家了。有人回了、办完了都会告诉您。' : '点一下，有人回了、办完了都会告诉您。邻居看不到您的名字。'}
      </View>
      <View className={styles.below}>
        <Button {...(isFollowing ? {} : { icon: 'users-round' as const })} isBusy={isBusy} onPress={turn}>
          {isFollowing ? '不用告诉我了' : '我也遇到'}
        </Button>
      </View>
      <View>{isFollowing && <AnswerBell />}</View>
    </View>
  )
}
