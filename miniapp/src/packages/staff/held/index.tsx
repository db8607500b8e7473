import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { formatAgo } from '@huiying/shared/kernel'
import { WITHHELD_REASON_LIMIT, type HeldAnswer, type HeldRow, type HeldWhy } from '@huiying/shared/tickets'
import { openTicket, SignedIn } from '@/features/identity'
import { decideHeld, fetchHeld, HELD_URL } from '@/features/tickets/held-ways'
import { apiUrl } from '@/platform/request'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { PhotoRow } from '@/ui/photo-row'
import { Sheet } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import { TextBox } from '@/ui/text-box'
import { VoiceNote } from '@/ui/voice-note'
import styles from './held.module.scss'

const WHY: Readonly<Record<HeldWhy, string>> = {
  review: '微信拿不准', risky: '微信说不合适', unasked: '微信没法替他看', silent: '微信一直没有回话',
}

/** What a person must look at before the whole village sees it. */
export default function HeldPage() {
  return (
    <Page title='待看的内容'>
      <SignedIn backTo={HELD_URL}>{(me) => <Held key={me.accountId} />}</SignedIn>
    </Page>
  )
}

function Held() {
  const held = useLoad('held', fetchHeld)
  const [refused, setRefused] = useState<HeldRow | null>(null)
  usePullDownRefresh(() => void held.reload().then(() => stopPullDownRefresh()))
  return (
    <LoadedView loaded={held}>
      {(answer) => (
        <>
          <View className={styles.note}>事情照样在办，只是还没给全村看。您看一眼再定。</View>
          {answer.rows.length === 0 && <Empty icon='circle-check' title='没有待看的' note='有要您看的，会来消息。' />}
          {answer.rows.map((row) => (
            <HeldCard
              key={row.id}
              row={row}
              now={answer.now}
              onAnswer={held.replace}
              onRefuse={() => setRefused(row)}
            />
          ))}
          {refused !== null && (
            <RefuseSheet row={refused} onAnswer={held.replace} onClose={() => setRefused(null)} />
          )}
        </>
      )}
    </LoadedView>
  )
}

interface HeldCardProps {
  readonly row: HeldRow
  readonly now: number
  readonly onAnswer: (answer: HeldAnswer) => void
  readonly onRefuse: () => void
}

function HeldCard({ row, now, onAnswer, onRefuse }: HeldCardProps) {
  const act = useAct()
  const { id, ticketId, villageName, side, why, heldAt, words, photo, voice } = row
  const who = side === 'reporter' ? '村民说的' : '办事的人回的'
  return (
    <Card title={`${villageName} · ${who}`}>
      <View className={styles.words}>{words}</View>
      {voice !== null && <VoiceNote url={apiUrl(voice.url)} durationMs={voice.durationMs} label={who} />}
      <PhotoRow photos={photo === null ? [] : [photo]} label={who} />
      <View className={styles.note}>{`${WHY[why]} · ${formatAgo(heldAt, now)}`}</View>
      <Fault words={act.fault} />
      <View className={styles.acts}>
        <View className={styles.act}>
          <Button
            look='primary'
            isBusy={act.isBusy}
            onPress={() => void act.run(async () => onAnswer(await decideHeld(id, { isOpen: true })))}
          >
            可以公开
          </Button>
        </View>
        <View className={styles.act}><Button onPress={onRefuse}>不公开</Button></View>
        <View className={styles.act}><Button onPress={() => openTicket(ticketId)}>看这件事</Button></View>
      </View>
    </Card>
  )
}

interface RefuseSheetProps {
  readonly row: HeldRow
  readonly onAnswer: (answer: HeldAnswer) => void
  readonly onClose: () => void
}

function RefuseSheet({ row, onAnswer, onClose }: RefuseSheetProps) {
  const [reason, setReason] = useState('')
  const act = useAct()
  const send = async (): Promise<void> => {
    const body = { isOpen: false, reason: reason.trim() }
    const isDone = await act.run(async () => onAnswer(await decideHeld(row.id, body)))
    if (isDone) onClose()
  }
  return (
    <Sheet isOpen title='为什么不公开' onClose={onClose} closeWords='先不'>
      <TextBox
        label='不公开的原因'
        value={reason}
        placeholder='说事的人看得到，比如：有别人的电话'
        limit={WITHHELD_REASON_LIMIT}
        rows={3}
        onChange={setReason}
      />
      <Fault words={act.fault} />
      <Button look='danger' isMain isBusy={act.isBusy} onPress={() => void send()}>
        不公开
      </Button>
    </Sheet>
  )
}
