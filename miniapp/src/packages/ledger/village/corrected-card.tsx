import { View } from '@tarojs/components'
import type { EntryRow } from '@huiying/shared/ledger'
import { EntryLine } from '@/features/ledger/entry-line'
import { Card } from '@/ui/card'
import styles from './village.module.scss'

export interface CorrectedCardProps {
  readonly rows: readonly EntryRow[]
  /** "9月" */
  readonly name: string
}

/** Openly: the month's own figures stay as they were published, and this is what was found wrong since. */
export function CorrectedCard({ rows, name }: CorrectedCardProps) {
  return (
    <Card title={`${name}已更正`} tone='soon'>
      <View className={styles.quiet}>{`公示过的数不改，错的另记一笔更正。${name}有 ${rows.length} 笔后来更正了：`}</View>
      {rows.map((row) => (
        <EntryLine key={row.id} row={row} />
      ))}
    </Card>
  )
}
