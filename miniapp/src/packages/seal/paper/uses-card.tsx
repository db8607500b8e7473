import { View } from '@tarojs/components'
import type { SealView } from '@huiying/shared/seal'
import { sealUseWords } from '@/features/seal/words'
import { Card } from '@/ui/card'
import { unbroken } from '@/ui/unbroken'
import styles from './paper.module.scss'

/** Its lines in the register. */
export function UsesCard({ uses, now }: Pick<SealView, 'uses' | 'now'>) {
  if (uses.length === 0) return null
  return (
    <Card title='盖过的'>
      {uses.map((use) => (
        <View key={use.id} className={styles.use}>
          <View className={styles.label}>{use.label}</View>
          <View className={styles.quiet}>{unbroken(sealUseWords(use, now))}</View>
        </View>
      ))}
    </Card>
  )
}
