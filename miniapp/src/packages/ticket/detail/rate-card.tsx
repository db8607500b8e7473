import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { RATING_NAMES, RATINGS, type Rating, type TicketView } from '@huiying/shared/tickets'
import { rateTicket, rejectionPath } from '@/features/tickets/api'
import { ComposerSheet } from '@/features/tickets/composer-sheet'
import { useAct } from '@/platform/use-act'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { ask, toast } from '@/ui/toast'
import styles from './detail.module.scss'

const FACES: Readonly<Record<Rating, IconName>> = {
  satisfied: 'smile',
  'fairly-satisfied': 'meh',
  dissatisfied: 'frown',
}

const LAST_WORDS: Readonly<Record<Rating, string>> = {
  satisfied: '评了以后，这件事就结束了。',
  'fairly-satisfied': '评了以后，这件事就结束了。',
  dissatisfied: '评了以后，这件事就结束了。要是还没办好，请选“没办好，接着办”。',
}

export interface RateCardProps {
  readonly ticket: TicketView
  readonly now: EpochMs
  readonly onChanged: (ticket: TicketView) => void
}

/**
 * The resident's own word on what was done: three faces, or "not settled". Once for each closure, so it is asked
 * twice.
 */
export function RateCard({ ticket, now, onChanged }: RateCardProps) {
  const [isRejecting, setIsRejecting] = useState(false)
  const { isBusy, run } = useAct({ say: toast })
  const rate = async (rating: Rating) => {
    if (isBusy) return
    if (
      !(await ask({ title: `您评“${RATING_NAMES[rating]}”`, words: LAST_WORDS[rating], yes: '就评这个', no: '再想想' }))
    )
      return
    await run(async () => {
      onChanged(await rateTicket(ticket.id, rating))
      toast('记下了，谢谢您')
    })
  }
  const closing = ticket.messages.filter((message) => message.kind === 'closure').pop()
  return (
    <Card title='办好了没有？您来评'>
      {closing !== undefined && closing.text !== '' && <View className={styles.quote}>{closing.text}</View>}
      <View className={styles.faces}>
        {RATINGS.map((rating) => (
          <View
            key={rating}
            className={styles.face}
            {...pressHandlers(() => void rate(rating))}
            {...aria({ role: 'button', label: `评${RATING_NAMES[rating]}`, isDisabled: isBusy })}
          >
            <Icon name={FACES[rating]} size={48} />
            <View className={styles.faceWords}>{RATING_NAMES[rating]}</View>
          </View>
        ))}
      </View>
      <Button icon='undo-2' onPress={() => setIsRejecting(true)}>
        没办好，接着办
      </Button>
      {ticket.answerUntil !== null && <View className={styles.until}>{formatNear(ticket.answerUntil, now)} 前都能评</View>}
      <ComposerSheet
        isOpen={isRejecting}
        title='哪里没办好？'
        draftName={`rejection:${ticket.id}`}
        path={rejectionPath(ticket.id)}
        placeholder='写一句就行。比如：又堵上了'
        sendWords='告诉他们，接着办'
        label='还没办好'
        photoLimit={0}
        onClose={() => setIsRejecting(false)}
        onSent={(next) => {
          onChanged(next)
          toast('告诉他们了，重新开始算时间')
        }}
      />
    </Card>
  )
}
