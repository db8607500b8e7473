import type { CanonicalEntry } from '@huiying/shared/ledger'

/** What an auditor remembers of the entries he has seen: little of each, so that a million fit. */
export interface SeenEntries {
  /** Null when the entry is right after all before it; else what is wrong, in words. */
  check(entry: CanonicalEntry, position: number): string | null
}

export function seenEntries(bookId: string): SeenEntries {
  const vouchers = new Map<string, number>()
  const seen = new Map<string, Seen>()
  return {
    check: (entry, position) => {
      const { id, month, voucher, source, lines } = entry
      if (entry.bookId !== bookId) return '是另一本账的'
      if (entry.position !== position) return `应排第 ${position + 1} 笔，却写着第 ${entry.position + 1} 笔`
      if (seen.has(id)) return '编号和前面一笔一样'
      const expected = (vouchers.get(month) ?? 0) + 1
      if (voucher !== expected) return `${month} 的凭证应是第 ${expected} 号，却是第 ${voucher} 号：中间缺号或重号`
      if (!entry.on.startsWith(`${month}-`)) return '日期不在它所在的月份里'
      const wrong = sumsWrong(lines) ?? reversalWrong(entry, seen)
      if (wrong !== null) return wrong
      vouchers.set(month, voucher)
      const reversed = source.type === 'reversal' ? seen.get(source.ref) : undefined
      if (reversed !== undefined) seen.set(source.ref, { ...reversed, isReversed: true })
      seen.set(id, { month, voucher, type: source.type, lines: spellingOf(lines), isReversed: false })
      return null
    },
  }
}

interface Seen {
  readonly month: string
  readonly voucher: number
  readonly type: string
  readonly lines: string
  readonly isReversed: boolean
}

type Lines = CanonicalEntry['lines']

function sumsWrong(lines: Lines): string | null {
  if (lines.length < 2 || lines.some(({ amountFen }) => amountFen === 0)) return '分录少于两行，或有一行没有金额'
  const sums = { debit: 0, credit: 0 }
  for (const { side, amountFen } of lines) sums[side] += amountFen
  if (sums.debit === sums.credit && Number.isSafeInteger(sums.debit)) return null
  return `借方 ${sums.debit} 分，贷方 ${sums.credit} 分，不相等`
}

function reversalWrong({ source, lines }: CanonicalEntry, seen: ReadonlyMap<string, Seen>): string | null {
  if (source.type !== 'reversal') return null
  const reversed = seen.get(source.ref)
  if (reversed === undefined) return '冲的那一笔不在前面'
  if (reversed.type === 'reversal') return '冲的是一笔红字'
  if (reversed.isReversed) return '冲的那一笔已经冲过了'
  const { month, voucher, of } = source
  const isSame = month === reversed.month && voucher === reversed.voucher && of === reversed.type
  return isSame && spellingOf(lines, true) === reversed.lines ? null : '和它冲的那一笔对不上'
}

/** As one text; in the order of the account, since a mirrored entry may name its sides in another order. */
function spellingOf(lines: Lines, isMirrored = false): string {
  const sideOf = (side: string): string => ((side === 'debit') === isMirrored ? 'credit' : 'debit')
  return lines.map(({ account, side, amountFen }) => `${account} ${sideOf(side)} ${amountFen}`).sort().join('|')
}
