import { Text, View } from '@tarojs/components'
import type { BoardAnswer } from '@huiying/shared/tickets'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import styles from './village-filter.module.scss'

export interface VillageFilterProps {
  readonly villages: BoardAnswer['villages']
  readonly chosenId: string | null
  readonly onChoose: (villageId: string | null) => void
}

/** Every village with what is open and what is late; a tap shows only its matters, the same tap again shows all. */
export function VillageFilter({ villages, chosenId, onChoose }: VillageFilterProps) {
  return (
    <View className={styles.villages} {...aria({ role: 'radiogroup', label: '只看一个村' })}>
      {villages.map(({ village, open, late }) => (
        <View
          key={village.id}
          className={`${styles.chip} ${village.id === chosenId ? styles.chosen : ''}`}
          {...pressHandlers(() => onChoose(village.id === chosenId ? null : village.id))}
          {...aria({ role: 'radio', isChecked: village.id === chosenId })}
        >
          <Text className={styles.chipName}>{village.name}</Text>
          <Text className={late > 0 ? styles.late : styles.meta}>{late > 0 ? `超时 ${late}` : `在办 ${open}`}</Text>
        </View>
      ))}
    </View>
  )
}
