import { View } from '@tarojs/components'
import type { EpochMs } from '@huiying/shared/kernel'
import type { LatePartRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { LatePartBody } from '@/features/tickets/late-part-body'
import board from '@/ui/board.module.scss'
import { CallButton } from '@/ui/call-button'
import styles from './board.module.scss'

export interface LatePartCardProps {
  readonly row: LatePartRow
  readonly now: EpochMs
}

/** A department that has not come: a tap opens the matter, the button calls its officer. */
export function LatePartCard({ row, now }: LatePartCardProps) {
  const { officer, officerPhone } = row
  return (
    <View className={`${board.card} ${board.tight} ${board.cardLate}`}>
      <LatePartBody row={row} now={now} hint='点开看全部' onPress={() => openTicket(row.ticketId)} />
      {officer !== null && officerPhone !== null && (
        <View className={`${styles.foot} ${styles.below}`}>
          <CallButton isSnug name={officer.name} phone={officerPhone} />
        </View>
      )}
    </View>
  )
}
