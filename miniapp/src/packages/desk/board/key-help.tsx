import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/card'
import styles from './board.module.scss'

const KEYS: readonly (readonly [string, string])[] = [
  ['j k', '下一件、上一件'], ['h l', '左一列、右一列'], ['回车', '看全部'], ['o', '发督办单'], ['c', '打电话'],
  ['w', '叫部门来'], ['e', '定延期'], ['r', '定由谁办'],
  ['f', '大屏，Esc 出来'], ['?', '这张表'],
]

export function KeyHelp() {
  return (
    <Card title='快捷键'>
      <View className={styles.keys}>
        {KEYS.map(([key, words]) => (
          <View key={key} className={styles.keyLine}>
            <Text className={styles.key}>{key}</Text>
            <Text>{words}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}
