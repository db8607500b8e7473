import { View } from '@tarojs/components'
import type { Seat } from '@huiying/shared/roster'
import { dayTitle } from '@/features/roster/words'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { cellAt, type MonthModel, type Spot } from './month-model'
import styles from './month.module.scss'

export interface AddVisitSheetProps {
  readonly model: MonthModel
  readonly village: number
  /** `null`: closed. */
  readonly day: number | null
  readonly onOpen: (spot: Spot) => void
  readonly onClose: () => void
}

const VISITS: readonly { readonly seat: Seat; readonly title: string }[] = [
  { seat: 'stationed', title: '包村干部来一天' },
  { seat: 'leader', title: '领导来坐班' },
]

/** Lets a stationed cadre or a leader come on a day on which he was not to. */
export function AddVisitSheet({ model, village, day, onOpen, onClose }: AddVisitSheetProps) {
  if (day === null) return null
  const free = VISITS.filter(({ seat }) => cellAt(model, { village, day, seat }) === null)
  return (
    <Sheet isOpen title={`${dayTitle(model.answer.days[day]?.on ?? '')}，加一次坐班`} onClose={onClose}>
      {free.length === 0 && <View className={styles.say}>包村干部和领导那天都来。</View>}
      {free.map(({ seat, title }) => (
        <ListRow
          key={seat}
          icon='plus'
          title={title}
          onPress={() => {
            onClose()
            onOpen({ village, day, seat })
          }}
        />
      ))}
    </Sheet>
  )
}
