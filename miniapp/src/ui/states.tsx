import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import styles from './states.module.scss'

export interface StateAction {
  readonly words: string
  readonly onPress: () => void
}

interface StateProps {
  readonly icon: IconName
  readonly title: string
  readonly note?: string
  readonly action?: StateAction
}

/** Nothing here yet: one sentence and one thing to do. */
export function Empty({ title, note, action, icon = 'inbox' }: Omit<StateProps, 'icon'> & { readonly icon?: IconName }) {
  const rest = { ...(note === undefined ? {} : { note }), ...(action === undefined ? {} : { action }) }
  return <State icon={icon} title={title} {...rest} />
}

/** No answer from the network. */
export function Offline({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <State icon='wifi-off' title='网络不通' note='请看看手机信号，再试一次。您写的都还在。' action={{ words: '再试一次', onPress: onRetry }} />
  )
}

/** The server said no; `sentence` tells what and what to do. */
export function Refused({ sentence, action }: { readonly sentence: string; readonly action: StateAction }) {
  return <State icon='circle-alert' title={sentence} action={action} />
}

/** One may not see this, or it is not there: the same face for both. */
export function NotForYou({ action }: { readonly action: StateAction }) {
  return <State icon='search' title='没有找到' note='可能已经不在了，或者不归您看。' action={action} />
}

/** A grey picture of what comes, shown only past 300 ms so that a quick answer does not flicker. */
export function Loading({ rows = 3 }: { readonly rows?: number }) {
  return (
    <View className={styles.loading} {...aria({ label: '正在打开', live: 'polite' })}>
      {Array.from({ length: rows }, (_, index) => (
        <View key={index} className={styles.bone}>
          <View className={styles.boneLong} />
          <View className={styles.boneShort} />
        </View>
      ))}
    </View>
  )
}

function State({ icon, title, note, action }: StateProps) {
  return (
    <View className={styles.state}>
      <View className={styles.icon}>
        <Icon name={icon} size={48} />
      </View>
      <View className={styles.title}>{title}</View>
      {note !== undefined && <View className={styles.note}>{note}</View>}
      {action !== undefined && (
        <View className={styles.action}>
          <Button look='primary' onPress={action.onPress}>
            {action.words}
          </Button>
        </View>
      )}
    </View>
  )
}

interface StripProps {
  readonly icon: IconName
  readonly children: ReactNode
  readonly action?: StateAction
}

/** A line at the top of a page that goes on working: old data without a network, words that wait to be sent. */
export function Strip({ icon, children, action }: StripProps) {
  return (
    <View className={`${styles.strip} ${icon === 'circle-check' ? styles.good : ''}`} {...aria({ live: 'polite' })}>
      <Icon name={icon} />
      <View className={styles.stripWords}>{children}</View>
      {action !== undefined && (
        <Button isSnug onPress={action.onPress}>
          {action.words}
        </Button>
      )}
    </View>
  )
}
