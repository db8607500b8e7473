import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PersonTag } from '@huiying/shared/identity'
import { formatNear } from '@huiying/shared/kernel'
import type { EmergencyNumber, SentTicket } from '@huiying/shared/tickets'
import { openPage, ticketUrl } from '@/features/identity'
import { AnswerBell } from '@/features/tickets/answer-bell'
import { keptFromWords, keptWithWords } from '@/features/tickets/kept-from'
import { personWords } from '@/features/tickets/words'
import { useOutbox } from '@/platform/outbox-store'
import { aria } from '@/ui/aria'
import { useBarTitle } from '@/ui/bar-title'
import { Button } from '@/ui/button'
import { Icon, type IconName } from '@/ui/icon'
import { Page } from '@/ui/page'
import { EmergencyPanel } from './emergency'
import { ROADS, titleOf, type RoadName } from './roads'
import styles from './send.module.scss'

/** `road`: the one past the village that it was sent by. */
export type SentOutcome = { readonly numbers: readonly EmergencyNumber[]; readonly road: RoadName | null } & (
  /** `to`: whom it is @-ed to. `gap`: that nobody sits, and whom it went to instead; `null` where somebody does. */
  | { readonly status: 'sent'; readonly ticket: SentTicket; readonly to: PersonTag | null; readonly gap: string | null }
  /** On the phone still, under this key. */
  | { readonly status: 'kept'; readonly key: string }
)

/** What happens now, by the clock: not "sent successfully" but when somebody answers. */
export function Sent({ outcome, accountId }: { readonly outcome: SentOutcome; readonly accountId: string }) {
  const waiting = useOutbox(accountId)
  if (outcome.status === 'sent') return <Arrived {...outcome} />
  const item = waiting.find((one) => one.key === outcome.key)
  if (item === undefined) {
    return (
      <Result icon='circle-check' page={titleOf(outcome.road)} title='刚刚发出去了' words='几点前有人回您，点下面看' numbers={outcome.numbers}>
        <Button look='primary' isMain onPress={() => void Taro.redirectTo({ url: '/packages/ticket/mine/index' })}>
          看看进展
        </Button>
      </Result>
    )
  }
  return (
    <Result
      icon='wifi-off'
      page={titleOf(outcome.road)}
      title='已存在手机上'
      words='现在没有网。有网了自动发，只发一次，您不用再写。'
      numbers={outcome.numbers}
    >
      <Button look='primary' isMain onPress={() => openPage('/pages/home/index')}>
        知道了
      </Button>
    </Result>
  )
}

function Arrived({ ticket, to, gap, numbers, road }: Extract<SentOutcome, { readonly status: 'sent' }>) {
  const { confidence, village } = ticket
  const ofRoad = road === null ? null : ROADS[road].keptFrom
  const keptFrom = confidence === null ? null : ofRoad ?? keptFromWords(confidence)
  const whom = confidence !== null ? keptWithWords(confidence) : to === null ? village.name : personWords(to)
  return (
    <Result
      icon='circle-check'
      page={confidence !== null && road === null ? '不让村里知道' : titleOf(road)}
      title={`${formatNear(ticket.responseDueAt, ticket.now)} 前`}
      promise='会有人回您'
      words={keptFrom !== null ? `已经送到${whom}，${keptFrom}。` : gap === null ? `已经送到${whom}，值班的人也收到了。` : `${gap}。`}
      numbers={numbers}
    >
      <Button look='primary' isMain onPress={() => void Taro.redirectTo({ url: ticketUrl(ticket.id) })}>
        看看进展
      </Button>
      <AnswerBell />
    </Result>
  )
}

interface ResultProps {
  readonly icon: IconName
  /** What the page is called. */
  readonly page: string
  readonly title: string
  /** A second line as large as the first. */
  readonly promise?: string
  readonly words: string
  readonly numbers: readonly EmergencyNumber[]
  readonly children: React.ReactNode
}

function Result({ icon, page, title, promise, words, numbers, children }: ResultProps) {
  useBarTitle(page)
  return (
    <Page title={page}>
      {numbers.length > 0 && <EmergencyPanel numbers={numbers} isSent />}
      <View className={styles.result} {...aria({ live: 'polite' })}>
        <Icon name={icon} size={48} />
        <View className={styles.resultTitle}>{title}</View>
        {promise !== undefined && <View className={styles.resultPromise}>{promise}</View>}
        <View className={styles.resultWords}>{words}</View>
      </View>
      {children}
      <View className={styles.gapTop}>
        {icon === 'circle-check' && <Button onPress={() => openPage('/pages/home/index')}>回首页</Button>}
      </View>
    </Page>
  )
}
