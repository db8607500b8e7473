import { ScrollView, View } from '@tarojs/components'
import { formatYuan, type Fen } from '@huiying/shared/kernel'
import type { Statement, StatementRow } from '@huiying/shared/ledger'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card'
import styles from './statements.module.scss'

/** A table that goes sideways under the thumb; its first column stays. Each line says itself to who does not see it. */
export function StatementTable({ statement: { title, columns, rows } }: { readonly statement: Statement }) {
  return (
    <Card title={title}>
      <ScrollView scrollX className={styles.scroll}>
        <View className={styles.table} {...aria({ role: 'list', label: title })}>
          <View className={`${styles.row} ${styles.head}`}>
            <View className={styles.label}>项目</View>
            {columns.map((column) => <View key={column} className={styles.amount}>{column}</View>)}
          </View>
          {rows.map((row) => (
            <View
              key={row.key}
              className={`${styles.row} ${row.isTotal ? styles.total : ''}`}
              {...aria({ role: 'listitem', label: lineWords(row, columns) })}
            >
              <View className={`${styles.label} ${styles[`depth${Math.min(row.depth, 2)}`]}`}>{row.label}</View>
              {row.amountsFen.map((amountFen, at) => (
                <View key={at} className={styles.amount}>{amountWords(amountFen)}</View>
              ))}
            </View>
          ))}
        </View>
      </ScrollView>
    </Card>
  )
}

/** Nothing is a dash, as on paper. */
function amountWords(amountFen: Fen): string {
  return amountFen === 0 ? '—' : formatYuan(amountFen)
}

function lineWords({ label, amountsFen }: StatementRow, columns: readonly string[]): string {
  return [label, ...amountsFen.map((amountFen, at) => `${columns[at] ?? ''} ${formatYuan(amountFen)}`)].join('，')
}
