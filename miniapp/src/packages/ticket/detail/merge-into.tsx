import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatAgo } from '@huiying/shared/kernel'
import type { TicketView } from '@huiying/shared/tickets'
import { fetchMergeCandidates, mergeTicket } from '@/features/tickets/together-api'
import { rowWords } from '@/features/tickets/words'
import { sentenceOf } from '@/platform/say'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { Sheet } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { ask, toast } from '@/ui/toast'
import styles from './detail.module.scss'

interface MergeIntoProps {
  readonly ticketId: string
  readonly onChanged: (ticket: TicketView) => void
}

/** A handler says that it is the same matter as another one. */
export function MergeInto({ ticketId, onChanged }: MergeIntoProps) {
  const [isOpen, setIsOpen] = useState(false)
  const merge = async (intoId: string) => {
    const words = '以后在那一件里回，这一家也看得到您的回复。时间按早的那件算。'
    if (!(await ask({ title: '是同一件事？', words, yes: '并过去', no: '再看看' }))) return
    try {
      onChanged(await mergeTicket(ticketId, intoId))
      toast('并好了，会告诉这一家')
    } catch (error) {
      toast(sentenceOf(error))
    }
    setIsOpen(false)
  }
  return (
    <View className={styles.below}>
      <Button onPress={() => setIsOpen(true)}>和别的是同一件事</Button>
      <Sheet isOpen={isOpen} title='和哪一件是同一件' closeWords='不并了' onClose={() => setIsOpen(false)}>
        <Candidates ticketId={ticketId} onPick={(id) => void merge(id)} />
      </Sheet>
    </View>
  )
}

function Candidates({ ticketId, onPick }: { readonly ticketId: string; readonly onPick: (id: string) => void }) {
  const loaded = useLoad(`merge/${ticketId}`, () => fetchMergeCandidates(ticketId))
  return (
    <LoadedView loaded={loaded}>
      {({ rows, now }) => (
        <View>
          {rows.length === 0 && <View className={styles.note}>村里没有别的在办的事可以并。</View>}
          {rows.map((row) => (
            <Card key={row.id}>
              <ListRow
                title={rowWords(row, 40)}
                note={[row.reporterName, formatAgo(row.submittedAt, now)].filter((words) => words !== null).join(' · ')}
                {...(row.isAlike ? { end: <Tag tone='ok'>很像</Tag> } : {})}
                onPress={() => onPick(row.id)}
              />
            </Card>
          ))}
        </View>
      )}
    </LoadedView>
  )
}
