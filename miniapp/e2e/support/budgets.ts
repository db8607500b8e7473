import { type SetDataRecord } from '../weapp/view/runner-log'

/** Bytes of a page's first setData: more, and a cheap phone shows white. */
export const FIRST_SET_DATA_BYTES = 64 * 1024
/** Bytes of all setData that one act of the user causes: more, and the finger feels it. */
export const ACTION_BYTES = 16 * 1024

/** One sentence for each page or act that is over its budget. */
export function budgetFaults(records: readonly SetDataRecord[]): readonly string[] {
  const first = records
    .filter(({ isFirst, bytes }) => isFirst && bytes > FIRST_SET_DATA_BYTES)
    .map(({ page, bytes }) => `setData budget: first of ${page} has ${bytes} bytes, allowed ${FIRST_SET_DATA_BYTES}`)
  const sums = new Map<string, number>()
  for (const { isFirst, action, bytes } of records) if (!isFirst) sums.set(action, (sums.get(action) ?? 0) + bytes)
  const acts = [...sums]
    .filter(([, bytes]) => bytes > ACTION_BYTES)
    .map(([action, bytes]) => `setData budget: "${action}" sent ${bytes} bytes, allowed ${ACTION_BYTES}`)
  return [...first, ...acts]
}
