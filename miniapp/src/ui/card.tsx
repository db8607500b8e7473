import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './aria'
import { pressHandlers } from './button'
import styles from './card.module.scss'

export interface CardProps {
  readonly children: ReactNode
  readonly title?: string
  /** late and soon draw a stripe at the side; the word for it belongs into a Tag inside. */
  readonly tone?: 'plain' | 'late' | 'soon'
  readonly onPress?: () => void
  readonly label?: string
}

export function Card({ children, title, tone = 'plain', onPress, label }: CardProps) {
  const press = onPress === undefined ? {} : { ...pressHandlers(onPress), ...aria({ role: 'button', ...(label === undefined ? {} : { label }) }) }
  return (
    <View
      className={`${styles.card} ${styles[tone]} ${onPress === undefined ? '' : styles.tappable}`}
      hoverClass={onPress === undefined ? 'none' : (styles.pressed ?? 'none')}
      {...press}
    >
      {title !== undefined && (
        <View className={styles.title} {...aria({ role: 'heading' })}>
          {title}
        </View>
      )}
      {children}
    </View>
  )
}
