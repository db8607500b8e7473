import { Text } from '@tarojs/components'
import type { FigureQuery } from '@/features/figures/api'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import styles from './figures.module.scss'

/** Which number was pressed; the page knows the period. */
export type Behind = Omit<FigureQuery, 'fromOn' | 'toOn'>
export type OpenBehind = (behind: Behind) => void

export interface CountButtonProps {
  readonly count: number
  /** What is counted, for those who hear the page. */
  readonly label: string
  readonly unit?: '件' | '次'
  readonly onPress: () => void
}

/** A number that leads to its tickets; a nought leads nowhere. */
export function CountButton({ count, label, unit = '件', onPress }: CountButtonProps) {
  if (count === 0) return <Text className={styles.nought}>0</Text>
  return (
    <Text
      className={styles.count}
      {...pressHandlers(onPress)}
      {...aria({ role: 'button', label: `${label} ${count} ${unit}，看是哪些` })}
    >
      {count}
    </Text>
  )
}
