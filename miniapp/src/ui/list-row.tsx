import { type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { pressHandlers } from './button'
import { Icon, type IconName } from './icon'
import styles from './list-row.module.scss'

export interface ListRowProps {
  readonly title: string
  readonly note?: string
  /** "12 分钟前", on a line of its own. */
  readonly when?: string
  readonly icon?: IconName
  /** Something at the end: a Tag, a count, a switch. */
  readonly end?: ReactNode
  /** A mark before the title for what is new; with the word for screen readers. */
  readonly isNew?: boolean
  readonly onPress?: () => void
  /** A touch marks it and leads nowhere. */
  readonly leadsOn?: boolean
}

export function ListRow({ title, note, when, icon, end, isNew = false, onPress, leadsOn = true }: ListRowProps) {
  const press = onPress === undefined ? {} : { ...pressHandlers(onPress), ...aria({ role: 'button' }) }
  return (
    <View className={styles.row} hoverClass={onPress === undefined ? 'none' : (styles.pressed ?? 'none')} {...press}>
      {icon !== undefined && (
        <View className={styles.icon}>
          <Icon name={icon} />
        </View>
      )}
      <View className={styles.words}>
        <View className={`${styles.title} ${isNew ? styles.fresh : ''}`}>
          {isNew && <View className={styles.dot} {...aria({ role: 'img', label: '新' })} />}
          <Text>{title}</Text>
        </View>
        {note !== undefined && <View className={styles.note}>{note}</View>}
        {when !== undefined && <View className={styles.when}>{when}</View>}
      </View>
      {end !== undefined && <View className={styles.end}>{end}</View>}
      {onPress !== undefined && leadsOn && (
        <View className={styles.arrow}>
          <Icon name='chevron-right' />
        </View>
      )}
    </View>
  )
}
