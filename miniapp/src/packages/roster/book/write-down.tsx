import { View } from '@tarojs/components'
import { BOOK_OUTCOME_NAMES, BOOK_WORDS_LIMIT, type BookAnswer, type BookOutcome } from '@huiying/shared/roster'
import { writeBook } from '@/features/roster/api'
import { useDraft } from '@/platform/draft'
import { sendDraftNow } from '@/platform/send-draft'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { Field } from '@/ui/field'
import { Page } from '@/ui/page'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import styles from './book.module.scss'

export interface WriteDownProps {
  readonly villageId: string
  /** `null`: thought better of it; the words wait on the phone. */
  readonly onDone: (written: BookAnswer | null) => void
}

interface BookDraft {
  readonly words: string
  readonly result: string
  readonly outcome: BookOutcome
}

const EMPTY: BookDraft = { words: '', result: '', outcome: 'settled' }

const OUTCOME_NOTES: Readonly<Record<BookOutcome, string>> = {
  settled: '在村里就办成了',
  'to-meeting': '村里办不了，带到街道的专题会',
}

/** What somebody came in with, and what became of it. */
export function WriteDown({ villageId, onDone }: WriteDownProps) {
  const draft = useDraft<BookDraft>(`book:${villageId}`, EMPTY)
  const { value, change } = draft
  const { isBusy, fault, complain, run } = useAct({ isLast: true })
  const send = () => {
    if (value.words.trim() === '') return complain('请写一句：谁来说了什么事')
    return void run(async () => {
      const body = { ...value, words: value.words.trim(), result: value.result.trim() }
      const answer = await sendDraftNow(draft, (key) => writeBook(villageId, body, key))
      toast('记下了')
      onDone(answer)
    })
  }
  return (
    <Page
      title='记一笔'
      footer={
        <>
          <Fault words={fault} />
          <Button look='primary' isMain icon='check' isBusy={isBusy} onPress={send}>
            记下
          </Button>
        </>
      }
    >
      <Field title='什么事'>
        <TextBox
          label='什么事'
          value={value.words}
          rows={3}
          limit={BOOK_WORDS_LIMIT}
          placeholder='谁来说了什么。比如：三组赵大爷来问低保'
          onChange={(words) => change({ words })}
        />
      </Field>
      <View className={styles.part}>
        <Choice
          label='怎么解决的'
          layout='list'
          value={value.outcome}
          options={(Object.keys(BOOK_OUTCOME_NAMES) as BookOutcome[]).map((outcome) => ({
            value: outcome, words: BOOK_OUTCOME_NAMES[outcome], note: OUTCOME_NOTES[outcome],
          }))}
          onChange={(outcome) => change({ outcome })}
        />
      </View>
      <Field title={value.outcome === 'settled' ? '办成了什么' : '要会上定什么'}>
        <TextBox
          label={value.outcome === 'settled' ? '办成了什么' : '要会上定什么'}
          value={value.result}
          rows={3}
          limit={BOOK_WORDS_LIMIT}
          onChange={(result) => change({ result })}
        />
      </Field>
      <Button onPress={() => onDone(null)}>先不记</Button>
    </Page>
  )
}
