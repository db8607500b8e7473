import { View } from '@tarojs/components'
import {
  DECISION_METHOD_NAMES, DECISION_METHODS, DECISION_PHOTOS_LIMIT, DECISION_TITLE_LIMIT, type DecisionMethod,
  type DecisionsAnswer,
} from '@huiying/shared/expenses'
import { capitalsOf, chinaDateOf, parseYuan, type CalendarDate } from '@huiying/shared/kernel'
import { recordDecision } from '@/features/expenses/ground-api'
import { PastDay } from '@/features/expenses/past-day'
import { useUploadOnce } from '@/features/expenses/use-upload-once'
import { serverNow } from '@/platform/clock'
import { useDraft } from '@/platform/draft'
import { dropLocalFile, type LocalFile } from '@/platform/local-file'
import { sendDraftNow } from '@/platform/send-draft'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { ChoiceField } from '@/ui/choice-field'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { PhotoPicker } from '@/ui/photo-picker'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { decisionFaultOf } from './decision-words'
import styles from './decisions.module.scss'

interface RecordDraft {
  readonly title: string
  readonly method: DecisionMethod
  readonly passedOn: CalendarDate | ''
  readonly budgetText: string
  readonly presentText: string
  readonly yesText: string
  readonly photos: readonly LocalFile[]
}

const EMPTY: RecordDraft = {
  title: '', method: 'four-two', passedOn: '', budgetText: '', presentText: '', yesText: '', photos: [],
}

export interface RecordSheetProps {
  readonly villageId: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChanged: (answer: DecisionsAnswer) => void
}

/** What the village decided, with its minutes; kept on the phone until it is written down. */
export function RecordSheet({ villageId, isOpen, onClose, onChanged }: RecordSheetProps) {
  const kept = useDraft<RecordDraft>(`decision/${villageId}`, EMPTY)
  const { value: draft, change } = kept
  const { isBusy, fault, complain, run } = useAct()
  const uploadOnce = useUploadOnce()
  const budgetFen = parseYuan(draft.budgetText)
  const send = () => {
    const wrong = decisionFaultOf({ ...draft, photoCount: draft.photos.length }, budgetFen)
    if (wrong !== null || budgetFen === null) return complain(wrong)
    return void run(async () => {
      const { title, method, passedOn, presentText, yesText, photos } = draft
      const photoIds = await Promise.all(photos.map(uploadOnce))
      const [presentCount, yesCount] = [Number(presentText), Number(yesText)]
      const body = { title: title.trim(), method, passedOn, budgetFen, presentCount, yesCount, photoIds }
      onChanged(await sendDraftNow(kept, (key) => recordDecision(villageId, body, key)))
      await Promise.all(photos.map(dropLocalFile))
      onClose()
      toast('记下了')
    })
  }
  return (
    <Sheet isOpen={isOpen} title='记一件定过的事' onClose={onClose} closeWords='先不记'>
      <Field title='定了什么'>
        <Line
          label='定了什么'
          value={draft.title}
          placeholder='比如：修村口石桥'
          maxLength={DECISION_TITLE_LIMIT}
          onChange={(title) => change({ title })}
        />
      </Field>
      <ChoiceField
        title='怎么定的'
        value={draft.method}
        options={DECISION_METHODS.map((method) => ({ value: method, words: DECISION_METHOD_NAMES[method] }))}
        onChange={(method) => change({ method })}
      />
      <Field title='哪天定的'>
        <PastDay
          label='哪天定的'
          value={draft.passedOn === '' ? null : draft.passedOn}
          today={chinaDateOf(serverNow())}
          onChange={(passedOn) => change({ passedOn })}
        />
      </Field>
      <Field title='最多花多少（元）' {...(budgetFen !== null && budgetFen > 0 ? { note: capitalsOf(budgetFen) } : {})}>
        <Line
          label='最多花多少'
          value={draft.budgetText}
          placeholder='20000'
          keyboard='digit'
          maxLength={20}
          onChange={(budgetText) => change({ budgetText })}
        />
      </Field>
      <Field title='到会几个人'>
        <Line
          label='到会几个人'
          value={draft.presentText}
          keyboard='number'
          maxLength={5}
          onChange={(presentText) => change({ presentText })}
        />
      </Field>
      <Field title='同意几个人'>
        <Line label='同意几个人' value={draft.yesText} keyboard='number' maxLength={5} onChange={(yesText) => change({ yesText })} />
      </Field>
      <Field title='会议记录' note='有签到和表决的那几页'>
        <PhotoPicker photos={draft.photos} limit={DECISION_PHOTOS_LIMIT} onChange={(photos) => change({ photos })} />
      </Field>
      <Fault words={fault} />
      <View className={styles.act}>
        <Button look='primary' isMain isBusy={isBusy} busyWords='正在传照片' onPress={send}>记下来</Button>
      </View>
    </Sheet>
  )
}
