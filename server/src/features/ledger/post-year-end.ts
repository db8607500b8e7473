import type { Viewer } from '@huiying/shared/identity'
import { lastOf, postEntry, requireKeeper, yearEndLines, type Month, type Turnover } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { actOnBook } from './act-on-book'

/**
 * 年末结转 of what stands in the book up to the year's end. Nothing left to carry is an entry without lines, which is
 * refused as one.
 * @throws what `postEntry` does
 */
export class PostYearEnd {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, bookId: string, year: number): Promise<void> {
    return actOnBook(this.unitOfWork, {
      viewer,
      bookId,
      decide: async (keeper, state, work) => {
        requireKeeper(keeper, state.book)
        const month = `${year}-12`
        const { next, facts } = postEntry(keeper, state, {
          entryId: this.ids.next(), month, on: lastOf(month), purpose: '年末结转', counterparty: null,
          source: { type: 'year-end' }, lines: yearEndLines(await sumsUpTo(work, bookId, month)), vouchers: [],
        }, work.now)
        return { next: next.state, entries: [next.entry], facts }
      },
    })
  }
}

interface SumRow {
  readonly account: string
  readonly debit_fen: number | string
  readonly credit_fen: number | string
}

/** One row for each account, whatever the years behind it: only its balance is asked for. */
async function sumsUpTo(work: Work, bookId: string, month: Month): Promise<readonly Turnover[]> {
  const rows = await work.query<SumRow>(
    `SELECT account, SUM(debit_fen) AS debit_fen, SUM(credit_fen) AS credit_fen FROM ledger_turnovers
     WHERE book_id = ? AND month <= ? GROUP BY account`,
    [bookId, month],
  )
  return rows.map(({ account, debit_fen: debitFen, credit_fen: creditFen }) =>
    ({ account, month, kind: 'ordinary', debitFen: Number(debitFen), creditFen: Number(creditFen) }))
}
