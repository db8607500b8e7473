import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Page } from '@/ui/page'
import styles from './keeping.module.scss'

export interface FormFrameProps {
  readonly title: string
  /** Beside the list at a desk; else a page of its own, with what one presses where the thumb is. */
  readonly isBeside: boolean
  readonly footer: ReactNode
  readonly children: ReactNode
}

export function FormFrame({ title, isBeside, footer, children }: FormFrameProps) {
  if (!isBeside) return <Page title={title} footer={footer}>{children}</Page>
  return (
    <View className={styles.beside}>
      <View className={styles.besideTitle}>{title}</View>
      {children}
      {footer}
    </View>
  )
}
