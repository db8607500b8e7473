import { View } from '@tarojs/components'
import { formatAgo, type EpochMs } from '@huiying/shared/kernel'
import type { MessageView, TicketView } from '@huiying/shared/tickets'
import { MESSAGE_TAGS } from '@/features/tickets/way-words'
import { overTimeWords } from '@/features/tickets/countdown'
import { postShortTitle, postTitle, titleThere } from '@/features/tickets/words'
import { apiUrl } from '@/platform/request'
import { aria } from '@/ui/aria'
import { Bubble } from '@/ui/bubble'
import { PhotoRow } from '@/ui/photo-row'
import { Tag, type Tone } from '@/ui/tag'
import { VoiceNote } from '@/ui/voice-note'
import styles from './detail.module.scss'

/** Who said what to whom, in order, with faces and roles; the role in full the first time somebody speaks. */
export function Talk({ ticket, now }: { readonly ticket: TicketView; readonly now: EpochMs }) {
  const { messages } = ticket
  return (
    <View className={styles.talk}>
      {messages.length > 0 && (
        <View className={styles.heading} {...aria({ role: 'heading' })}>
          说了什么
        </View>
      )}
      {messages.map((message, index) => (
        <Bubble
          key={message.id}
          name={nameOf(message)}
          role={roleOf(message, messages.slice(0, index))}
          when={formatAgo(message.at, now)}
          isMine={message.mine}
          text={message.text}
        >
          {message.voice !== null && (
            <VoiceNote url={apiUrl(message.voice.url)} durationMs={message.voice.durationMs} label={`${nameOf(message)}说的话`} />
          )}
          <PhotoRow photos={message.photos} label={`${nameOf(message)}的照片`} />
          <Marks message={message} ticket={ticket} />
        </Bubble>
      ))}
    </View>
  )
}

function Marks({ message, ticket }: { readonly message: MessageView; readonly ticket: TicketView }) {
  const words = MESSAGE_TAGS[message.kind]
  const isTooLate = message.isResponse && ticket.responseMissed
  if (words === undefined && !isTooLate) return null
  return (
    <View className={styles.below}>
      {words !== undefined && <Tag tone={toneOf(message.kind)}>{words}</Tag>}
      {isTooLate && <Tag tone='late'>{`${overTimeWords(ticket)}才回`}</Tag>}
    </View>
  )
}

function toneOf(kind: MessageView['kind']): Tone {
  if (kind === 'closure') return 'ok'
  return kind === 'rejection' ? 'soon' : 'plain'
}

function nameOf(message: MessageView): string {
  if (message.mine) return '我'
  return message.author?.name ?? '说事的村民'
}

function roleOf({ author, side, mine }: MessageView, before: readonly MessageView[]): string {
  if (mine || author === null) return ''
  if (author.post === null) return side === 'reporter' ? '说事的村民' : ''
  const spokeBefore = before.some((message) => message.author?.personId === author.personId)
  const title = spokeBefore ? postShortTitle(author.post, author.charge) : postTitle(author.post, author.charge)
  return titleThere(author, title)
}
