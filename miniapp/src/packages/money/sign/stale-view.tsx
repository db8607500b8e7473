import { View } from '@tarojs/components'
import { CONTENT_FIELD_NAMES, type StaleChange } from '@huiying/shared/expenses'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import styles from './sign.module.scss'

export interface StaleViewProps {
  readonly changes: readonly StaleChange[]
  readonly onAgain: () => void
}

/** He looked at something that is no more: nothing was stored, and this is what has become of it. */
export function StaleView({ changes, onAgain }: StaleViewProps) {
  return (
    <View className={styles.stale} {...aria({ role: 'alert' })}>
      <Icon name='triangle-alert' size={48} />
      <View className={styles.staleTitle}>内容改过了，您的签字没有存</View>
      <View className={styles.staleNote}>您看的时候，报账员改了这张开支。请看清改了什么，再决定签不签。</View>
      {changes.map(({ field, before, after }) => (
        <View key={field} className={styles.change}>
          <View className={styles.field}>{CONTENT_FIELD_NAMES[field]}</View>
          <View className={styles.versions}>
            <View className={styles.version}>
              <View className={styles.label}>您看到的</View>
              <View className={styles.before}>{before === '' ? '（没有）' : before}</View>
            </View>
            <View className={styles.version}>
              <View className={styles.label}>现在是</View>
              <View className={styles.after}>{after === '' ? '（没有）' : after}</View>
            </View>
          </View>
        </View>
      ))}
      <View className={styles.staleAct}>
        <Button look='primary' isMain icon='refresh-cw' onPress={onAgain}>
          重新看
        </Button>
      </View>
    </View>
  )
}
