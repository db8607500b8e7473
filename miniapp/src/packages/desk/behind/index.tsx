import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { CLASS_NAMES, MEASURE_NAMES, MEASURES, type FigureTicketRow, type Measure } from '@huiying/shared/figures'
import { chinaDateOf, formatDate, formatNear, isCalendarDate, MINUTE_MS } from '@huiying/shared/kernel'
import { OUTCOME_NAMES } from '@huiying/shared/tickets'
import { openTicket, SignedIn } from '@/features/identity'
import { fetchFigureTickets, type FigureQuery } from '@/features/figures/api'
import { rowWords } from '@/features/tickets/words'
import { useNow } from '@/platform/clock'
import { usePages } from '@/platform/use-pages'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { goBack, Page } from '@/ui/page'
import { RefusedBy } from '@/ui/refused-by'
import { Empty, Loading, NotForYou, Offline } from '@/ui/states'
import styles from '../figures/figures.module.scss'
import { raisedWords } from '../figures/periods'

/** The tickets behind one number. */
export default function BehindPage() {
  const query = queryIn(useRouter().params)
  return (
    <Page title='是哪些事'>
      <SignedIn>
        {(me) => query === null
          ? <NotForYou action={{ words: '返回', onPress: goBack }} />
          : <Behind key={me.accountId} query={query} />}
      </SignedIn>
    </Page>
  )
}

type Row = FigureTicketRow & { readonly id: string }

function Behind({ query }: { readonly query: FigureQuery }) {
  const now = useNow(MINUTE_MS)
  const { rows, error, isLoading, hasMore, loadMore, reload } = usePages<Row>(JSON.stringify(query), async (cursor) => {
    const answer = await fetchFigureTickets(query, cursor)
    // A ticket of two rounds may stand here twice.
    return { ...answer, rows: answer.rows.map((row) => ({ ...row, id: `${row.ticketId}.${row.cycle}` })) }
  })
  usePullDownRefresh(() => void reload().then(() => stopPullDownRefresh()))
  useReachBottom(() => void loadMore())
  if (rows === null) {
    if (error === null) return <Loading rows={5} />
    return error.offline
      ? <Offline onRetry={() => void reload()} />
      : <RefusedBy error={error} onRetry={() => void reload()} />
  }
  const names: Readonly<Record<string, string>> = CLASS_NAMES[query.measure]
  const title = `${MEASURE_NAMES[query.measure]}：${names[query.class] ?? ''}`
  if (rows.length === 0) return <Empty icon='circle-check' title='一件也没有' note={title} />
  return (
    <Card title={title}>
      <View className={styles.quiet}>{`${unitWords(query, rows)}${periodWords(query, now)}`}</View>
      {rows.map((row) => (
        <ListRow
          key={row.id}
          title={rowWords({ ...row, photoCount: 0 }, 60)}
          note={noteOf(row, query.measure, now)}
          when={`${formatNear(row.submittedAt, now)}提的`}
          onPress={() => openTicket(row.ticketId)}
        />
      ))}
      {hasMore && <Button isBusy={isLoading} onPress={() => void loadMore()}>看更早的</Button>}
    </Card>
  )
}

/** The village whose number it was; what the sub-district handles itself is of several. */
function unitWords({ unitId }: FigureQuery, rows: readonly Row[]): string {
  if (unitId === undefined) return ''
  return rows.some(({ isConfidential }) => isConfidential) ? '街道直接办的，' : `${rows[0]?.villageName ?? ''}，`
}

function periodWords({ isOlder, ...period }: FigureQuery, now: number): string {
  const today = chinaDateOf(now)
  return isOlder === '1' ? `${formatDate(period.fromOn, today)}以前提的` : raisedWords(period, today)
}

function noteOf(row: FigureTicketRow, measure: Measure, now: number): string {
  const { villageName, isConfidential, dueAt, doneAt, cycle, outcome, callback } = row
  const act = measure === 'response' ? '回' : '办完'
  const done = doneAt === null ? `应在${formatNear(dueAt, now)}前${act}` : `${formatNear(doneAt, now)}${act}的`
  return [
    isConfidential ? `${villageName}（不让村里知道）` : villageName,
    cycle > 1 ? `第 ${cycle} 轮` : '',
    done,
    outcome === null || measure === 'response' ? '' : OUTCOME_NAMES[outcome],
    callback === null ? '' : saidWords(callback),
  ].filter((words) => words !== '').join(' · ')
}

function saidWords({ isAnswered, isSettled, words }: NonNullable<FigureTicketRow['callback']>): string {
  const said = [isAnswered ? '' : '没按时回', isSettled ? '' : '没办好'].filter((one) => one !== '')
  return `回访：${said.length === 0 ? '说办好了' : `说${said.join('、')}`}${words === null ? '' : `，“${words}”`}`
}

function queryIn(params: Partial<Record<string, string>>): FigureQuery | null {
  const { from, to, class: inClass, unitId, topicId, kind } = params
  const measure = MEASURES.find((one) => one === params['measure'])
  if (from === undefined || to === undefined || !isCalendarDate(from) || !isCalendarDate(to)) return null
  if (measure === undefined || inClass === undefined) return null
  const isOlder = params['isOlder'] === '1' ? '1' as const : undefined
  return { fromOn: from, toOn: to, measure, class: inClass, unitId, topicId, kind, isOlder }
}
