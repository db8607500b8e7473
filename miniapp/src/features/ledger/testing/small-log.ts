import { canonicalEntry, type CanonicalEntry, type EntryView } from '@huiying/shared/ledger'
import {
  canonicalBytes, completeSubtrees, cosignNote, formatCheckpoint, formatNoteKey, formatSignedNote, hexOf, leafHash,
  noteKey, rootOf, signNote, type Digest, type Head,
} from '@huiying/shared/proof'
import type { YearSource } from '../proof/check-year'
import { node } from './shared-vectors'

export const ORIGIN = 'huiying.example/liushu'
/** When the witness of the samples looked. */
export const WITNESSED_AT_SECONDS = 1_790_000_000

const log = node.keyPair(1)
const witness = node.keyPair(2)
const logKey = noteKey(node.sha256, ORIGIN, 'log', log.publicKey)
const witnessKey = noteKey(node.sha256, 'witness.example', 'witness', witness.publicKey)

/** Of one village and one month; only places and words differ. */
export function entriesOf(count: number): CanonicalEntry[] {
  return Array.from({ length: count }, (_, position) => canonicalEntry({
    id: `entry-${position}`,
    bookId: 'book-1',
    position,
    month: '2026-09',
    voucher: position + 1,
    on: '2026-09-14',
    purpose: `修第 ${position} 段下水道`,
    counterparty: '青溪管道店',
    source: { type: 'expense', expenseId: `expense-${position}`, approval: 'ab'.repeat(32) },
    lines: [
      { account: '514', side: 'debit', amountFen: 128_000 + position },
      { account: '102', side: 'credit', amountFen: 128_000 + position },
    ],
    vouchers: [],
    postedAt: 1_790_000_000_000 + position,
    postedBy: 'person-1',
  }))
}

export function leafHashOf(entry: CanonicalEntry): Digest {
  return leafHash(node.sha256, canonicalBytes(entry))
}

/** The entry as its page shows it. */
export function viewOf(canonical: CanonicalEntry): EntryView {
  const { id, position, month, voucher, on, purpose, counterparty, lines, postedAt } = canonical
  const sentence = `9月14日，${purpose}，付给青溪管道店 ¥1,280.00`
  return {
    now: Date.UTC(2026, 10, 22),
    village: { id: 'village-1', kind: 'village', name: '青石桥村' },
    book: { id: 'book-1', name: '青石桥村集体账', legalBody: 'collective', firstMonth: '2026-01' },
    row: { id, position, month, voucher, on, sentence, sourceType: 'expense', movedFen: -128_000, correction: null },
    purpose,
    counterparty,
    postedAt,
    postedBy: null,
    lines: lines.map((line) => ({ ...line, name: line.account, plainName: line.account })),
    reverses: null,
    reversedBy: null,
    expenseId: null,
    contractId: null,
    canonical,
  }
}

/** The head over these entries, as the server hands it out. */
export function signedHead(entries: readonly CanonicalEntry[], isWitnessed = true) {
  const root = rootOf(node.sha256, entries.map(leafHashOf))
  const text = formatCheckpoint({ origin: ORIGIN, size: entries.length, root, extensions: [] })
  const cosigned = isWitnessed ? [cosignNote(witness.sign, witnessKey, text, WITNESSED_AT_SECONDS)] : []
  return {
    note: formatSignedNote({ text, signatures: [signNote(log.sign, logKey, text), ...cosigned] }),
    keys: { signer: formatNoteKey(logKey), witness: formatNoteKey(witnessKey) },
  }
}

/** A server's side of a year's check; `entries` and `leaves` may be tampered with. */
export function bookOf(size: number) {
  const entries = entriesOf(size)
  const leaves = entries.map(leafHashOf)
  const head: Head = { size, root: rootOf(node.sha256, leaves) }
  const whole = (from: number, to: number) => completeSubtrees({ from, to }).map(({ level, index }) =>
    hexOf(rootOf(node.sha256, leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))))
  const source: YearSource = {
    leaves: async (from, to) => ({
      from, to, entries: entries.slice(from, to), leaves: leaves.slice(from, to).map(hexOf),
    }),
    subtrees: async (from, to, of) => ({ left: whole(0, from), right: whole(to, of) }),
    breathe: () => Promise.resolve(),
  }
  return { entries, leaves, head, source }
}
