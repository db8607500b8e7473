import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { KIND_NAMES, VISIBILITY_NAMES, type Place, type TicketView } from '@huiying/shared/tickets'
import { bearerOf, coversSeveralVillages } from '@/features/identity'
import { apiUrl } from '@/platform/request'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { PhotoRow } from '@/ui/photo-row'
import { VoiceNote } from '@/ui/voice-note'
import styles from './detail.module.scss'

export interface OwnWordsProps {
  readonly ticket: TicketView
  readonly me: Me
  readonly now: EpochMs
}

/** What was said, by whom as far as the reader may know it; whoever is not of the village is told which it is. */
export function OwnWords({ ticket, me, now }: OwnWordsProps) {
  const { text, voice, photos, place, onBehalfOf, reporter, role } = ticket
  const who = role === 'reporter' ? '我说的事' : reporter === null ? '有位邻居说' : `${reporter.name}说`
  const comesFromOutside = coversSeveralVillages(me) || bearerOf(me, ['stationed-cadre']) !== null
  const title = role === 'handler' && comesFromOutside ? `${ticket.village.name} · ${who}` : who
  const meta = [KIND_NAMES[ticket.kind], formatNear(ticket.submittedAt, now), ...(role === 'neighbour' ? [] : [whoSees(ticket)])]
  return (
    <Card title={title}>
      {text !== '' && <View className={styles.text}>{text}</View>}
      {voice !== null && <VoiceNote url={apiUrl(voice.url)} durationMs={voice.durationMs} label={role === 'reporter' ? '我说的话' : '村民说的话'} />}
      <PhotoRow photos={photos} label='说事时拍的照片' />
      {place !== null && <PlaceLine place={place} />}
      {onBehalfOf !== null && (
        <View className={styles.line}>
          <Icon name='users-round' />
          <View className={styles.lineWords}>
            替 {onBehalfOf.name} 说的{onBehalfOf.phone === null ? '，没留电话' : `，他的电话 ${onBehalfOf.phone}`}
          </View>
        </View>
      )}
      {role === 'handler' && reporter !== null && reporter.maskedPhone !== null && (
        <View className={styles.line}>
          <Icon name='phone' />
          <View className={styles.lineWords}>{reporter.maskedPhone}</View>
        </View>
      )}
      <View className={styles.meta}>{meta.join(' · ')}</View>
    </Card>
  )
}

function PlaceLine({ place }: { readonly place: Place }) {
  const { name, latitude, longitude } = place
  const hasPin = latitude !== null && longitude !== null && process.env.TARO_ENV !== 'h5'
  return (
    <View className={styles.line}>
      <Icon name='map-pin' />
      <View className={styles.lineWords}>{name}</View>
      {hasPin && (
        <Button isSnug label={`在地图上看${name}`} onPress={() => void Taro.openLocation({ latitude: Number(latitude), longitude: Number(longitude), name })}>
          看地图
        </Button>
      )}
    </View>
  )
}

/** What is for all is looked at before all see it; the matter itself does not wait for that. */
function whoSees({ publication, visibility }: TicketView): string {
  if (publication === 'waiting') return '村里人稍后能看到'
  return publication === 'withheld' ? '没有给全村看' : VISIBILITY_NAMES[visibility]
}
