import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatNear } from '@huiying/shared/kernel'
import type { ChannelState, UndeliveredPerson, UndeliveredRow } from '@huiying/shared/notifications'
import { openTicket } from '@/features/identity'
import { personWords, rowWords } from '@/features/tickets/words'
import { usePolling } from '@/features/tickets/use-ticket'
import { useMe } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { CallButton } from '@/ui/call-button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Tag } from '@/ui/tag'
import { fetchUndelivered } from './api'
import styles from './undelivered.module.scss'

type Tried = Readonly<Record<ChannelState, string>>
const BY_WECHAT: Tried = {
  none: '没开微信提醒', waiting: '微信还在发', sent: '微信发了，没看', refused: '微信没送到', failed: '微信没送到',
}
const BY_TEXT: Tried = {
  none: '没发短信', waiting: '短信还在发', sent: '短信发了，没看', refused: '短信没送到', failed: '短信没送到',
}

/**
 * Nobody on duty knows of these: whom to call, at once. One line, so that what is late stays in sight; a tap opens the
 * matters with their people. Without any it only keeps its place.
 */
export function Undelivered() {
  const loaded = useLoad('undelivered', fetchUndelivered)
  usePolling(loaded.reload)
  const me = useMe()
  const [isOpen, setIsOpen] = useState(false)
  const { now, rows } = loaded.data ?? { now: 0, rows: [] }
  if (rows.length === 0) return <View />
  return (
    <Card tone='late'>
      <ListRow
        icon='bell'
        title={`${rows.length} 件还没有人知道，请打电话`}
        note={isOpen ? '点一下收起' : placesOf(rows)}
        onPress={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <View>
          {rows.map((row) => <OneRow key={row.ticketId} row={row} now={now} ownId={me?.person?.id} />)}
        </View>
      )}
    </Card>
  )
}

interface OneRowProps {
  readonly row: UndeliveredRow
  readonly now: number
  /** Nobody rings himself. */
  readonly ownId: string | undefined
}

function OneRow({ row, now, ownId }: OneRowProps) {
  const others = row.people.filter(({ person }) => person.personId !== ownId)
  const forMe = others.length < row.people.length ? '您点开看了，就不算没人知道。' : ''
  return (
    <View className={styles.matter}>
      <ListRow
        title={`${row.villageName} ${rowWords({ ...row, photoCount: 0 }, 40)}`}
        note={`${dueWords(row, now)}。${forMe}`}
        onPress={() => openTicket(row.ticketId)}
      />
      {row.isConfidential && <Tag tone='soon'>不让村里知道</Tag>}
      <View className={styles.people}>
        {others.map((told) => (
          <View key={told.person.personId} className={styles.person}>
            <View className={styles.who}>
              <View>{personWords(told.person)}</View>
              <View className={styles.tried}>{howItWent(told)}</View>
            </View>
            {told.phone !== null && <CallButton isSnug name={told.person.name} phone={told.phone} />}
          </View>
        ))}
      </View>
    </View>
  )
}

function placesOf(rows: readonly UndeliveredRow[]): string {
  return `${[...new Set(rows.map(({ villageName }) => villageName))].join('、')}。点开看打给谁`
}

function dueWords({ dueAt, sinceAt }: UndeliveredRow, now: number): string {
  const told = `${formatNear(sinceAt, now)}开始通知`
  return dueAt < now ? `${told}，已经过了时间` : `${told}，${formatNear(dueAt, now)}前要回`
}

/** What was tried, as far as it can be told from here. */
function howItWent({ weChat, text }: UndeliveredPerson): string {
  return `${BY_WECHAT[weChat]}，${BY_TEXT[text]}`
}
