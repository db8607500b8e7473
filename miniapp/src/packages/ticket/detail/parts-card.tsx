import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { PHOTO_LIMIT, type PartAction, type PartView, type TicketView } from '@huiying/shared/tickets'
import { ComposerSheet } from '@/features/tickets/composer-sheet'
import { partPath, partTag, reportIn, reviewBody } from '@/features/tickets/parts'
import { personWords } from '@/features/tickets/words'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { PhotoRow } from '@/ui/photo-row'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'
import styles from './detail.module.scss'

export interface PartsCardProps {
  readonly ticket: TicketView
  readonly now: EpochMs
  readonly onChanged: (ticket: TicketView) => void
}

/** The departments that were called, each with where it stands and what one may do about it. */
export function PartsCard({ ticket, now, onChanged }: PartsCardProps) {
  if (ticket.parts.length === 0) return <View />
  return (
    <Card title='叫来的部门'>
      {ticket.parts.map((part) => (
        <OnePart key={part.id} ticket={ticket} part={part} now={now} onChanged={onChanged} />
      ))}
    </Card>
  )
}

/** What is said with an act; coming needs no words. */
const SAID = {
  refuse: { words: '来不了', title: '为什么来不了？', act: 'refusal', placeholder: '为什么不归你们办。领导会看', send: '告诉领导', photos: 0, more: {} },
  finish: { words: '办完了', title: '做了什么？', act: 'closure', placeholder: '做了什么，现在怎样。村民看得到', send: '办完了', photos: PHOTO_LIMIT, more: {} },
  excuse: { words: '不用来', title: '为什么不用来？', act: 'review', placeholder: '写几个字', send: '不用他们来', photos: 0, more: reviewBody(true) },
  insist: { words: '还是要来', title: '为什么还是要来？', act: 'review', placeholder: '写几个字', send: '请他们来', photos: 0, more: reviewBody(false) },
} as const
type Said = keyof typeof SAID

function OnePart({ ticket, part, now, onChanged }: PartsCardProps & { readonly part: PartView }) {
  const [saying, setSaying] = useState<Said | null>(null)
  const { isBusy, run } = useAct({ say: toast })
  const tag = partTag(part, now)
  const report = () =>
    void run(async () => {
      onChanged(await reportIn(ticket.id, part.id))
      toast('记下了，您到了')
    })
  const said = saying === null ? null : SAID[saying]
  return (
    <View className={styles.part}>
      <View className={styles.partHead}>
        <View className={styles.partName}>{part.unit.name}</View>
        <Tag tone={tag.tone}>{tag.words}</Tag>
      </View>
      {part.inside !== null && <View className={styles.text}>{part.inside.task}</View>}
      {linesOf(part, now).map((line) => <View key={line} className={styles.note}>{line}</View>)}
      {part.done !== null && <View className={styles.quote}>{part.done.text}</View>}
      {part.done !== null && <PhotoRow photos={part.done.photos} label={`${part.unit.name}的照片`} />}
      {part.actions.length > 0 && (
        <View className={styles.partActs}>
          <View className={styles.buttons}>
            {part.actions.map((action) => (
              <View key={action} className={styles.button}>
                {action === 'report' ? (
                  <Button look='primary' isBusy={isBusy} onPress={report}>到了</Button>
                ) : (
                  <Button look={lookOf(action, part)} onPress={() => setSaying(action)}>{SAID[action].words}</Button>
                )}
              </View>
            ))}
          </View>
        </View>
      )}
      {said !== null && (
        <ComposerSheet
          isOpen
          title={`${part.unit.name}：${said.title}`}
          draftName={`part:${part.id}:${saying ?? ''}`}
          path={partPath(ticket.id, part.id, said.act)}
          more={said.more}
          placeholder={said.placeholder}
          sendWords={said.send}
          label={said.words}
          photoLimit={said.photos}
          withVoice={false}
          onClose={() => setSaying(null)}
          onSent={(next) => {
            onChanged(next)
            toast('好了')
          }}
        />
      )}
    </View>
  )
}

function lookOf(action: PartAction, { state }: PartView): 'primary' | 'quiet' {
  return action === 'finish' && state === 'there' ? 'primary' : 'quiet'
}

function linesOf(part: PartView, now: EpochMs): readonly string[] {
  const { calledAt, calledBy, reportedAt, reportedBy, reportMissed, inside } = part
  const who = (person: PartView['calledBy']): string => (person === null ? '' : personWords(person))
  const { refusal = null, review = null } = inside ?? {}
  const happened = [
    { at: calledAt, words: `${who(calledBy)}叫的` },
    ...(refusal === null ? [] : [{ at: refusal.at, words: `${who(refusal.by)}说来不了：${refusal.text}` }]),
    ...(review === null ? [] : [{ at: review.at, words: `${who(review.by)}定了：${review.text}` }]),
    ...(reportedAt === null ? [] : [{ at: reportedAt, words: `${who(reportedBy)}到了${reportMissed ? '，到晚了' : ''}` }]),
  ]
  return happened.sort((one, other) => one.at - other.at).map(({ at, words }) => `${formatNear(at, now)} ${words}`)
}
