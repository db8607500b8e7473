import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import {
  checkClosure,
  CLOSURE_OUTCOMES,
  isOwing,
  NOT_ACCEPTED_REASON_NAMES,
  NOT_ACCEPTED_REASONS,
  OUTCOME_NAMES,
  PHOTO_LIMIT,
  TEXT_LIMIT,
  type ClosureOutcome,
  type NotAcceptedReason,
  type TicketView,
} from '@huiying/shared/tickets'
import { SignedIn, ticketUrl } from '@/features/identity'
import { NotNow } from '@/features/inbox/not-now'
import { QuotedTicket } from '@/features/inbox/quoted-ticket'
import { useTicket } from '@/features/tickets/use-ticket'
import { useDraft } from '@/platform/draft'
import type { LocalFile } from '@/platform/local-file'
import { sendDraft } from '@/platform/send-draft'
import { useMe } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { PhotoPicker } from '@/ui/photo-picker'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import styles from './close.module.scss'

interface ClosureDraft {
  readonly outcome: ClosureOutcome
  readonly reason: NotAcceptedReason | null
  readonly text: string
  readonly photos: readonly LocalFile[]
}

const EMPTY: ClosureDraft = { outcome: 'settled', reason: null, text: '', photos: [] }

const OUTCOME_NOTES: Readonly<Record<ClosureOutcome, string>> = {
  settled: '事情办成了',
  explained: '谁也办不了，讲清了为什么',
  'not-accepted': '不归村里、街道管；街道会复查',
}

const QUESTIONS: Readonly<Record<ClosureOutcome, string>> = {
  settled: '做了什么、谁做的、现在怎样',
  explained: '为什么办不了，村民还能找谁',
  'not-accepted': '为什么不能受理，村民该去哪里',
}

export default function ClosePage() {
  const id = useRouter().params['id'] ?? null
  const ticket = useTicket(id)
  const me = useMe()
  if (me !== null && ticket.data !== null) {
    const openParts = ticket.data.parts.filter(({ state }) => isOwing(state)).length
    if (openParts > 0) return <WaitsForParts ticket={ticket.data} openParts={openParts} />
    return <ClosureForm ticket={ticket.data} />
  }
  return (
    <Page title='办好了'>
      <SignedIn>{() => <LoadedView loaded={ticket}>{() => null}</LoadedView>}</SignedIn>
    </Page>
  )
}

/** Said before anything is written: the server would refuse it afterwards. */
function WaitsForParts({ ticket, openParts }: { readonly ticket: TicketView; readonly openParts: number }) {
  return (
    <Page title='办好了'>
      <QuotedTicket ticket={ticket} />
      <View className={styles.part}>还有 {openParts} 个部门没办完，现在还不能办结。等他们办完；不用他们来的，请街道领导定。</View>
      <Button look='primary' isMain onPress={() => void Taro.redirectTo({ url: ticketUrl(ticket.id) })}>
        看部门办到哪一步了
      </Button>
    </Page>
  )
}

function ClosureForm({ ticket }: { readonly ticket: TicketView }) {
  const draft = useDraft<ClosureDraft>(`close:${ticket.id}`, EMPTY)
  const { value } = draft
  const { isBusy, fault, forget, run } = useAct({ isLast: true })
  const change = (part: Partial<ClosureDraft>) => {
    // What was found missing is being mended.
    forget()
    draft.change(part)
  }

  const submit = () =>
    void run(async () => {
      const { outcome, reason, text } = value
      checkClosure({ outcome, reason, text, hasVoice: false })
      const sent = await sendDraft<TicketView, ClosureDraft>(draft, {
        path: `/api/tickets/${ticket.id}/closure`,
        body: { outcome, text, ...(outcome === 'not-accepted' ? { reason } : {}) },
        photos: value.photos,
        label: '办结的话',
      })
      toast(sent.status === 'kept' ? '没有网，存在手机上了，有网自动发' : '好，请村民来评')
      goBack()
    })

  if (!isBusy && !ticket.actions.includes('close')) return <Page title='办好了'><NotNow ticket={ticket} /></Page>
  return (
    <Page
      title='办好了'
      footer={
        <>
          <Fault words={fault} />
          <Button look='primary' isMain icon='check' isBusy={isBusy} busyWords='正在发' onPress={submit}>
            告诉村民
          </Button>
        </>
      }
    >
      <QuotedTicket ticket={ticket} />
      <View className={styles.part}>
        <Choice
          label='办得怎样'
          layout='list'
          options={CLOSURE_OUTCOMES.map((outcome) => ({
            value: outcome,
            words: OUTCOME_NAMES[outcome],
            note: OUTCOME_NOTES[outcome],
          }))}
          value={value.outcome}
          onChange={(outcome) => change({ outcome })}
        />
      </View>
      {value.outcome === 'not-accepted' && (
        <View className={styles.part}>
          <View className={styles.label}>是哪一种</View>
          <Choice
            label='不予受理的原因'
            layout='list'
            options={NOT_ACCEPTED_REASONS.map((reason) => ({
              value: reason,
              words: NOT_ACCEPTED_REASON_NAMES[reason],
            }))}
            value={value.reason}
            onChange={(reason) => change({ reason })}
          />
        </View>
      )}
      <View className={styles.part}>
        <TextBox
          label='写给村民的话'
          placeholder={QUESTIONS[value.outcome]}
          value={value.text}
          limit={TEXT_LIMIT}
          onChange={(text) => change({ text })}
        />
      </View>
      <View className={styles.part}>
        <PhotoPicker photos={value.photos} limit={PHOTO_LIMIT} onChange={(photos) => change({ photos })} />
        <View className={styles.note}>有照片更清楚，没有也行</View>
      </View>
    </Page>
  )
}
