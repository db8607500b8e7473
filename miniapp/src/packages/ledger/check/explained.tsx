import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import styles from './check.module.scss'

/** Why this can be believed, in three sentences. */
export function Explained() {
  return (
    <Card title='这是怎么核对的'>
      <View className={styles.said}>每记一笔账，就按一个印记；后一笔压着前一笔，改动任何一笔，总指纹都会变。</View>
      <View className={styles.said}>总指纹贴在公示栏上，村外的见证人也签了字，您的手机也记着一份。</View>
      <View className={styles.said}>核对是您的手机自己算的，不用相信记账的人，也不用相信我们。</View>
    </Card>
  )
}
