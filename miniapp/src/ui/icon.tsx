import { View } from '@tarojs/components'
import { type IconName } from './icon-names'
import styles from './icon.module.scss'

export interface IconProps {
  readonly name: IconName
  /** In px at normal type; grows with the large-type factor. */
  readonly size?: 18 | 22 | 28 | 36 | 48
}

/** Takes the colour of the text around it. Hidden from screen readers: a word always stands beside it. */
export function Icon({ name, size = 22 }: IconProps) {
  return <View className={`${styles.icon} ${styles[`size${size}`]} icon-${name}`} />
}

export type { IconName } from './icon-names'
