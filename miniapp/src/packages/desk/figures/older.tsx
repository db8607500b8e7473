import { Text, View } from '@tarojs/components'
import type { FiguresAnswer } from '@huiying/shared/figures'
import { CountButton } from './count-button'
import styles from './figures.module.scss'

interface OlderProps {
  readonly older: FiguresAnswer['older']
  readonly onOpen: (inClass: 'open' | 'open-late') => void
}

/** What was raised before and is still open: nothing ages out of sight. */
export function Older({ older, onOpen }: OlderProps) {
  return (
    <>
      <View className={styles.part}>
        <Text>已超时</Text>
        <CountButton count={older['open-late']} label='以前提的，已超时' onPress={() => onOpen('open-late')} />
      </View>
      <View className={styles.part}>
        <Text>还没超时</Text>
        <CountButton count={older.open} label='以前提的，还没超时' onPress={() => onOpen('open')} />
      </View>
    </>
  )
}
