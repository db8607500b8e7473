import type { NoticeData, NoticeKind, NoticeTally, NoticeWords } from './notice-data'

/** What a digest says of each kind, the gravest first; of kinds without words only the sum is said. */
const TALLIED: readonly (readonly [NoticeKind, string])[] = [
  ['closure-overdue', '没按时办完'],
  ['response-overdue', '没按时回'],
  ['order-issued', '督办单'],
  ['closure-warning', '快到办结时间'],
  ['response-reminder', '半小时没人回'],
]

/**
 * After the product was down: one notice instead of hundreds. It says that the delay of the notice was ours; how late
 * each matter is, its own page says.
 */
export function caughtUpWords({ tally = {} }: NoticeData): NoticeWords {
  const said = TALLIED.flatMap(([kind, words]) => (tally[kind] === undefined ? [] : [`${words} ${tally[kind]} 件`]))
  return { title: '系统停过，消息现在补上', body: said.length === 0 ? `共 ${sumOf(tally)} 件` : said.join('，') }
}

export function withOneMore(data: NoticeData, kind: NoticeKind): NoticeData {
  return { ...data, tally: { ...data.tally, [kind]: (data.tally?.[kind] ?? 0) + 1 } }
}

function sumOf(tally: NoticeTally): number {
  return Object.values(tally).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}
