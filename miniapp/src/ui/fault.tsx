import { View } from '@tarojs/components'
import { aria } from './aria'
import styles from './fault.module.scss'

/** What went wrong here and what to do, read out at once; nothing while nothing is wrong. */
export function Fault({ words }: { readonly words: string | null }) {
  if (words === null) return null
  return (
    <View className={styles.fault} {...aria({ role: 'alert' })}>
      {words}
    </View>
  )
}
