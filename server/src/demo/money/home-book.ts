import { addDays, DAY_MS, type EpochMs } from '@huiying/shared/kernel'
import { firstOf, type Month } from '@huiying/shared/ledger'
import type { DemoEvent } from '../play'
import { BookActing } from './book-acting'
import { bookMonths, closingOf, instantOn, isOver, publishedMonths } from './book-months'
import { ExpenseActing } from './expense-acting'
import { homeHoldings } from './home-holdings'
import { incomeOf, RIGHT_AT, solarEntry, SPECIAL_BANK, WHY_WRONG, WRONG_AT } from './home-income'
import { SEASONAL, usualSpending, YARD, YARD_DECISION } from './home-spending'
import { amountOf, type PlannedExpense } from './planned-expense'
import { runningExpenses, wholeExpense } from './spending-events'
import type { VillageHands } from './village-hands'

const REVIEW_FROM_FEN = 500_000
/** In which month of the book the yard is decided on, and paid for. */
const [DECIDED_AT, YARD_AT] = [8, 9]

const DOUBT = '这笔买的东西数量对不对？单子在哪里能看到？'
const ANSWER = '我去核过了，数量和单子对得上。单子贴在村务公开栏左边，村委会也可以翻。'

const OPENING = [
  ['10201', 'debit', 15_864_055], [SPECIAL_BANK, 'debit', 9_230_000], ['101', 'debit', 126_000], ['112', 'debit', 320_000],
  ['151', 'debit', 138_500_000], ['152', 'credit', 32_600_000], ['301', 'credit', 80_000_000], ['311', 'credit', 51_440_055],
] as const

/** The book that a visitor looks at: a year of it, as it happened. */
export class HomeBook {
  readonly months: readonly Month[]
  private readonly book: BookActing
  private readonly decisions = new Map<string, string>()
  /** The season's expense of each month. */
  private readonly seasonal = new Map<Month, ExpenseActing>()
  private wrongEntryId = ''

  constructor(private readonly hands: VillageHands, private readonly now: EpochMs) {
    this.months = bookMonths(now)
    this.book = new BookActing(hands)
  }

  events(): readonly DemoEvent[] {
    return [
      this.on(this.first, 1, 8.5, () => this.begin()),
      this.on(this.month(DECIDED_AT), 20, 15, () => this.decide()),
      ...this.months.flatMap((month, at) => [...this.comingIn(at), ...this.goingOut(month, at)]),
      ...this.months.filter((month) => isOver(closingOf(month), this.now)).map((month) => this.closing(month)),
      this.on(this.month(RIGHT_AT), 14, 10, () => this.correct()),
      ...this.doubts(),
      ...runningExpenses((plan) => this.expense(plan), this.now),
    ].filter(({ at }) => isOver(at, this.now))
  }

  /** An entry that villagers ask about: the newest of the season's in a month that is shut. */
  async askedEntryId(): Promise<string> {
    const shut = this.months.filter((month) => isOver(closingOf(month), this.now) && this.seasonal.has(month))
    const [last = this.first] = shut.slice(-1)
    return (await this.seasonal.get(last)?.entryId()) ?? ''
  }

  private get first(): Month {
    return this.month(0)
  }

  private month(at: number): Month {
    const month = this.months[at]
    if (month === undefined) throw new Error(`the book has no month ${at}`)
    return month
  }

  private on(month: Month, day: number, hour: number, run: () => Promise<void>): DemoEvent {
    return { at: instantOn(addDays(firstOf(month), day - 1), hour), run }
  }

  private expense(plan: PlannedExpense): ExpenseActing {
    return new ExpenseActing(this.hands, plan, (title) => this.decisions.get(title) ?? '')
  }

  private async begin(): Promise<void> {
    const { book } = this
    await book.open('collective', this.first)
    await book.addAccount('10201', '农商行基本户')
    await book.addAccount(SPECIAL_BANK, '邮储行专项户')
    await book.addAccount('50104', '光伏发电收入')
    await book.opening(OPENING)
    for (const [at] of homeHoldings(this.first, '').entries()) await book.hold((bookId) => found(homeHoldings(this.first, bookId)[at]))
    await book.relate('approver', this.hands.resident(12).code, 'sibling')
    await book.relate('director', this.hands.resident(13).code, 'spouse')
  }

  private async decide(): Promise<void> {
    const id = await this.book.decide({
      title: YARD_DECISION, method: 'four-two', passedOn: await this.book.yesterday(), budgetFen: 3_000_000, presentCount: 46,
      yesCount: 43,
    })
    this.decisions.set(YARD_DECISION, id)
  }

  private comingIn(at: number): readonly DemoEvent[] {
    const month = this.month(at)
    return incomeOf(this.first, at).map(({ day, entry }) => this.on(month, day, 10.5, async () => {
      const entryId = await this.book.enter(entry)
      if (at === WRONG_AT) this.wrongEntryId = entryId
    }))
  }

  private async correct(): Promise<void> {
    await this.book.correct(this.wrongEntryId, WHY_WRONG)
    await this.book.enter(solarEntry(this.month(WRONG_AT)))
  }

  private goingOut(month: Month, at: number): readonly DemoEvent[] {
    const season = SEASONAL[Number(month.slice(5))]
    const due = [
      ...usualSpending(month),
      ...(season === undefined ? [] : [season]),
      ...(at === YARD_AT ? [{ day: 9, plan: YARD }] : []),
    ]
    return due.flatMap(({ day, plan }) => {
      const expense = this.expense(plan)
      const isReviewed = amountOf(plan) >= REVIEW_FROM_FEN
      // The others of these two months are left to whoever tries the accountant.
      const isCovered = at < this.months.length - 2 || plan === season?.plan
      const events = wholeExpense(expense, addDays(firstOf(month), day - 1), this.now, { isReviewed, isCovered })
      if (events !== null && plan === season?.plan) this.seasonal.set(month, expense)
      return events ?? []
    })
  }

  private closing(month: Month): DemoEvent {
    const isPublished = publishedMonths(this.now).includes(month)
    return {
      at: closingOf(month),
      run: async () => {
        if (month.endsWith('-12')) await this.book.endYear(Number(month.slice(0, 4)))
        await this.book.assert(month)
        await this.book.close(month)
        if (isPublished) await this.book.publish(month)
      },
    }
  }

  /** A villager's doubt about a month on the wall, answered the day after; in the newest where both have happened. */
  private doubts(): readonly DemoEvent[] {
    const isOld = (month: Month): boolean => this.seasonal.has(month) && isOver(closingOf(month) + 3 * DAY_MS, this.now)
    const month = publishedMonths(this.now).filter(isOld).at(-1)
    const expense = month === undefined ? undefined : this.seasonal.get(month)
    if (month === undefined || expense === undefined) return []
    return [
      {
        at: closingOf(month) + DAY_MS,
        run: async () => this.book.doubt(this.hands.resident(6).code, month, await expense.entryId(), DOUBT),
      },
      {
        at: closingOf(month) + 2.2 * DAY_MS,
        run: () => this.book.answerDoubts('supervisor', ANSWER),
      },
    ]
  }
}

function found<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error('the village has no such holding')
  return item
}
