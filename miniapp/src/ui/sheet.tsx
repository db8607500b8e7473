import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Button } from './button'
import styles from './sheet.module.scss'
import { useSheetKeys } from './use-sheet-keys'

export interface SheetProps {
  readonly isOpen: boolean
  readonly title: string
  readonly onClose: () => void
  readonly closeWords?: string
  readonly children: ReactNode
}

/** Comes up from the bottom, over the page; tapping beside it closes it. */
export function Sheet({ isOpen, title, onClose, closeWords = '关上', children }: SheetProps) {
  useSheetKeys(isOpen, onClose)
  if (!isOpen) return null
  return (
    <View className={styles.shade} catchMove onClick={onClose}>
      <View className={styles.sheet} onClick={(event) => event.stopPropagation()} {...aria({ role: 'dialog', label: title, isModal: true })}>
        <View className={styles.title} {...aria({ role: 'heading' })}>
          {title}
        </View>
        <View className={styles.body}>{children}</View>
        <Button onPress={onClose}>{closeWords}</Button>
      </View>
    </View>
  )
}
