import type { Fen } from '@huiying/shared/kernel'
import { addDays, chinaDateOf, type CalendarDate } from '@huiying/shared/kernel'
import type { DecisionBody } from '@huiying/shared/expenses'
import type { LegalBody, Line, Month } from '@huiying/shared/ledger'
import type { WorkbookSheet } from '@huiying/shared/tables'
import { CloseBookMonth } from '../../features/expenses/close-book-month'
import { AddKinship } from '../../features/expenses/keep-kinships'
import { RecordDecision } from '../../features/expenses/record-decision'
import { ReverseEntryOf } from '../../features/expenses/reverse-entry-of'
import { AddSubAccount } from '../../features/ledger/add-sub-account'
import { AnswerObjection } from '../../features/ledger/answer-objection'
import { AssertMonth } from '../../features/ledger/assert-month'
import { OpenBook } from '../../features/ledger/open-book'
import { ImportBook } from '../../features/ledger/papers/import-book'
import { PostOpening } from '../../features/ledger/post-opening'
import { PostOwnEntry } from '../../features/ledger/post-own-entry'
import { PostYearEnd } from '../../features/ledger/post-year-end'
import { PublishBookMonth } from '../../features/ledger/publish-book-month'
import { RaiseObjection } from '../../features/ledger/raise-objection'
import { SaveHolding, type Holding } from '../../features/ledger/save-holding'
import type { Hand, VillageHands } from './village-hands'

export interface OwnEntry {
  readonly type?: 'income' | 'manual'
  readonly purpose: string
  readonly from?: string
  readonly debit: string
  readonly credit: string
  readonly amountFen: Fen
  readonly contractId?: string
}

/** What is done with one village's book, through the use cases of the ledger. */
export class BookActing {
  private bookId = ''

  constructor(private readonly hands: VillageHands) {}

  async open(legalBody: LegalBody, firstMonth: Month): Promise<void> {
    const opening = new OpenBook(this.work, this.ids)
    this.bookId = await opening.execute(await this.keeper(), this.hands.villageId, legalBody, firstMonth)
  }

  async addAccount(code: string, name: string): Promise<void> {
    await new AddSubAccount(this.work).execute(await this.keeper(), this.bookId, { code, name })
  }

  async opening(balances: readonly (readonly [account: string, side: Line['side'], amountFen: Fen])[]): Promise<void> {
    const lines = balances.map(([account, side, amountFen]) => ({ account, side, amountFen }))
    await new PostOpening(this.work, this.ids).execute(await this.keeper(), this.bookId, lines)
  }

  /** An older book, as it comes out of a workbook's cells. */
  async bring(sheets: readonly WorkbookSheet[]): Promise<void> {
    await new ImportBook(this.work, this.ids).execute(await this.keeper(), this.bookId, sheets)
  }

  async enter({ type = 'income', purpose, from, debit, credit, amountFen, contractId }: OwnEntry): Promise<string> {
    return new PostOwnEntry(this.work, this.ids).execute(await this.keeper(), {
      bookId: this.bookId, type, on: await this.today(), purpose, counterparty: from ?? null, photoIds: [],
      contractId: contractId ?? null,
      lines: [{ account: debit, side: 'debit', amountFen }, { account: credit, side: 'credit', amountFen }],
    })
  }

  async correct(entryId: string, reason: string): Promise<void> {
    const wish = { entryId, on: await this.today(), reason }
    await new ReverseEntryOf(this.work, this.ids).execute(await this.keeper(), wish)
  }

  async endYear(year: number): Promise<void> {
    await new PostYearEnd(this.work, this.ids).execute(await this.keeper(), this.bookId, year)
  }

  /** The bank's paper says what the book says: this accountant makes no mistakes. */
  async assert(month: Month): Promise<void> {
    const { reads } = this.hands.stage.database
    const rows = await reads.query<{ readonly account: string; readonly fen: number | string }>(
      `SELECT account, SUM(debit_fen) - SUM(credit_fen) AS fen FROM ledger_turnovers
       WHERE book_id = ? AND month <= ? AND account LIKE ? GROUP BY account ORDER BY account`, [this.bookId, month, '102%'],
    )
    const assertions = rows.map(({ account, fen }) => ({ account, statementFen: Number(fen) }))
    await new AssertMonth(this.work).execute(await this.keeper(), this.bookId, month, assertions)
  }

  async close(month: Month): Promise<void> {
    await new CloseBookMonth(this.work).execute(await this.keeper(), this.bookId, month)
  }

  async publish(month: Month): Promise<void> {
    await new PublishBookMonth(this.work).execute(await this.keeper(), this.bookId, month)
  }

  async hold(holding: (bookId: string) => Holding): Promise<void> {
    await new SaveHolding(this.work).execute(await this.keeper(), holding(this.bookId))
  }

  async doubt(residentCode: string, month: Month, entryId: string, words: string): Promise<void> {
    const wish = { bookId: this.bookId, month, entryId, words }
    await new RaiseObjection(this.work, this.ids).execute(await this.hands.viewer(residentCode), wish)
  }

  async answerDoubts(by: Hand, words: string): Promise<void> {
    const open = await this.hands.stage.database.reads.query<{ readonly id: string }>(
      'SELECT id FROM ledger_objections WHERE book_id = ? AND answered_at IS NULL ORDER BY id', [this.bookId],
    )
    const answering = new AnswerObjection(this.work)
    for (const { id } of open) await answering.execute(await this.hands.viewer(this.hands.codeOf(by)), id, words)
  }

  /** What the village has passed, with a photo of the minutes; answers its id. */
  async decide(given: Omit<DecisionBody, 'photoIds'>): Promise<string> {
    const { title, passedOn, presentCount, yesCount } = given
    const minutes = await this.hands.photograph(this.hands.codeOf('accountant'), {
      title: '会议记录',
      rows: [
        ['时间', passedOn], ['地点', '村委会会议室'], ['议题', title],
        ['到会', `${presentCount} 人`], ['同意', `${yesCount} 人`],
        ['记录人', this.hands.nameOf(this.hands.codeOf('accountant'))],
      ],
      stamp: this.hands.cast.village.name,
    })
    const body = { ...given, photoIds: [minutes.id] }
    await new RecordDecision(this.work, this.ids).execute(await this.keeper(), this.hands.villageId, body)
    const [row] = await this.hands.stage.database.reads.query<{ readonly id: string }>(
      'SELECT id FROM village_decisions WHERE village_id = ? AND title = ?', [this.hands.villageId, title],
    )
    return row?.id ?? ''
  }

  async relate(hand: Hand, relativeCode: string, kind: 'sibling' | 'spouse'): Promise<void> {
    const personId = this.hands.personId(this.hands.codeOf(hand))
    const line = { personId, relativeId: this.hands.personId(relativeCode), kind }
    const supervisor = await this.hands.viewer(this.hands.codeOf('supervisor'))
    await new AddKinship(this.work, this.ids).execute(supervisor, this.hands.villageId, line)
  }

  async today(): Promise<CalendarDate> {
    return chinaDateOf(await this.hands.stage.clock.now())
  }

  async yesterday(): Promise<CalendarDate> {
    return addDays(await this.today(), -1)
  }

  private get work() {
    return this.hands.stage.database.unitOfWork
  }

  private get ids() {
    return this.hands.stage.database.ids
  }

  private keeper() {
    return this.hands.viewer(this.hands.codeOf('accountant'))
  }
}
