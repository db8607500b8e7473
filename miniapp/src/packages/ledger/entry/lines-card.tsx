import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import type { EntryView } from '@huiying/shared/ledger'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import styles from './entry.module.scss'

/** The two sides of the entry, for those who want codes. */
export function LinesCard({ view: { lines, row, canonical } }: { readonly view: EntryView }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Card title='专业账'>
      {!isOpen && <Button onPress={() => setIsOpen(true)}>看借方、贷方和科目</Button>}
      {isOpen && (
        <View {...aria({ role: 'list', label: '借方和贷方' })}>
          {lines.map(({ account, name, side, amountFen }, at) => (
            <View key={at} className={styles.item} {...aria({ role: 'listitem' })}>
              <View className={styles.itemName}>{`${side === 'debit' ? '借' : '贷'} ${account} ${name}`}</View>
              <View className={styles.itemAmount}>{formatYuan(amountFen)}</View>
            </View>
          ))}
          <View className={styles.quiet}>{`全账第 ${row.position + 1} 笔，附件 ${canonical.vouchers.length} 张`}</View>
        </View>
      )}
    </Card>
  )
}
