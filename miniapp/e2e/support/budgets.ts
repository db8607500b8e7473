import { type SetDataRecord } from '../weapp/view/runner-log'

/** Bytes of all setData by which a page comes to its first content: more, and a cheap phone shows white. */
export const OPENING_BYTES = 64 * 1024
/** Bytes of all setData that one act causes on pages already open: more, and the finger feels it. */
export const ACT_BYTES = 16 * 1024

/** One sentence for each page or act that is over its budget. */
export function budgetFaults(records: readonly SetDataRecord[]): readonly string[] {
  const openings = new Map<string, number>()
  const acts = new Map<string, number>()
  for (const { page, isOpening, action, bytes } of records) {
    const [sums, key] = isOpening ? [openings, `${page}" by "${action}`] : [acts, action]
    sums.set(key, (sums.get(key) ?? 0) + bytes)
  }
  const over = (sums: ReadonlyMap<string, number>, limit: number, what: string): readonly string[] =>
    [...sums]
      .filter(([, bytes]) => bytes > limit)
      .map(([key, bytes]) => `setData budget: ${what} "${key}" sent ${bytes} bytes, allowed ${limit}`)
  return [...over(openings, OPENING_BYTES, 'opening'), ...over(acts, ACT_BYTES, 'the act')]
}
