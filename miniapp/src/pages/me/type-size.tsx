import { View } from '@tarojs/components'
import { useTypeChoice, type TypeChoice } from '@/platform/type-size'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import styles from './me.module.scss'

const OPTIONS: readonly { readonly value: string; readonly choice: TypeChoice; readonly words: string }[] = [
  { value: 'system', choice: 'system', words: '跟手机一样' },
  { value: '1', choice: 1, words: '标准' },
  { value: '1.3', choice: 1.3, words: '大' },
  { value: '1.6', choice: 1.6, words: '特大' },
]

/** The whole app follows at once, so the screen itself is the sample. */
export function TypeSize() {
  const [choice, pick] = useTypeChoice()
  return (
    <Card title='字的大小'>
      <Choice
        label='字的大小'
        options={OPTIONS}
        value={String(choice)}
        onChange={(value) => pick(OPTIONS.find((option) => option.value === value)?.choice ?? 'system')}
      />
      <View className={styles.sample}>有事就说，有人回应。</View>
    </Card>
  )
}
