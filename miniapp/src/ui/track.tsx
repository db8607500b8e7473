import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import { unbroken } from './unbroken'
import styles from './track.module.scss'

export interface TrackStep {
  readonly key: string
  readonly title: string
  /** "今天上午10:05 · 李书记" */
  readonly note?: string
  readonly state: 'done' | 'now' | 'ahead' | 'late'
  readonly more?: ReactNode
}

/** Where a thing stands, like a parcel on its way: one step under another. */
export function Track({ steps, label }: { readonly steps: readonly TrackStep[]; readonly label: string }) {
  return (
    <View {...aria({ role: 'list', label })}>
      {steps.map((step, index) => (
        <View key={step.key} className={styles.step} {...aria({ role: 'listitem' })}>
          <View className={styles.rail}>
            <View className={`${styles.dot} ${styles[step.state]}`}>
              {step.state === 'done' && <Icon name='check' size={18} />}
              {step.state === 'late' && <Icon name='circle-alert' size={18} />}
            </View>
            {index < steps.length - 1 && <View className={`${styles.line} ${step.state === 'done' ? styles.lineDone : ''}`} />}
          </View>
          <View className={styles.words}>
            <View className={`${styles.title} ${styles[`${step.state}Title`]}`}>{step.title}</View>
            {step.note !== undefined && <View className={styles.note}>{unbroken(step.note)}</View>}
            {step.more}
          </View>
        </View>
      ))}
    </View>
  )
}

/** The same steps in one row, for a card: dots with words beneath, at most five. */
export function TrackRow({ steps, label }: { readonly steps: readonly TrackStep[]; readonly label: string }) {
  return (
    <View className={styles.row} {...aria({ role: 'list', label })}>
      {steps.map((step) => (
        <View key={step.key} className={styles.cell} {...aria({ role: 'listitem' })}>
          <View className={`${styles.dot} ${styles[step.state]}`}>
            {step.state === 'done' && <Icon name='check' size={18} />}
            {step.state === 'late' && <Icon name='circle-alert' size={18} />}
          </View>
          <View className={`${styles.cellTitle} ${styles[`${step.state}Title`]}`}>{step.title}</View>
        </View>
      ))}
    </View>
  )
}
