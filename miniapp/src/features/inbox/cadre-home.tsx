import { Text, View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import type { InboxAnswer, InboxGroup } from '@huiying/shared/tickets'
import { handlesAbove, mayHaveDuty, mySubDistrict, openTicket } from '@/features/identity'
import { TakeOverLine } from '@/features/roster/take-over-line'
import { fetchInbox } from '@/features/tickets/api'
import { usePolling } from '@/features/tickets/use-ticket'
import { useLoad } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { LoadedView } from '@/ui/loaded-view'
import { Empty } from '@/ui/states'
import { InboxCard } from './inbox-card'
import { openWay } from './ways'
import styles from './inbox.module.scss'

const GROUP_TITLES: Readonly<Record<InboxGroup, string>> = {
  objections: '等您定：说不该他们办',
  extensions: '等您定：要多几天',
  refusals: '等您定：部门说来不了',
  late: '已超时',
  answer: '1 小时内要回',
  finish: '今天要办完',
  'answer-later': '晚一点要回',
  'finish-later': '以后要办完',
  waiting: '等村民评',
  'handed-on': '转出去的',
}

const ORDER = Object.keys(GROUP_TITLES) as readonly InboxGroup[]

const DECISIONS: Readonly<Partial<Record<InboxGroup, (ticketId: string) => void>>> = {
  objections: (id) => openWay(id, 'rule'),
  extensions: (id) => openWay(id, 'decide-extension'),
  refusals: openTicket,
}

/** The cadre's side of the home tab: what burns, the most urgent first, each card two taps from an honest answer. */
export function CadreHome({ me }: { readonly me: Me }) {
  const inbox = useLoad(`inbox/${me.accountId}`, fetchInbox)
  usePullDownRefresh(() => void inbox.reload().then(() => stopPullDownRefresh()))
  usePolling(inbox.reload)
  return (
    <>
      {mayHaveDuty(me) && <TakeOverLine accountId={me.accountId} />}
      <LoadedView loaded={inbox}>{(answer) => <Groups answer={answer} me={me} />}</LoadedView>
    </>
  )
}

function Groups({ answer, me }: { readonly answer: InboxAnswer; readonly me: Me }) {
  if (answer.groups.every(({ count }) => count === 0)) return <Empty icon='circle-check' {...emptyWords(me)} />
  return (
    <>
      {ORDER.map((key) => {
        const group = answer.groups.find((one) => one.key === key)
        // Each keeps its place while it is empty: else the screen is sent all of them anew when one comes or goes.
        return <View key={key}>{group !== undefined && group.count > 0 && <Group group={group} />}</View>
      })}
    </>
  )
}

function Group({ group: { key, count, rows } }: { readonly group: InboxAnswer['groups'][number] }) {
  return (
    <View className={styles.group}>
      <View className={`${styles.heading} ${key === 'late' ? styles.headingLate : ''}`} {...aria({ role: 'heading' })}>
        <Text>{GROUP_TITLES[key]}</Text>
        <Text className={styles.count}>{count} 件</Text>
      </View>
      {rows.map((row) => (
        <InboxCard key={row.id} row={row} decide={DECISIONS[key] ?? null} />
      ))}
      {count > rows.length && <View className={styles.more}>先办前面这 {rows.length} 件，办完后面的会上来</View>}
    </View>
  )
}

/** Nothing to do, and what would come: at the county that is little, and nobody there is @-ed. */
function emptyWords(me: Me): { readonly title: string; readonly note: string } {
  if (!handlesAbove(me) || mySubDistrict(me) !== null) return { title: '都回了，都办完了', note: '有村民找您，这里马上会有。' }
  return {
    title: '没有人反映街道领导',
    note: '村民反映街道领导，一发出来就到这里。街道一直没办完的事，督办单写在最上面，请您过问。',
  }
}
