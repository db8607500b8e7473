import { chinaDateOf, DAY_MS, formatDate, formatLength, formatNear, type EpochMs } from '@huiying/shared/kernel'
import type { BoardColumn, BoardRow } from '@huiying/shared/tickets'
import { personWords } from './words'

export const COLUMN_TITLES: Readonly<Record<BoardColumn, string>> = {
  'response-overdue': '没人回，已超时',
  'closure-overdue': '没办完，已超时',
  'response-soon': '1 小时内要回',
  'closure-soon': '4 小时内要办完',
}

/** Of departments, beside the columns of matters. */
export const LATE_PARTS_TITLE = '部门没到，已超时'

export const LATE_COLUMNS: readonly BoardColumn[] = ['response-overdue', 'closure-overdue']

export function boardHolderWords({ holder, heldBySubDistrict, holderUnitName }: BoardRow): string {
  if (heldBySubDistrict) return '在街道手上'
  const there = holderUnitName === null ? '' : `转到${holderUnitName} · `
  return there + (holder === null ? '还没有人接' : personWords(holder))
}

/** The order that went out for it; as long as there is none, since when it waits. */
export function boardHistoryWords({ orderNumber, orderCount, submittedAt }: BoardRow, now: EpochMs): string {
  const isRecent = now - submittedAt < DAY_MS
  const when = isRecent ? formatNear(submittedAt, now) : formatDate(chinaDateOf(submittedAt), chinaDateOf(now))
  if (orderNumber === null) return `${when}说的`
  return `${orderNumber}${orderCount > 1 ? ` 第 ${orderCount} 次` : ''}`
}

export function boardTimeWords(dueAt: EpochMs, now: EpochMs): string {
  return now > dueAt ? `晚了 ${formatLength(now - dueAt)}` : `还剩 ${formatLength(dueAt - now)}`
}
