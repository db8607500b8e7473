import { DomainError, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import type { BookState } from './book-state'
import { mirrored, type EntrySource, type Line, type PostedEntry } from './entry'
import { postChecked, postEntry, type AnyDraft, type EntryDraft } from './post-entry'
import { reverseEntry } from './reverse-entry'

/**
 * A book that is being filled with what happened before it was kept here. It begins empty and holds nothing else, so
 * that what was paid without five signatures lies before all that was paid with them.
 */
export interface BookHistory {
  readonly state: BookState
  readonly entries: readonly PostedEntry[]
}

type HistorySource = Extract<EntrySource, { readonly type: 'opening' | 'year-end' | 'imported' }>

export interface HistoryDraft extends Omit<EntryDraft, 'source'> {
  readonly source: HistorySource | { readonly type: 'reversal'; readonly entryId: string }
}

/** @throws ledger.import-not-empty */
export function beginHistory(state: BookState): BookHistory {
  if (state.entryCount > 0) throw new DomainError('ledger.import-not-empty')
  return { state, entries: [] }
}

/**
 * The next of the old book's entries. All that holds for others holds for it, money never below zero too; only it may
 * pay out without an expense.
 * @throws what `postEntry` and `reverseEntry` do, but for ledger.needs-signatures; ledger.not-a-mirror
 */
export function postHistory(viewer: Viewer, history: BookHistory, draft: HistoryDraft, now: EpochMs): BookHistory {
  const { source } = draft
  if (source.type === 'reversal') return reverseInHistory(viewer, history, draft, source.entryId, now)
  const { next } = source.type === 'imported'
    ? postChecked(viewer, history.state, { ...draft, source } satisfies AnyDraft, (state) => state, now)
    : postEntry(viewer, history.state, { ...draft, source }, now)
  return { state: next.state, entries: [...history.entries, { entry: next.entry, reversedBy: null }] }
}

function reverseInHistory(
  viewer: Viewer,
  { state, entries }: BookHistory,
  { entryId, month, on, purpose, lines }: HistoryDraft,
  originalId: string,
  now: EpochMs,
): BookHistory {
  const posted = entries.find(({ entry }) => entry.id === originalId)
  if (posted === undefined) throw new DomainError('ledger.entry-not-found')
  if (!sameLines(mirrored(posted.entry.lines), lines)) throw new DomainError('ledger.not-a-mirror')
  const { next } = reverseEntry(viewer, state, posted, { entryId, month, on, reason: purpose }, now)
  const linked = entries.map((one) => (one === posted ? next.original : one))
  return { state: next.state, entries: [...linked, { entry: next.entry, reversedBy: null }] }
}

/** In any order. */
function sameLines(one: readonly Line[], other: readonly Line[]): boolean {
  const spelled = (lines: readonly Line[]): string =>
    lines.map(({ account, side, amountFen }) => `${account} ${side} ${amountFen}`).sort().join()
  return spelled(one) === spelled(other)
}
