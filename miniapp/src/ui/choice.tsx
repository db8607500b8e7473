import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { pressHandlers } from './button'
import { Icon } from './icon'
import styles from './choice.module.scss'

export interface ChoiceProps<Value extends string | number> {
  /** Read out before the options. */
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly words: string; readonly note?: string }[]
  readonly value: Value | null
  /** chips: short words side by side; list: one under another, with a note each. */
  readonly layout?: 'chips' | 'list'
  readonly onChange: (value: Value) => void
}

/** One of a few. The chosen one carries a tick, not only a colour. */
export function Choice<Value extends string | number>({ label, options, value, layout = 'chips', onChange }: ChoiceProps<Value>) {
  return (
    <View className={styles[layout]} {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const isChosen = option.value === value
        return (
          <View
            key={option.value}
            className={`${styles.option} ${isChosen ? styles.chosen : ''}`}
            {...pressHandlers(() => onChange(option.value))}
            {...aria({ role: 'radio', isChecked: isChosen })}
          >
            {isChosen && <Icon name='check' size={18} />}
            <View className={isChosen ? styles.beside : ''}>
              <Text>{option.words}</Text>
              {option.note !== undefined && <View className={styles.note}>{option.note}</View>}
            </View>
          </View>
        )
      })}
    </View>
  )
}
