import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { unbroken } from './unbroken'
import styles from './tag.module.scss'

export type Tone = 'late' | 'soon' | 'ok' | 'plain'

export interface TagProps {
  readonly tone?: Tone
  /** Always a word: colour alone tells nothing to many eyes. */
  readonly children: string
}

const ICONS: Readonly<Record<Tone, IconName | null>> = { late: 'circle-alert', soon: 'clock', ok: 'circle-check', plain: null }

export function Tag({ tone = 'plain', children }: TagProps) {
  const icon = ICONS[tone]
  return (
    <View className={`${styles.tag} ${styles[tone]}`}>
      {icon !== null && <Icon name={icon} size={18} />}
      <Text className={icon === null ? '' : styles.word}>{unbroken(children)}</Text>
    </View>
  )
}
