import type { PersonTag } from '@huiying/shared/identity'
import { formatAgo, type EpochMs } from '@huiying/shared/kernel'
import {
  cellKey, SEAT_NAMES, type Cell, type CellChange, type RosterChangeRow, type SlotSource,
} from '@huiying/shared/roster'
import { personIdAt, spotOf, type MonthModel } from './month-model'

/** What others changed since one last looked, by cell; what already stands on the screen is no news. */
export function newsIn(changes: readonly RosterChangeRow[], model: MonthModel): ReadonlyMap<string, RosterChangeRow> {
  const news = new Map<string, RosterChangeRow>()
  for (const row of latestOfEach(changes)) {
    const spot = spotOf(model, row)
    const shown = spot === null ? null : (personIdAt(model, spot) ?? null)
    if (spot !== null && shown !== (row.after?.personId ?? null)) news.set(cellKey(row), row)
  }
  return news
}

/** Who came first to the cells one wanted to change. */
export function rivalsOf(
  wanted: readonly CellChange[],
  changes: readonly RosterChangeRow[],
): readonly RosterChangeRow[] {
  const keys = new Set(wanted.map(cellKey))
  return latestOfEach(changes).filter((row) => keys.has(cellKey(row)))
}

/** Of several changes of one cell the last; they come newest first. */
function latestOfEach(changes: readonly RosterChangeRow[]): readonly RosterChangeRow[] {
  const seen = new Set<string>()
  return changes.filter((row) => !seen.has(cellKey(row)) && seen.add(cellKey(row)))
}

/** "9月14日 周一 青石村 带班" */
export function cellWords({ on, seat }: Pick<Cell, 'on' | 'seat'>, villageName: string): string {
  return `${dayWords(on)} ${villageName} ${SEAT_NAMES[seat]}`
}

/** "9月14日" */
export function dayWords(on: string): string {
  const [, month, day] = on.split('-').map(Number)
  return `${month}月${day}日`
}

const HOW: Readonly<Record<SlotSource, string>> = {
  generated: '自动排班', edited: '改的', imported: '从表格导入', leave: '请假换人', swap: '换班',
}

/** "张三 换成 王五 · 李四 3 分钟前改的" */
export function changeWords(row: Pick<RosterChangeRow, 'before' | 'after' | 'source' | 'at' | 'by'>, now: EpochMs): string {
  return `${nameOrNobody(row.before)} 换成 ${nameOrNobody(row.after)} · ${whoWords(row, now)}`
}

/** "李四 3 分钟前改的" */
export function whoWords({ by, at, source }: Pick<RosterChangeRow, 'by' | 'at' | 'source'>, now: EpochMs): string {
  return `${by === null ? '' : `${by.name} `}${formatAgo(at, now)}${source === 'edited' ? '' : ' '}${HOW[source]}`
}

export function nameOrNobody(person: Pick<PersonTag, 'name'> | null): string {
  return person?.name ?? '没有人'
}
