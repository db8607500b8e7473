import { beginHistory, postHistory, type BookHistory, type HistoryDraft } from './book-history'
import { newBookState } from './book-state'
import { canonicalEntry } from './canonical-entry'
import { flowOf } from './money-flow'
import { sentenceOf, SOURCE_NAMES } from './sentence'
import { ACCOUNTANT, BOOK, credit, debit, draftOf, LATER, move, Pen, refusal, SECRETARY, STRANGER } from './testing/samples'
import { turnoversOf } from './turnover'

const OPENING = [debit('102', 100_000), credit('301', 100_000)]
const empty = (): BookHistory => beginHistory(newBookState(BOOK))
const imported = (on: string, lines = move('102', '51402', 40_000), changes: Partial<HistoryDraft> = {}): HistoryDraft =>
  ({ ...draftOf(on, lines), entryId: `imported-${on}`, source: { type: 'imported', contractId: null }, ...changes })
const post = (history: BookHistory, draft: HistoryDraft): BookHistory => postHistory(ACCOUNTANT, history, draft, LATER)
const opened = (): BookHistory =>
  post(empty(), { ...draftOf('2026-08-01', OPENING), entryId: 'opening', source: { type: 'opening' } })

describe('what happened before the book was kept here', () => {
  it('may pay out without an expense, says so openly, and takes numbers like all others', () => {
    const { entries, state } = post(opened(), imported('2026-08-05'))
    const entry = entries[1]?.entry
    expect(entry).toMatchObject({ position: 1, voucher: 2, month: '2026-08', source: { type: 'imported', contractId: null } })
    expect(state).toMatchObject({ entryCount: 2, hasOpening: true })
    if (entry === undefined) throw new Error('nothing was posted')
    expect(sentenceOf(entry)).toBe('8月5日，修下水道（建账前记的），付出 ¥400.00')
    expect(SOURCE_NAMES[entry.source.type]).toBe('建账前记的')
    expect(canonicalEntry(entry).source).toEqual({ type: 'imported', ref: '', approval: '', of: '', month: '', voucher: 0 })
    expect(flowOf(entry)).toMatchObject({ outFen: 40_000, openingFen: 0 })
    expect(turnoversOf([entry]).every(({ kind }) => kind === 'ordinary')).toBe(true)
  })

  it('names the contract whose rent it was, in its leaf too', () => {
    const rent = imported('2026-08-05', move('50101', '102', 5_000), { source: { type: 'imported', contractId: 'pond' } })
    const entry = post(opened(), rent).entries[1]?.entry
    expect(entry && canonicalEntry(entry).source).toMatchObject({ type: 'imported', ref: 'pond' })
  })

  it('goes into an empty book only: never after an entry of its own', () => {
    const pen = new Pen()
    pen.open('2026-08-01', OPENING)
    expect(() => beginHistory(pen.state)).toThrow(refusal('ledger.import-not-empty'))
  })

  it('leaves no money below zero, neither in the order of the book nor on any day', () => {
    expect(() => post(opened(), imported('2026-08-05', move('102', '51402', 100_001)))).toThrow(refusal('ledger.not-enough-money'))
    const later = post(opened(), imported('2026-09-10', move('50101', '102', 5_000)))
    expect(() => post(later, imported('2026-09-05', move('102', '51402', 104_000)))).toThrow(refusal('ledger.overdrawn-then'))
  })

  it.each([
    ['before the book begins', imported('2026-07-31'), 'ledger.month-before-book'],
    ['that does not balance', imported('2026-08-05', [debit('51402', 5), credit('102', 4)]), 'ledger.not-balanced'],
    ['on an account nobody knows', imported('2026-08-05', move('102', '999', 5)), 'ledger.account-unknown'],
    ['without words', imported('2026-08-05', undefined, { purpose: ' ' }), 'ledger.purpose-missing'],
    ['under year-end that is none', imported('2026-08-05', undefined, { source: { type: 'year-end' } }), 'ledger.year-end-misused'],
    ['as a second opening', { ...draftOf('2026-08-02', OPENING), source: { type: 'opening' } } as HistoryDraft, 'ledger.opening-exists'],
  ])('an entry %s is refused', (_what, draft, code) => {
    expect(() => post(opened(), draft)).toThrow(refusal(code))
  })

  it('keeps a correction a correction, if it mirrors what it corrects, once', () => {
    const history = post(opened(), imported('2026-08-05'))
    const back = (lines = move('51402', '102', 40_000)): HistoryDraft =>
      imported('2026-09-01', lines, { entryId: 'back', source: { type: 'reversal', entryId: 'imported-2026-08-05' } })
    const { entries } = post(history, back())
    expect(entries[1]?.reversedBy).toEqual({ entryId: 'back', month: '2026-09', voucher: 1 })
    expect(entries[2]?.entry.source).toEqual({
      type: 'reversal', entryId: 'imported-2026-08-05', month: '2026-08', voucher: 2, of: 'imported',
    })
    expect(() => post(history, back(move('51402', '102', 39_999)))).toThrow(refusal('ledger.not-a-mirror'))
    expect(() => post(post(history, back()), { ...back(), entryId: 'again' })).toThrow(refusal('ledger.reversed-already'))
    expect(() => post(opened(), back())).toThrow(refusal('ledger.entry-not-found'))
  })

  it('is written by the accountant alone', () => {
    expect(() => postHistory(SECRETARY, opened(), imported('2026-08-05'), LATER)).toThrow(refusal('ledger.only-accountant'))
    expect(() => postHistory(STRANGER, opened(), imported('2026-08-05'), LATER)).toThrow(refusal('ledger.book-not-found'))
  })
})
