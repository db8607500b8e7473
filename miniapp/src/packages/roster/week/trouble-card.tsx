import { Text, View } from '@tarojs/components'
import { chinaDateOf, formatLength, formatNear, type EpochMs } from '@huiying/shared/kernel'
import { SEAT_NAMES, type RosterTrouble } from '@huiying/shared/roster'
import { monthOf, nearDayTitle } from '@/features/roster/words'
import { openMonth } from '@/features/roster/ways'
import { personWords } from '@/features/tickets/words'
import { aria } from '@/ui/aria'
import board from '@/ui/board.module.scss'
import { pressHandlers } from '@/ui/button'
import { CallButton } from '@/ui/call-button'
import { unbroken } from '@/ui/unbroken'
import { OrderButton } from './order-button'
import styles from './week.module.scss'

export interface TroubleCardProps {
  readonly cause: 'hole' | 'absence'
  readonly row: RosterTrouble
  readonly now: EpochMs
  readonly onOrdered: () => Promise<void>
}

/** Village, day, whose shift, how late; a tap opens the village's month, the buttons call him or issue the order. */
export function TroubleCard({ cause, row, now, onOrdered }: TroubleCardProps) {
  const { village, on, seat, person, phone, orderNumber, slotId } = row
  const day = nearDayTitle(on, chinaDateOf(now))
  const who = person === null ? '没有排人' : personWords(person)
  const state = stateWords(cause, row, now)
  return (
    <View className={`${board.card} ${row.cameAt === null ? board.cardLate : ''}`} {...aria({ role: 'listitem' })}>
      <View
        className={board.cardBody}
        {...pressHandlers(() => openMonth(monthOf(on), village.id))}
        {...aria({ role: 'button', label: `${village.name} ${day} ${SEAT_NAMES[seat]}，${who}，${state}。点开看这个村的排班` })}
      >
        <View className={board.line}>
          <Text className={board.place}>{village.name}</Text>
          <Text className={row.cameAt === null ? board.late : board.left}>{unbroken(state)}</Text>
        </View>
        <View>{unbroken(`${day} ${SEAT_NAMES[seat]}`)}</View>
        <View className={styles.who}>{who}</View>
      </View>
      <View className={styles.foot}>
        <OrderButton
          cause={cause}
          subjectId={slotId}
          orderNumber={orderNumber}
          about={`${village.name} ${day}`}
          onOrdered={onOrdered}
        />
        {person !== null && phone !== null && (
          <View className={styles.act}>
            <CallButton name={person.name} phone={phone} />
          </View>
        )}
      </View>
    </View>
  )
}

export function stateWords(
  cause: TroubleCardProps['cause'],
  { on, dueAt, cameAt }: Pick<RosterTrouble, 'on' | 'dueAt' | 'cameAt'>,
  now: EpochMs,
): string {
  if (cause === 'hole') return now > dueAt ? '现在就没人' : on === chinaDateOf(now) ? '今天没人' : '还没到'
  if (cameAt !== null) return `晚了 ${formatLength(cameAt - dueAt)}，${formatNear(cameAt, now)}接的`
  // The shift is over: it is no longer a matter of minutes.
  return chinaDateOf(now) > on ? '一直没来' : `晚了 ${formatLength(now - dueAt)}，还没接`
}
