import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { checkReply, PHOTO_LIMIT, TEXT_LIMIT, type ReplyAnswer, type TicketView } from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { readyPhrases } from '@/features/inbox/ready-phrases'
import { PhraseList } from '@/features/inbox/phrase-list'
import { QuotedTicket } from '@/features/inbox/quoted-ticket'
import { useTicket } from '@/features/tickets/use-ticket'
import { personWords } from '@/features/tickets/words'
import { serverNow } from '@/platform/clock'
import { useDraft } from '@/platform/draft'
import { useLocalFileUrl, type LocalFile } from '@/platform/local-file'
import { sendDraft } from '@/platform/send-draft'
import { useMe } from '@/platform/session'
import { prepareTopUp, topUpInPassing } from '@/platform/subscribe'
import { useAct } from '@/platform/use-act'
import { useRecorder } from '@/platform/use-recorder'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { HoldToTalk } from '@/ui/hold-to-talk'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { PhotoPicker } from '@/ui/photo-picker'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import { VoiceNote } from '@/ui/voice-note'
import styles from './reply.module.scss'

interface ReplyDraft {
  /** `null` as long as the cadre has touched nothing: then the first ready sentence stands there. */
  readonly text: string | null
  readonly way: 'write' | 'call'
  readonly photos: readonly LocalFile[]
  readonly voice: LocalFile | null
}

const EMPTY: ReplyDraft = { text: null, way: 'write', photos: [], voice: null }

export default function ReplyPage() {
  const id = useRouter().params['id'] ?? null
  const ticket = useTicket(id)
  const me = useMe()
  if (me !== null && ticket.data !== null) return <ReplyForm ticket={ticket.data} myName={me.person?.name ?? ''} />
  return (
    <Page title='回应'>
      <SignedIn>{() => <LoadedView loaded={ticket}>{() => null}</LoadedView>}</SignedIn>
    </Page>
  )
}

function ReplyForm({ ticket, myName }: { readonly ticket: TicketView; readonly myName: string }) {
  const draft = useDraft<ReplyDraft>(`reply:${ticket.id}`, EMPTY)
  const { value, change } = draft
  const { isBusy, fault, run } = useAct({ isLast: true })
  const recorder = useRecorder((voice) => change({ voice, text: value.text ?? '' }))
  const voiceUrl = useLocalFileUrl(value.voice)
  const isFirst = ticket.respondedAt === null
  // Ready once per ticket page, so that the time in it does not change under the reader's eyes.
  const [ready] = useState(() => readyPhrases(myName, serverNow(), ticket.openHours))
  const suggested = isFirst && value.way === 'write' ? (ready[0] ?? '') : ''
  const text = value.text ?? suggested

  useEffect(prepareTopUp, [])

  const submit = () => {
    topUpInPassing(['duty', 'supervision'])
    void run(async () => {
      checkReply({ text, hasVoice: value.voice !== null })
      const outcome = await sendDraft<ReplyAnswer, ReplyDraft>(draft, {
        path: `/api/tickets/${ticket.id}/replies`,
        body: { text, byCall: value.way === 'call' },
        photos: value.photos,
        voice: value.voice,
        label: '给村民的回应',
      })
      toast(outcome.status === 'kept' ? '没有网，存在手机上了，有网自动发' : sentWords(outcome.answer))
      goBack()
    })
  }

  return (
    <Page
      title='回应'
      footer={
        <>
          <Fault words={fault} />
          <Button look='primary' isMain icon='send' isBusy={isBusy} busyWords='正在发' onPress={submit}>
            发送
          </Button>
        </>
      }
    >
      <QuotedTicket ticket={ticket} />
      <View className={styles.part}>
        <Choice
          label='怎么回的'
          options={[{ value: 'write', words: '写给村民' }, { value: 'call', words: '我打过电话了' }]}
          value={value.way}
          onChange={(way) => change({ way })}
        />
      </View>
      <View className={styles.part}>
        <TextBox
          label={value.way === 'call' ? '电话里说了什么' : '写给村民的话'}
          placeholder={value.way === 'call' ? '电话里说好了谁去、什么时候、怎么办' : '谁、什么时候、怎么办'}
          value={text}
          limit={TEXT_LIMIT}
          onChange={(next) => change({ text: next })}
        />
      </View>
      <PhraseList ready={ready} text={text} onPick={(next) => change({ text: next })} />
      <View className={styles.part}>
        {value.voice === null ? (
          <HoldToTalk recorder={recorder} words='按住说' note='村民点一下就能听' />
        ) : (
          <VoiceNote url={voiceUrl} durationMs={value.voice.durationMs} label='您说的话' onRemove={() => change({ voice: null })} />
        )}
      </View>
      <PhotoPicker photos={value.photos} limit={PHOTO_LIMIT} onChange={(photos) => change({ photos })} />
    </Page>
  )
}

function sentWords({ wasFirst, firstBy }: ReplyAnswer): string {
  if (wasFirst || firstBy === null) return '回好了，村民马上能看到'
  return `${personWords(firstBy)}先回了，您的话也发到了`
}
