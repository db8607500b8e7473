import { View } from '@tarojs/components'
import styles from './paper.module.scss'

/** Names with what they say; what there is nothing to say of is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: string | null])[] }) {
  return (
    <View>
      {facts.map(([name, value]) => value !== null && (
        <View key={name} className={styles.fact}>
          <View className={styles.factName}>{name}</View>
          <View className={styles.factValue}>{value}</View>
        </View>
      ))}
    </View>
  )
}
