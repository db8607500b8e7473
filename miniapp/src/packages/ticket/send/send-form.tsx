import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { DirectoryAnswer, PersonTag } from '@huiying/shared/identity'
import { emergencyNumbersFor, PHOTO_LIMIT, TEXT_LIMIT, type SentTicket } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import { fetchDirectory, TICKETS_PATH } from '@/features/tickets/api'
import { takeSpoken } from '@/features/tickets/ways'
import { useDraft } from '@/platform/draft'
import { dropLocalFile, useLocalFileUrl, type LocalFile } from '@/platform/local-file'
import { sentenceOf } from '@/platform/say'
import { sendDraft } from '@/platform/send-draft'
import { useLoad } from '@/platform/use-load'
import { useRecorder } from '@/platform/use-recorder'
import { useBarTitle } from '@/ui/bar-title'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { HoldToTalk } from '@/ui/hold-to-talk'
import { Page } from '@/ui/page'
import { PhotoPicker } from '@/ui/photo-picker'
import { TextBox } from '@/ui/text-box'
import { VoiceNote } from '@/ui/voice-note'
import { Addressee, holeWords } from './addressee'
import { AlikeMatters } from './alike-matters'
import { EmergencyLine, EmergencyPanel } from './emergency'
import { Extras } from './extras'
import { PromiseLine } from './promise-line'
import { keptWords, ROADS, titleOf } from './roads'
import { bodyOf, EMPTY_SEND_DRAFT, isKept, isPhoneWrong, labelOf, type SendDraft } from './send-draft'
import styles from './send.module.scss'
import type { SentOutcome } from './sent'

export interface SendFormProps {
  readonly village: UnitBrief
  /** Who lives there speaks for himself; a cadre from elsewhere only for somebody. */
  readonly isResident: boolean
  readonly onSent: (outcome: SentOutcome) => void
}

