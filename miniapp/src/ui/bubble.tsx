import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Avatar } from './avatar'
import { unbroken } from './unbroken'
import styles from './bubble.module.scss'

export interface BubbleProps {
  readonly name: string
  readonly role?: string
  /** "12 分钟前" */
  readonly when: string
  /** Mine stand on the right. */
  readonly isMine: boolean
  readonly text: string
  /** Photos, a recording, a Tag. */
  readonly children?: ReactNode
}

/** One turn of a talk, with the face and the role of who speaks. */
export function Bubble({ name, role, when, isMine, text, children }: BubbleProps) {
  return (
    <View className={`${styles.turn} ${isMine ? styles.mine : ''}`}>
      <Avatar name={name} size='small' layout='face' />
      <View className={styles.body}>
        <View className={styles.who}>{unbroken([name, role, when].filter((part) => part !== undefined && part !== '').join(' · '))}</View>
        <View className={styles.words}>
          {text !== '' && <View className={styles.text}>{text}</View>}
          {children}
        </View>
      </View>
    </View>
  )
}
