import { View } from '@tarojs/components'
import { aria } from './aria'
import { pressHandlers } from './button'
import styles from './toggle.module.scss'

export interface ToggleProps {
  readonly title: string
  readonly note?: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  /** The word beside the knob, on and off. */
  readonly stateWords?: readonly [string, string]
  readonly onChange: (isOn: boolean) => void
}

/** On or off, with the word beside the knob; the whole row takes the tap. */
export function Toggle({ title, note, isOn, isDisabled = false, stateWords = ['要', '不要'], onChange }: ToggleProps) {
  return (
    <View
      className={styles.row}
      {...(isDisabled ? {} : pressHandlers(() => onChange(!isOn)))}
      {...aria({ role: 'checkbox', label: title, isChecked: isOn, isDisabled })}
    >
      <View className={styles.words}>
        <View>{title}</View>
        {note !== undefined && <View className={styles.note}>{note}</View>}
      </View>
      <View className={styles.state}>{stateWords[isOn ? 0 : 1]}</View>
      <View className={`${styles.rail} ${isOn ? styles.railOn : ''}`}>
        <View className={`${styles.knob} ${isOn ? styles.knobOn : ''}`} />
      </View>
    </View>
  )
}
