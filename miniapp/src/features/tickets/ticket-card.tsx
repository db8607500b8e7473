import { View } from '@tarojs/components'
import { formatAgo, type EpochMs } from '@huiying/shared/kernel'
import { KIND_NAMES, type TicketRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { Card } from '@/ui/card'
import { Tag } from '@/ui/tag'
import { lateMarks, rowTag } from './row-tag'
import { rowWords } from './words'
import styles from './tickets.module.scss'

/**
 * A matter in a list: its words, its time, one tag. Kept small, no label beside its own words: twenty go in one
 * setData.
 */
export function TicketCard({ row, now }: { readonly row: TicketRow; readonly now: EpochMs }) {
  const words = rowWords(row, 48)
  const tag = rowTag(row, now)
  const answered = row.respondedByName === null ? [] : [`${row.respondedByName}回了`]
  const others = row.followers === 0 ? [] : [`${row.followers + 1} 家遇到`]
  const secret = row.isConfidential ? ['不让村里知道'] : []
  const meta = [...secret, KIND_NAMES[row.kind], formatAgo(row.submittedAt, now), ...others, ...answered, ...lateMarks(row)].join(' · ')
  return (
    <Card tone={tag.tone === 'late' ? 'late' : 'plain'} onPress={() => openTicket(row.id)}>
      <View className={styles.words}>{words}</View>
      <View className={styles.meta}>{meta}</View>
      <View className={styles.cardTag}>
        <Tag tone={tag.tone}>{tag.words}</Tag>
      </View>
    </Card>
  )
}
