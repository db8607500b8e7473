import { useMe } from '@/platform/session'
import { serverNow } from '@/platform/clock'
import { Strip } from '@/ui/states'
import { cellWords, changeWords, nameOrNobody } from './month-news'
import type { MonthDesk } from './use-edits'

/** That somebody else has changed the month just now. The newest is told in full, and each cell bears a mark. */
export function NewsStrip({ desk }: { readonly desk: MonthDesk }) {
  const myId = useMe()?.person?.id
  const rows = [...desk.news.values()].sort((one, other) => other.at - one.at)
  const [latest] = rows
  if (latest === undefined) return null
  const isMine = latest.by !== null && latest.by.personId === myId
  const who = isMine ? '您在另一个窗口' : latest.by === null ? '系统' : nameOrNobody(latest.by)
  const more = rows.length > 1 ? `，还有 ${rows.length - 1} 格也改了` : ''
  return (
    <Strip icon='refresh-cw' action={{ words: '知道了', onPress: desk.forgetNews }}>
      {`刚被${who}改了：${cellWords(latest, latest.villageName)}，${changeWords(latest, serverNow())}${more}`}
    </Strip>
  )
}
