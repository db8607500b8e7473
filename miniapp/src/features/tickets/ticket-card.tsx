import { View } from '@tarojs/components'
import { formatAgo, formatNear, type EpochMs } from '@huiying/shared/kernel'
import { KEPT_WORDS, KIND_NAMES, type TicketRow } from '@huiying/shared/tickets'
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
  const tag = rowTag(row, now)
  return (
    <Card tone={tag.tone === 'late' ? 'late' : 'plain'} onPress={() => openTicket(row.id)}>
      <View className={styles.words}>{row.isConfidential ? KEPT_WORDS : rowWords(row, 48)}</View>
      <View className={styles.meta}>{metaOf(row, now).join(' · ')}</View>
      <View className={styles.cardTag}>
        <Tag tone={tag.tone}>{tag.words}</Tag>
      </View>
    </Card>
  )
}

/** Of what was said in confidence only when: the day and the minute tell two of them apart. */
function metaOf(row: TicketRow, now: EpochMs): readonly string[] {
  if (row.isConfidential) return [formatNear(row.submittedAt, now), ...lateMarks(row)]
  const answered = row.respondedByName === null ? [] : [`${row.respondedByName}回了`]
  const others = row.followers === 0 ? [] : [`${row.followers + 1} 家遇到`]
  return [KIND_NAMES[row.kind], formatAgo(row.submittedAt, now), ...others, ...answered, ...lateMarks(row)]
}
