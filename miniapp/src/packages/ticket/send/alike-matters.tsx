import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { DAY_MS, formatAgo, type EpochMs } from '@huiying/shared/kernel'
import type { AlikeAnswer, AlikeRow, Place } from '@huiying/shared/tickets'
import { openTicket, ticketUrl } from '@/features/identity'
import { fetchAlike, followTicket } from '@/features/tickets/together-api'
import { rowWords } from '@/features/tickets/words'
import { useAct } from '@/platform/use-act'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { ask, toast } from '@/ui/toast'
import styles from './send.module.scss'

/** So long nobody has typed: the sentence stands. */
const STANDS_MS = 900
/** Fewer characters say nothing yet. */
const LEAST = 3

export interface AlikeMattersProps {
  readonly villageId: string
  readonly text: string
  readonly place: Place | null
  /** He joined one and has no more to say himself. */
  readonly onJoined: () => void
}

/** Beneath the words, quietly: who says the same. It holds nobody up, and where it can't be fetched it is not there. */
export function AlikeMatters({ villageId, text, place, onJoined }: AlikeMattersProps) {
  const [found, setFound] = useState<AlikeAnswer | null>(null)
  const { isBusy, run } = useAct({ say: toast })
  const said = text.trim()
  useEffect(() => {
    let isLatest = true
    const show = (answer: AlikeAnswer | null): void => {
      if (isLatest) setFound(answer)
    }
    const handle = setTimeout(() => {
      if (said.length < LEAST) return show(null)
      const body = { text: said, ...(place === null ? {} : { place }) }
      fetchAlike(villageId, body).then(show, () => show(null))
      return undefined
    }, STANDS_MS)
    return () => {
      isLatest = false
      clearTimeout(handle)
    }
  }, [villageId, said, place])
  const rows = found?.rows ?? []

  const join = ({ ticket }: AlikeRow) =>
    void run(async () => {
      const { followers } = await followTicket(ticket.id, true)
      const joined = (one: AlikeRow): AlikeRow => ({ ...one, ticket: { ...one.ticket, followers }, isFollowing: true })
      setFound((before) => before === null ? null : {
        ...before, rows: before.rows.map((one) => (one.ticket.id === ticket.id ? joined(one) : one)),
      })
      const words = '有人回了、办完了都会告诉您。您写的这句还要发吗？'
      if (!(await ask({ title: '算上您家了', words, yes: '不发了', no: '还要发' }))) return
      onJoined()
      void Taro.redirectTo({ url: ticketUrl(ticket.id) })
    })
  return (
    <View className={rows.length > 0 ? styles.alikes : ''}>
      {found !== null && rows.length > 0 && (
        <Card title='村里有人在说差不多的事'>
          {rows.map((row) => (
            <View key={row.ticket.id} className={styles.alike}>
              <View
                className={styles.alikeWords}
                {...pressHandlers(() => openTicket(row.ticket.id))}
                {...aria({ role: 'button', label: `${rowWords(row.ticket, 48)}。${aboutRow(row, found.now)}。点开看` })}
              >
                <View className={styles.oneLine}>{rowWords(row.ticket, 48)}</View>
                <View className={styles.note}>{aboutRow(row, found.now)}</View>
              </View>
              {!row.ticket.mine && !row.isFollowing && (
                <Button isSnug isBusy={isBusy} onPress={() => join(row)}>我也遇到</Button>
              )}
            </View>
          ))}
          <View className={styles.note}>不是一件事，接着写、接着发就行。</View>
        </Card>
      )}
    </View>
  )
}

function aboutRow({ ticket, isNear, isFollowing, isQuiet }: AlikeRow, now: EpochMs): string {
  return [
    ticket.mine ? '您自己说过' : `${ticket.followers + 1} 家遇到`,
    ...(isFollowing ? ['算上您家了'] : []),
    ...(isNear ? ['就在附近'] : []),
    openForWords(ticket.submittedAt, now),
    ...(isQuiet ? ['好久没动静'] : []),
    ...(ticket.respondedByName === null ? [] : [`${ticket.respondedByName}回了`]),
  ].join(' · ')
}

/** "3 小时前", "说了 12 天，还没办完", "说了 3 个多月，还没办完" */
function openForWords(submittedAt: EpochMs, now: EpochMs): string {
  const days = Math.floor((now - submittedAt) / DAY_MS)
  if (days < 1) return formatAgo(submittedAt, now)
  return `说了 ${days < 60 ? `${days} 天` : `${Math.floor(days / 30)} 个多月`}，还没办完`
}
