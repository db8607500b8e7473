import { useState } from 'react'
import { View } from '@tarojs/components'
import { excerpt } from '@huiying/shared/kernel'
import { checkWords, TEXT_LIMIT, type TicketView } from '@huiying/shared/tickets'
import { useDraft } from '@/platform/draft'
import { dropLocalFile, useLocalFileUrl, type LocalFile } from '@/platform/local-file'
import { sentenceOf } from '@/platform/say'
import { sendDraft } from '@/platform/send-draft'
import { useRecorder } from '@/platform/use-recorder'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { HoldToTalk } from '@/ui/hold-to-talk'
import { PhotoPicker } from '@/ui/photo-picker'
import { Sheet } from '@/ui/sheet'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import { VoiceNote } from '@/ui/voice-note'
import styles from './tickets.module.scss'

export interface ComposerSheetProps {
  readonly isOpen: boolean
  readonly title: string
  /** The draft waits on the phone under this name. */
  readonly draftName: string
  readonly path: string
  /** What goes with the words: of which village, about which entry. */
  readonly more?: object
  readonly placeholder: string
  readonly sendWords: string
  /** How the list of what waits on the phone names it. */
  readonly label: string
  /** 0: this one takes no photos. */
  readonly photoLimit: number
  /** Default: it may be spoken, too. */
  readonly withVoice?: boolean
  readonly onClose: () => void
  readonly onSent: (ticket: TicketView) => void
}

interface Words {
  readonly text: string
  readonly voice: LocalFile | null
  readonly photos: readonly LocalFile[]
}

const EMPTY: Words = { text: '', voice: null, photos: [] }

/** One sentence more, written or spoken. Mounted only while open, so that a closed one costs nothing. */
export function ComposerSheet(props: ComposerSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} title={props.title} closeWords='先不说' onClose={props.onClose}>
      <Composer {...props} />
    </Sheet>
  )
}

function Composer(props: ComposerSheetProps) {
  const { draftName, path, more = {}, placeholder, sendWords, label, title, onClose, onSent } = props
  const { photoLimit, withVoice = true } = props
  const draft = useDraft<Words>(draftName, EMPTY)
  const { text, voice, photos } = draft.value
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const recorder = useRecorder((recorded) => draft.change({ voice: recorded }))
  const voiceUrl = useLocalFileUrl(voice)

  const send = async () => {
    setFault(null)
    try {
      checkWords(text, voice !== null)
      setIsBusy(true)
      const outcome = await sendDraft<TicketView, Words>(draft, {
        path,
        body: { ...more, text: text.trim() },
        photos,
        voice,
        label: excerpt(text, 20) || label,
      })
      onClose()
      if (outcome.status === 'sent') onSent(outcome.answer)
      else toast('已存在手机上，有网了自动发')
    } catch (error) {
      setFault(sentenceOf(error))
      setIsBusy(false)
    }
  }
  const removeVoice = () => {
    if (voice !== null) void dropLocalFile(voice)
    draft.change({ voice: null })
  }
  return (
    <View>
      <TextBox
        label={title}
        value={text}
        rows={3}
        limit={TEXT_LIMIT}
        placeholder={placeholder}
        onChange={(next) => draft.change({ text: next })}
      />
      <View className={styles.composerPart}>
        {!withVoice ? null : voice === null ? (
          <HoldToTalk recorder={recorder} />
        ) : (
          <VoiceNote url={voiceUrl} durationMs={voice.durationMs} label='您说的话' onRemove={removeVoice} />
        )}
      </View>
      {photoLimit > 0 && (
        <PhotoPicker photos={photos} limit={photoLimit} onChange={(next) => draft.change({ photos: next })} />
      )}
      {fault !== null && (
        <View className={styles.composerFault} {...aria({ role: 'alert' })}>
          {fault}
        </View>
      )}
      <View className={styles.composerPart}>
        <Button look='primary' isMain icon='send' isBusy={isBusy} busyWords='正在发' onPress={() => void send()}>
          {sendWords}
        </Button>
      </View>
    </View>
  )
}
