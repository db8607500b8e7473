import { NATIONAL_YEARS } from '../calendar'
import { bookMonthOf, newBookState, withMonth, type BookState, type Publication } from './book-state'
import { noticeOf } from './notice'
import { answerObjection, noticeStanding, raiseObjection } from './objection'
import { checkLedgerTerms, DEFAULT_LEDGER_TERMS } from './policy'
import { publishMonth } from './publish-month'
import { mayReadBook } from './rights'
import { ACCOUNTANT, BOOK, GRANDMOTHER, noon, refusal, SECRETARY, STAFF, STRANGER, SUPERVISOR } from './testing/samples'

const CLOSED: BookState = (() => {
  const state = newBookState(BOOK)
  return { ...withMonth(state, { ...bookMonthOf(state, '2026-08'), status: 'closed' }), openFrom: '2026-09' }
})()
const publish = (state: BookState, on: string, month = '2026-08') =>
  publishMonth(ACCOUNTANT, state, month, DEFAULT_LEDGER_TERMS, NATIONAL_YEARS, noon(on))

describe('the notice by the Civil Code', () => {
  it.each([
    ['2026-09-01', '2026-09-08', 'seven days, the first not counted'],
    ['2026-09-05', '2026-09-14', 'a Saturday gives way to Monday'],
    ['2026-09-13', '2026-09-20', 'a Sunday on which one works is no rest day'],
    ['2026-09-18', '2026-09-28', 'a public holiday gives way to the day after it'],
    ['2026-09-24', '2026-10-08', 'and so does a whole week of them'],
    ['2026-02-08', '2026-02-24', 'the Spring Festival too'],
  ])('begun on %s it ends with %s: %s', (beginsOn, lastOn) => {
    expect(noticeOf(beginsOn, 7, NATIONAL_YEARS)).toMatchObject({ lastOn })
  })

  it('begins the day after and ends at midnight', () => {
    expect(noticeOf('2026-09-01', 7, NATIONAL_YEARS)).toEqual({ fromOn: '2026-09-02', lastOn: '2026-09-08', endsAt: noon('2026-09-09') - 12 * 3_600_000 })
  })

  it('is never shorter than seven days, and never guessed', () => {
    expect(() => noticeOf('2026-09-01', 6, NATIONAL_YEARS)).toThrow(refusal('ledger.terms-invalid'))
    expect(() => noticeOf('2026-12-28', 7, NATIONAL_YEARS)).toThrow(refusal('calendar.year-unknown', { year: 2027 }))
  })

  it.each([[7, 5], [60, 0]])('%i days and %i percent may be set', (noticeDays, otherLimitPercent) => {
    expect(() => checkLedgerTerms({ noticeDays, otherLimitPercent })).not.toThrow()
  })
  it.each([[6, 5], [61, 5], [7, 6], [7, -1], [7.5, 5]])('%p days and %p percent may not', (noticeDays, otherLimitPercent) => {
    expect(() => checkLedgerTerms({ noticeDays, otherLimitPercent })).toThrow(refusal('ledger.terms-invalid'))
  })
})

describe('publishing', () => {
  it('hangs a closed month, once', () => {
    const { next, facts } = publish(CLOSED, '2026-09-05')
    expect(bookMonthOf(next, '2026-08')).toMatchObject({
      status: 'published', publication: { publishedBy: 'qian', publishedAt: noon('2026-09-05'), lastOn: '2026-09-14' },
    })
    expect(facts).toEqual([{ type: 'ledger.month-published', subjectId: 'book-1', month: '2026-08', lastOn: '2026-09-14' }])
    expect(() => publish(next, '2026-09-06')).toThrow(refusal('ledger.published-already'))
    expect(() => publish(newBookState(BOOK), '2026-09-06')).toThrow(refusal('ledger.not-closed'))
  })

  it.each(['2026-09', '2026-07'])('%s is not closed: it runs, or the book has no such month', (month) => {
    expect(() => publish(CLOSED, '2026-09-06', month)).toThrow(refusal('ledger.not-closed', { month }))
  })

  it('takes the month in hand, and is our mistake without it', () => {
    expect(() => publish({ ...CLOSED, months: [] }, '2026-09-06')).toThrow('2026-08 is not in hand')
  })
})

describe('an objection', () => {
  const month = bookMonthOf(publish(CLOSED, '2026-09-05').next, '2026-08')
  const publication = month.publication as Publication
  const wish = { objectionId: 'o1', entryId: null, words: ' 下水道修了几米？ ' }
  const raise = (at: number, viewer = GRANDMOTHER) => raiseObjection(viewer, BOOK, month, wish, at)

  it('is heard up to the last instant of the notice', () => {
    expect(raise(publication.endsAt - 1).next).toMatchObject({ words: '下水道修了几米？', raisedBy: 'wang', answer: null })
    expect(() => raise(publication.endsAt)).toThrow(refusal('ledger.notice-over', { lastOn: '2026-09-14' }))
  })

  it('comes from a resident of the village', () => {
    expect(() => raise(noon('2026-09-06'), STAFF)).toThrow(refusal('ledger.only-residents'))
    expect(() => raise(noon('2026-09-06'), STRANGER)).toThrow(refusal('ledger.book-not-found'))
    expect(() => raiseObjection(GRANDMOTHER, BOOK, bookMonthOf(CLOSED, '2026-08'), wish, 0)).toThrow(refusal('ledger.not-published'))
    expect(() => raiseObjection(GRANDMOTHER, BOOK, month, { ...wish, words: ' ' }, 0)).toThrow(refusal('ledger.objection-blank'))
  })

  it('is answered once, by whoever answers for the money, never by its author', () => {
    const { next } = raise(noon('2026-09-06'))
    const answered = answerObjection(SUPERVISOR, BOOK, next, '修了 40 米', noon('2026-09-07')).next
    expect(answered.answer).toEqual({ words: '修了 40 米', by: 'zhou', at: noon('2026-09-07') })
    expect(() => answerObjection(SECRETARY, BOOK, answered, '再答', 0)).toThrow(refusal('ledger.objection-answered'))
    expect(() => answerObjection(GRANDMOTHER, BOOK, next, '知道了', 0)).toThrow(refusal('ledger.only-answerers'))
    const own = { ...next, raisedBy: 'li' }
    expect(() => answerObjection(SECRETARY, BOOK, own, '自己答', 0)).toThrow(refusal('ledger.only-answerers'))
    expect(noticeStanding(publication.endsAt, next.answer === null, publication.endsAt - 1)).toBe('running')
    expect(noticeStanding(publication.endsAt, next.answer === null, publication.endsAt)).toBe('contested')
    expect(noticeStanding(publication.endsAt, answered.answer === null, publication.endsAt)).toBe('settled')
  })
})

it('outsiders see nothing; superiors see their villages', () => {
  expect([GRANDMOTHER, ACCOUNTANT, STAFF].map((viewer) => mayReadBook(viewer, BOOK))).toEqual([true, true, true])
  expect([STRANGER, { ...GRANDMOTHER, posts: [] }].map((viewer) => mayReadBook(viewer, BOOK))).toEqual([false, false])
})
