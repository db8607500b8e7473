import { View } from '@tarojs/components'
import { formatAgo, formatNear, type EpochMs } from '@huiying/shared/kernel'
import type { EntryQuestion, EntryQuestionsAnswer } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { personWords } from '@/features/tickets/words'
import type { Loaded } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { PhotoRow } from '@/ui/photo-row'
import { Tag } from '@/ui/tag'
import styles from './entry.module.scss'

/** What neighbours asked about it, with the answers beneath, for all to read. */
export function QuestionsCard({ questions }: { readonly questions: Loaded<EntryQuestionsAnswer> }) {
  return (
    <Card title='大家问的'>
      <LoadedView loaded={questions}>
        {(answer) => (
          <View {...aria({ role: 'list', label: '大家问的' })}>
            {answer.questions.length === 0 && <View className={styles.quiet}>还没有人问过。问了，回答全村都能看到。</View>}
            {answer.questions.map((question) => (
              <Question key={question.ticketId} question={question} now={answer.now} />
            ))}
          </View>
        )}
      </LoadedView>
    </Card>
  )
}

function Question({ question, now }: { readonly question: EntryQuestion; readonly now: EpochMs }) {
  const { askedBy, askedAt, words, hasVoice, answers, mine, ticketId, responseDueAt } = question
  const who = mine ? '您' : (askedBy ?? '一位村民')
  return (
    <View className={styles.question} {...aria({ role: 'listitem' })}>
      <View className={styles.quiet}>{`${who} · ${formatAgo(askedAt, now)}`}</View>
      <View>{words === '' && hasVoice ? '（说了一段话）' : words}</View>
      {answers.map(({ by, at, words: said, photos }) => (
        <View key={at} className={styles.reply}>
          <View className={styles.quiet}>{`${by === null ? '村里' : personWords(by)} · ${formatAgo(at, now)}`}</View>
          <View>{said}</View>
          <PhotoRow photos={photos} label='回答的照片' />
        </View>
      ))}
      {answers.length === 0 && (
        <View className={styles.tag}>
          {responseDueAt < now
            ? <Tag tone='late'>{`${formatNear(responseDueAt, now)} 前该回的，还没回`}</Tag>
            : <Tag tone='soon'>{`${formatNear(responseDueAt, now)} 前有人回`}</Tag>}
        </View>
      )}
      {mine && <Button isSnug onPress={() => openTicket(ticketId)}>看我问的这件事</Button>}
    </View>
  )
}
