import { View } from '@tarojs/components'
import { useMe } from '@/platform/session'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { cellWords, nameOrNobody } from './month-news'
import styles from './month.module.scss'
import type { MonthDesk } from './use-edits'

/**
 * What one has to hear of while working on a month: that an edit was not stored, or that somebody else has just changed
 * something. Over the foot of the screen, so that no cell moves away under the hand.
 */
export function MonthNotice({ desk }: { readonly desk: MonthDesk }) {
  const myId = useMe()?.person?.id
  const { fault, news } = desk
  if (fault !== null) {
    return <Notice look={styles.noticeFault ?? ''} words={`没有存上。${fault}`} role='alert' onClose={desk.forgetFault} />
  }
  const rows = [...news.values()].sort((one, other) => other.at - one.at)
  const [latest] = rows
  if (latest === undefined) return null
  const who = latest.by === null ? '有人' : latest.by.personId === myId ? '您在另一个窗口' : latest.by.name
  const what = `${cellWords(latest, latest.villageName)}，${nameOrNobody(latest.before)} 换成 ${nameOrNobody(latest.after)}`
  const more = rows.length > 1 ? `；还有 ${rows.length - 1} 格也改了` : ''
  return <Notice look={styles.noticeNews ?? ''} words={`刚被${who}改了：${what}${more}`} onClose={desk.forgetNews} />
}

interface NoticeProps {
  readonly look: string
  readonly words: string
  readonly role?: 'alert'
  readonly onClose: () => void
}

function Notice({ look, words, role, onClose }: NoticeProps) {
  return (
    <View className={styles.notice}>
      <View className={`${styles.noticeBody} ${look}`}>
        <View className={styles.noticeWords} {...aria(role === undefined ? { live: 'polite' } : { role })}>{words}</View>
        <Button isSnug onPress={onClose}>知道了</Button>
      </View>
    </View>
  )
}
