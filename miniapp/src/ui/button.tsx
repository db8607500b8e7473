import { type ComponentProps, type ReactNode } from 'react'
import { Button as TaroButton, Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import styles from './button.module.scss'

type OpenType = ComponentProps<typeof TaroButton>['openType']
type PhoneHandler = ComponentProps<typeof TaroButton>['onGetPhoneNumber']

export interface ButtonProps {
  readonly children: ReactNode
  /** primary: the one thing to do here; quiet: everything else; danger: cannot be taken back. */
  readonly look?: 'primary' | 'quiet' | 'danger'
  readonly icon?: IconName
  /** The main action of a screen: 56 px, full width. */
  readonly isMain?: boolean
  /** Only as wide as its words; others fill the width they are given. */
  readonly isSnug?: boolean
  readonly isDisabled?: boolean
  /** Under way: says so and takes no second tap. */
  readonly isBusy?: boolean
  readonly busyWords?: string
  /** When the words on it are not enough for someone who does not see the screen. */
  readonly label?: string
  readonly onPress?: () => void
  readonly openType?: OpenType
  readonly onGetPhoneNumber?: PhoneHandler
}

export function Button(props: ButtonProps) {
  const { children, look = 'quiet', icon, isMain = false, isSnug = false, isBusy = false, busyWords = '请稍等', label } = props
  const isDisabled = props.isDisabled === true || isBusy
  const classes = [styles.button, styles[look], isMain ? styles.main : '', isSnug ? styles.snug : '', isDisabled ? styles.disabled : '']
  return (
    <TaroButton
      className={classes.join(' ')}
      hoverClass={isDisabled ? 'none' : (styles.pressed ?? 'none')}
      {...disabledOrNot(isDisabled)}
      {...(isDisabled || props.onPress === undefined ? {} : pressHandlers(props.onPress))}
      {...(props.openType === undefined ? {} : { openType: props.openType })}
      {...(props.onGetPhoneNumber === undefined ? {} : { onGetPhoneNumber: props.onGetPhoneNumber })}
      {...aria({ role: 'button', isDisabled, ...(label === undefined ? {} : { label }) })}
    >
      {icon !== undefined && (
        <View className={styles.icon}>
          <Icon name={icon} />
        </View>
      )}
      <Text>{isBusy ? busyWords : children}</Text>
    </TaroButton>
  )
}

/**
 * The browser's custom element takes disabled="false" for disabled, so there it is left out. Left out in WeChat, what
 * was disabled before would be sent as '', of which a template may make either.
 */
function disabledOrNot(isDisabled: boolean): { readonly disabled?: boolean } {
  if (isDisabled) return { disabled: true }
  return process.env.TARO_ENV === 'h5' ? {} : { disabled: false }
}

export interface BigButtonProps {
  readonly title: string
  readonly note?: string
  readonly icon: IconName
  readonly onPress: () => void
}

/** The villager's one giant button. */
export function BigButton({ title, note, icon, onPress }: BigButtonProps) {
  return (
    <TaroButton className={styles.big} hoverClass={styles.pressed ?? 'none'} {...pressHandlers(onPress)} {...aria({ role: 'button' })}>
      <Icon name={icon} size={48} />
      <View className={styles.bigTitle}>{title}</View>
      {note !== undefined && <View className={styles.bigNote}>{note}</View>}
    </TaroButton>
  )
}

/** A tap, and on a desk Enter or the space bar. */
export function pressHandlers(onPress: () => void): Record<string, unknown> {
  if (process.env.TARO_ENV !== 'h5') return { onClick: onPress }
  return {
    onClick: onPress,
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      onPress()
    },
  }
}
