import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { formatAgo, type EpochMs } from '@huiying/shared/kernel'
import type { HeldAnswer, HeldRow, HeldWhy, WithheldRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { decideHeld } from '@/features/tickets/held-ways'
import { personWords } from '@/features/tickets/words'
import { apiUrl } from '@/platform/request'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { PhotoRow } from '@/ui/photo-row'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'
import { VoiceNote } from '@/ui/voice-note'
import styles from './held.module.scss'

const WHY: Readonly<Record<HeldWhy, string>> = {
  review: '微信拿不准', risky: '微信说不合适', unasked: '微信没法替他看', silent: '微信一直没有回话',
}

export interface HeldCardProps {
  readonly row: HeldRow
  readonly now: EpochMs
  readonly onAnswer: (answer: HeldAnswer) => void
  readonly onRefuse: () => void
}

/** What waits for a yes or a no. */
export function HeldCard({ row, now, onAnswer, onRefuse }: HeldCardProps) {
  const act = useAct()
  const { id, ticketId, why, heldAt } = row
  const show = () => act.run(async () => {
    onAnswer(await decideHeld(id, { isOpen: true }))
    toast('这一条可以公开了')
  })
  return (
    <Said row={row}>
      <View className={styles.note}>{`${WHY[why]} · ${formatAgo(heldAt, now)}`}</View>
      <Fault words={act.fault} />
      <View className={styles.acts}>
        <View className={styles.act}>
          <Button
            look='primary'
            isBusy={act.isBusy}
            onPress={() => void show()}
          >
            可以公开
          </Button>
        </View>
        <View className={styles.act}><Button onPress={onRefuse}>不公开</Button></View>
        <View className={styles.act}><Button onPress={() => openTicket(ticketId)}>看这件事</Button></View>
      </View>
    </Said>
  )
}

export interface WithheldCardProps {
  readonly row: WithheldRow
  readonly now: EpochMs
  /** Put right a moment ago. */
  readonly isOpenNow: boolean
  readonly onPutRight: () => void
}

/** What was not shown to all: by whom and why, and the way back. */
export function WithheldCard({ row, now, isOpenNow, onPutRight }: WithheldCardProps) {
  const { ticketId, decidedAt, by, reason } = row
  return (
    <Said row={row}>
      <View className={styles.note}>
        {`${formatAgo(decidedAt, now)} ${by === null ? '街道' : personWords(by)}定的不公开：${reason}`}
      </View>
      {isOpenNow && <View className={styles.tag}><Tag tone='ok'>已经改为公开</Tag></View>}
      <View className={styles.acts}>
        {!isOpenNow && <View className={styles.act}><Button onPress={onPutRight}>改为公开</Button></View>}
        <View className={styles.act}><Button onPress={() => openTicket(ticketId)}>看这件事</Button></View>
      </View>
    </Said>
  )
}

function Said({ row, children }: { readonly row: HeldRow; readonly children: ReactNode }) {
  const { villageName, side, words, photo, voice } = row
  const who = side === 'reporter' ? '村民说的' : '办事的人回的'
  return (
    <Card title={`${villageName} · ${who}`}>
      <View className={styles.words}>{words}</View>
      {voice !== null && <VoiceNote url={apiUrl(voice.url)} durationMs={voice.durationMs} label={who} />}
      <PhotoRow photos={photo === null ? [] : [photo]} label={who} />
      {children}
    </Card>
  )
}
