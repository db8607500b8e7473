import type { ListFault, Place, TableRow } from '../tables'

interface Placed {
  readonly place: Place
}

/** Notes a fault at each entry whose key an earlier one already has; the words name the earlier one. */
export function noteDoubles<Entry extends Placed>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | null,
  column: string,
  words: (earlier: Entry) => string,
  faults: ListFault[],
): void {
  const first = new Map<string, Entry>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key === null) continue
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, entry)
    else faults.push(entry.place.fault(column, words(earlier)))
  }
}

/** The codes a sheet gives out, also in rows that are faulty otherwise; one given out twice is noted. */
export class Codes {
  private readonly rows = new Map<string, number>()

  constructor(private readonly faults: ListFault[]) {}

  note(code: string | null | undefined, row: TableRow): void {
    if (code === null || code === undefined) return
    const earlier = this.rows.get(code)
    if (earlier === undefined) this.rows.set(code, row.number)
    else this.faults.push(row.fault('编号', `和第 ${earlier} 行重复，请改掉一个`))
  }

  all(): readonly string[] {
    return [...this.rows.keys()]
  }
}

/** Excel drops leading zeros: 001 becomes 1, and then nothing fits any more. */
export function unknownCode(code: string, known: ReadonlySet<string>, sheet: string): string {
  const alike = /^\d+$/.test(code) ? [...known].find((one) => /^\d+$/.test(one) && Number(one) === Number(code)) : undefined
  if (alike === undefined) return `“${sheet}”表里没有编号 ${code}，请核对`
  return `“${sheet}”表里没有编号 ${code}，只有 ${alike}；可能是 Excel 去掉了前面的 0，请把这一列设成“文本”格式再填一遍`
}

/** The entries of each key, in their order. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
