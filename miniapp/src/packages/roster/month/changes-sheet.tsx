import { View } from '@tarojs/components'
import type { RosterChangesAnswer } from '@huiying/shared/roster'
import { fetchChanges } from '@/features/roster/api'
import { serverNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { Sheet } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { cellWords, changeWords } from './month-news'
import styles from './month.module.scss'

export interface ChangesSheetProps {
  readonly month: string
  readonly villageId: string | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

// A sheet is read from the top; two hundred lines at once would be more than WeChat takes in one go.
const SHOWN = 30

/** 改动记录: who changed what and when, the newest first. */
export function ChangesSheet({ month, villageId, isOpen, onClose }: ChangesSheetProps) {
  const changes = useLoad<RosterChangesAnswer>(isOpen ? `changes/${month}` : null, () => fetchChanges(month, 0, villageId))
  return (
    <Sheet isOpen={isOpen} title='改动记录' onClose={onClose}>
      <LoadedView loaded={changes}>
        {({ changes: rows }) =>
          rows.length === 0 ? (
            <View className={styles.say}>还没有人改过。</View>
          ) : (
            <>
              {rows.slice(0, SHOWN).map((row) => (
                <ListRow
                  key={`${row.revision}${row.villageId}${row.on}${row.seat}`}
                  title={cellWords(row, row.villageName)}
                  note={changeWords(row, serverNow())}
                  {...(row.isAfterPublishing ? { end: <Tag tone='soon'>公布后改的</Tag> } : {})}
                />
              ))}
              {rows.length > SHOWN && <View className={styles.small}>只列了最近 {SHOWN} 次。</View>}
            </>
          )
        }
      </LoadedView>
    </Sheet>
  )
}