export function SendForm({ village, isResident, onSent }: SendFormProps) {
  const { to: asked, regarding = null, about } = useRouter().params
  const road = regarding !== null ? 'above' : about === 'app' ? 'app' : null
  const draft = useDraft<SendDraft>(road === null ? 'send' : `send:${regarding ?? 'app'}`, road === null ? EMPTY_SEND_DRAFT : ROADS[road].empty)
  const stored = draft.value
  const value = isResident || stored.onBehalfOf !== null ? stored : { ...stored, onBehalfOf: { name: '', phone: '' } }
  const directory = useLoad(`directory/${village.id}`, () => fetchDirectory(village.id))
  useBarTitle(titleOf(road))
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const numbers = emergencyNumbersFor(value.text)

  const change = (part: Partial<SendDraft>) => {
    setFault(null)
    draft.change(part)
  }
  const keepVoice = (voice: LocalFile) => {
    if (stored.voice !== null) void dropLocalFile(stored.voice)
    change({ voice })
  }
  const recorder = useRecorder(keepVoice)
  useEffect(() => {
    const spoken = takeSpoken()
    if (spoken !== null) keepVoice(spoken)
    if (asked !== undefined) change({ addresseeId: asked })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: what the page was opened with
  }, [])
  const cadres = directory.data?.cadres ?? null
  const subDistrictName = directory.data?.subDistrictName ?? ''
  const people = [...(cadres ?? []), ...(directory.data?.alsoServing ?? [])]
  const isAskedGone = cadres !== null && !cadres.some(({ personId }) => personId === stored.addresseeId)
  useEffect(() => {
    // Left office since the draft was begun, or a leader who has gone home: then whom the village names.
    if (isAskedGone && stored.addresseeId !== null) change({ addresseeId: null })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the list or the choice changes
  }, [isAskedGone, stored.addresseeId])

  const dropDraft = () => {
    for (const file of [...value.photos, ...(value.voice === null ? [] : [value.voice])]) void dropLocalFile(file)
    draft.clear()
  }

  const send = async () => {
    if (isBusy) return
    setFault(null)
    if (isPhoneWrong(value)) return setFault('他的手机号没写对，是 11 位数字；不知道就空着')
    setIsBusy(true)
    try {
      const body = bodyOf(value, village.id, regarding)
      const { key } = draft
      const { photos, voice } = value
      const outcome = await sendDraft<SentTicket, SendDraft>(draft, {
        path: TICKETS_PATH, body, photos, voice, label: labelOf(value),
      })
      onSent(
        outcome.status === 'sent'
          ? {
            status: 'sent', ticket: outcome.answer, to: addresseeIn(directory.data, outcome.answer), gap: gapOf(directory.data),
            numbers, road,
          }
          : { status: 'kept', key, numbers, road },
      )
    } catch (error) {
      setFault(sentenceOf(error))
      setIsBusy(false)
    }
    return undefined
  }

  return (
    <Page
      title={titleOf(road)}
      footer={
        <>
          <Fault words={fault} />
          <PromiseLine villageId={village.id} kind={value.kind} />
          <Button look='primary' isMain icon='send' isBusy={isBusy} busyWords='正在发' onPress={() => void send()}>
            发送
          </Button>
        </>
      }
    >
      {numbers.length > 0 && <EmergencyPanel numbers={numbers} />}
      {isKept(value) ? (
        <View className={styles.to}>
          <View className={styles.toWho}>{road === null ? keptWords(value, subDistrictName) : ROADS[road].words}</View>
        </View>
      ) : (
        <Addressee
          directory={directory.data}
          pickedId={value.addresseeId}
          onPick={(addresseeId) => change({ addresseeId })}
        />
      )}
      <TextBox
        label='您的事'
        value={value.text}
        rows={5}
        limit={TEXT_LIMIT}
        placeholder={road === null ? '有什么事，写一句就行。比如：我家门口的下水道堵了' : ROADS[road].placeholder}
        onChange={(text) => change({ text })}
      />
      {/* What nobody of the village is to know of is compared with nothing. */}
      {road === null && isResident && !isKept(value) && value.onBehalfOf === null && (
        <AlikeMatters villageId={village.id} text={value.text} place={value.place} onJoined={dropDraft} />
      )}
      <View className={styles.voice}>
        {value.voice === null ? (
          <HoldToTalk recorder={recorder} note='不想打字，就说给我们听' />
        ) : (
          <DraftVoice voice={value.voice} onRemove={() => change({ voice: null })} />
        )}
      </View>
      <PhotoPicker photos={value.photos} limit={PHOTO_LIMIT} onChange={(photos) => change({ photos })} />
      {(road === null || !isResident) && (
        <View className={styles.extras}>
          <Extras value={value} mustSpeakFor={!isResident} meant={{ subDistrictName, people }} onChange={change} />
        </View>
      )}
      {numbers.length === 0 && <EmergencyLine />}
    </Page>
  )
}

/** By name, if the directory is there. */
function addresseeIn(directory: DirectoryAnswer | null, { addresseeId }: SentTicket): PersonTag | null {
  const cadre = directory?.cadres.find(({ personId }) => personId === addresseeId)
  if (cadre === undefined) return null
  const post = cadre.posts.find(({ kind }) => kind !== 'resident') ?? cadre.posts[0]
  return { personId: cadre.personId, name: cadre.name, post: post?.kind ?? null, charge: post?.charge ?? null }
}

function gapOf(directory: DirectoryAnswer | null): string | null {
  return directory === null || directory.hole === null ? null : holeWords(directory, directory.hole)
}

function DraftVoice({ voice, onRemove }: { readonly voice: LocalFile; readonly onRemove: () => void }) {
  const url = useLocalFileUrl(voice)
  const remove = () => {
    void dropLocalFile(voice)
    onRemove()
  }
  return <VoiceNote url={url} durationMs={voice.durationMs} label='您说的话' onRemove={remove} />
}
