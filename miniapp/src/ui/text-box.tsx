import { Textarea, View } from '@tarojs/components'
import { textLength } from '@huiying/shared/kernel'
import { aria, fieldAria } from './aria'
import { Fault } from './fault'
import styles from './text-box.module.scss'

export interface TextBoxProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** Characters as a reader counts them. More may be typed, so that nothing pasted is cut in silence: it is said. */
  readonly limit: number
  readonly rows?: 3 | 5 | 8
  readonly isFocused?: boolean
  /** What is wrong with what stands here, or does not stand here. */
  readonly fault?: string | null
  readonly onChange: (value: string) => void
}

/** A place to write more than a line. The counter appears near the limit, not before. */
export function TextBox({ label, value, placeholder = '', limit, rows = 5, isFocused = false, fault = null, onChange }: TextBoxProps) {
  const length = textLength(value)
  const isOver = length > limit
  return (
    <View className={`${styles.box} ${isOver || fault !== null ? styles.over : ''}`}>
      <Textarea
        className={`${styles.text} ${styles[`rows${rows}`]}`}
        placeholderClass={styles.placeholder ?? ''}
        value={value}
        placeholder={placeholder}
        maxlength={-1}
        {...focus(isFocused)}
        showConfirmBar={false}
        adjustPosition
        cursorSpacing={120}
        onInput={(event) => onChange(event.detail.value)}
        {...fieldAria(label)}
      />
      <Fault words={fault} />
      {length > limit * 0.8 && (
        <View className={isOver ? styles.counterOver : styles.counter} {...aria({ live: 'polite' })}>
          {isOver ? `多了 ${length - limit} 个字，请删去一些` : `还能写 ${limit - length} 个字`}
        </View>
      )}
    </View>
  )
}

/** The framework's box for browsers knows the one name, WeChat's the other. */
function focus(isFocused: boolean): Readonly<Record<string, boolean>> {
  return process.env.TARO_ENV === 'h5' ? { autoFocus: isFocused } : { focus: isFocused }
}
