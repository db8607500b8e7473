import { View } from '@tarojs/components'
import { formatYuan, type EpochMs } from '@huiying/shared/kernel'
import type { VillageBookRow } from '@huiying/shared/ledger'
import { openLedger } from '@/features/ledger/ways'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Tag } from '@/ui/tag'
import { findingsSaid, publishedSaid, villageBookSentence, waitingSaid, type Said } from './village-book-words'
import styles from './villages.module.scss'

export interface BookRowProps {
  readonly row: VillageBookRow
  /** The village has several: which one this is. */
  readonly isOneOfSeveral: boolean
  readonly now: EpochMs
}

/** A village's book in a line; at a desk its parts stand under each other's like a table's. */
export function BookRow({ row, isOneOfSeveral, now }: BookRowProps) {
  const { village, bookId, name, moneyFen } = row
  const label = `${isOneOfSeveral ? `${name}，` : ''}${villageBookSentence(row, now)}`
  return (
    <View {...aria({ role: 'listitem' })}>
      <View
        className={styles.row}
        hoverClass={styles.pressed ?? 'none'}
        {...pressHandlers(() => openLedger({ villageId: village.id, bookId }))}
        {...aria({ role: 'button', label })}
      >
        <View className={styles.name}>
          <View>{village.name}</View>
          {isOneOfSeveral && <View className={styles.quiet}>{name}</View>}
        </View>
        <View className={styles.money}>{formatYuan(moneyFen)}</View>
        <View className={styles.said}>
          <Part said={findingsSaid(row)} />
          <Part said={publishedSaid(row, now)} />
        </View>
        <View className={styles.said}><Part said={waitingSaid(row)} /></View>
        <View className={styles.arrow}><Icon name='chevron-right' /></View>
      </View>
    </View>
  )
}

/** Always there: see `Page` about boxes that gain and lose a child. */
function Part({ said }: { readonly said: Said | null }) {
  return <View className={said === null ? '' : styles.part}>{said !== null && <Tag tone={said.tone}>{said.words}</Tag>}</View>
}
