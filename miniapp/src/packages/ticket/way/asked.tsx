import { View } from '@tarojs/components'
import type { TicketView, WaysMessageKind } from '@huiying/shared/tickets'
import styles from './way.module.scss'

export interface AskedProps {
  readonly ticket: TicketView
  readonly kind: WaysMessageKind
  /** Whose words they are. */
  readonly who: string
}

/** Why something is asked for, in the words of whoever asks: nobody decides without them. */
export function Asked({ ticket, kind, who }: AskedProps) {
  const ofKind = ticket.messages.filter((message) => message.kind === kind)
  const said = ofKind[ofKind.length - 1]
  if (said === undefined) return <View />
  return <View className={styles.part}>{who}：{said.text === '' ? '（说了一段话）' : `“${said.text}”`}</View>
}
