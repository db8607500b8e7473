import type { BookBrief, EntryRow, FinanceAnswer } from '@huiying/shared/ledger'
import { onBothBuilds, type Scene } from '../support/on-both-builds'
import type { Phone } from '../support/phone'
import { askAs, type Asking } from './ask-as'
import { openBook, OWN_BANK } from './open-book'
import { signedIn } from './people'
import { changeBehind, villageWithoutBook, type VillageHands } from './register'
import { waitFor } from './wait-for'

/** A working day of a year with a calendar, whenever the story is told. */
const MORNING = '2026-11-18T10:00:00+08:00'
const OPENING_FEN = 8_650_000
const POND = '东边鱼塘租金'
const MACHINE = '收割机出租'

onBothBuilds('the open ledger', (scene) => {
  scene('what was found wrong after a month was on the wall stands in a later one; the month keeps its figures', async (stage) => {
    const { hands, book, keeper } = await bookOfAutumn(stage)
    const reader = await signedIn(stage, 'reader', hands.reader)
    await openSeptember(reader)
    await reader.see('9月收进 ¥3,600.00，付出 ¥0.00')
    await reader.dontSee('9月已更正')
    await reader.screenshot('74-month-published')

    const { entries } = await keeper.get<FinanceAnswer>(`/api/books/${book.id}?month=2026-09`)
    const wrong = found(entries, POND)
    await keeper.post(`/api/entries/${wrong.id}/reversal`, { on: '2026-11-18', reason: '多记了一个零' })

    await reader.open('/pages/home/index')
    await reader.see('村里还有多少钱：¥87,240.00')
    await openSeptember(reader)
    await reader.see('9月已更正')
    await reader.see('9月收进 ¥3,600.00，付出 ¥0.00')
    await reader.see('9月有 1 笔后来更正了')
    await reader.screenshot('75-month-corrected')
    await reader.tap(`${wrong.sentence}。11月已更正（11月第1号）`, { nth: 0 })
    await reader.see('11月已更正（11月第1号）')
    await reader.screenshot('76-entry-corrected')
    await reader.tap('看更正它的那一笔')
    await reader.see('更正9月第2号')
    await reader.see('看被更正的那一笔')
  })

  scene('a villager checks it on his phone; what is changed behind the product is named by the same phone', async (stage) => {
    const hands = handsOnce(stage)
    const keeper = await askAs(stage, hands.accountant.personId)
    const book = await bookOf(keeper, hands)
    const size = await wholeHead(keeper, book)

    const reader = await signedIn(stage, 'checker', hands.reader, { screen: 'small' })
    await reader.tap('村里还有多少钱：¥87,240.00')
    await reader.see('一个月一个月看')
    await reader.screenshot('77-ledger')
    await reader.tap('上个月')
    await reader.see('2026年10月')
    const october = found((await keeper.get<FinanceAnswer>(`/api/books/${book.id}?month=2026-10`)).entries, MACHINE)
    await reader.tap(october.sentence)
    await reader.tap('核对这一笔')
    await reader.see('这一笔没人改过')
    await reader.screenshot('78-entry-true')

    // The book grows; the phone holds it against what it remembers.
    await income(keeper, book, { on: '2026-11-17', purpose: '废纸箱卖了', amountFen: 8_600 })
    expect(await wholeHead(keeper, book)).toBe(size + 1)
    await reader.open(`/packages/ledger/check/index?book=${book.id}`)
    await reader.see(`上回记下的 ${size} 笔都没变，又多了 1 笔`)
    const letGo = await holdBackLeaves(reader)
    await reader.tap('核对2026年')
    await reader.see('正在取账')
    await reader.screenshot('79-year-runs')
    letGo()
    await reader.see(`2026年的 ${size + 1} 笔都没人改过`)
    await reader.screenshot('80-year-true')
    const wall = (await keeper.get<FinanceAnswer>(`/api/books/${book.id}`)).head

    changeBehind(stage.world, 'ledger_entries', `UPDATE ledger_entries SET purpose = '一场误会' WHERE id = '${october.id}'`)
    await reader.tap('核对2026年')
    await reader.see('10月第1号和当初记下的不一样')
    await reader.screenshot('81-year-changed')
    await reader.open(`/packages/ledger/check/index?book=${book.id}&entry=${october.id}`)
    await reader.see('10月第1号和当初记下的不一样')
    await reader.screenshot('82-entry-changed')

    // A neighbour who never looked before, from the sheet on the wall.
    const neighbour = await signedIn(stage, 'neighbour', hands.witness)
    const query = `book=${book.id}&size=${wall?.size}&fp=${wall?.root}`
    const code = `${stage.world.url}/#/packages/ledger/check/index?${query}`
    // WeChat hands over what it scanned as one piece.
    await neighbour.open(`/packages/ledger/check/index?${stage.build === 'weapp' ? `q=${encodeURIComponent(code)}` : query}`)
    await neighbour.see('账和公示栏上的指纹对得上')
    await neighbour.see('这台手机头一回看这本账，记下了')
    await neighbour.tap('核对2026年')
    await neighbour.see('10月第1号和当初记下的不一样')
    await neighbour.screenshot('83-wall-changed')
  })
}, { beginsAt: MORNING })

interface Autumn {
  readonly hands: VillageHands
  readonly book: BookBrief
  readonly keeper: Asking
}

/** September is on the wall, October is not yet, November runs. */
async function bookOfAutumn(stage: Scene): Promise<Autumn> {
  const hands = handsOnce(stage)
  const book = await openBook(stage, hands, { firstMonth: '2026-09', amountFen: OPENING_FEN })
  const keeper = await askAs(stage, hands.accountant.personId)
  await income(keeper, book, { on: '2026-09-12', purpose: POND, amountFen: 300_000 })
  await income(keeper, book, { on: '2026-09-20', purpose: MACHINE, amountFen: 60_000 })
  await income(keeper, book, { on: '2026-10-09', purpose: MACHINE, amountFen: 14_000 })
  const september = `/api/books/${book.id}/months/2026-09`
  await keeper.post(`${september}/assertion`, { assertions: [{ account: OWN_BANK, statementFen: OPENING_FEN + 360_000 }] })
  await keeper.post(`${september}/closure`)
  await keeper.post(`${september}/publication`)
  return { hands, book, keeper }
}

const known = new WeakMap<object, VillageHands>()

/** The same village for both scenes, which has a book after the first. */
function handsOnce({ world }: Scene): VillageHands {
  const hands = known.get(world) ?? villageWithoutBook(world)
  known.set(world, hands)
  return hands
}

async function bookOf(keeper: Asking, { village }: VillageHands): Promise<BookBrief> {
  const { books } = await keeper.get<{ readonly books: readonly BookBrief[] }>(`/api/villages/${village.id}/books`)
  const [book] = books
  if (book === undefined) throw new Error(`${village.name} has no book`)
  return book
}

interface Income {
  readonly on: string
  readonly purpose: string
  readonly amountFen: number
}

function income(keeper: Asking, book: BookBrief, { on, purpose, amountFen }: Income): Promise<unknown> {
  const lines = [{ account: OWN_BANK, side: 'debit', amountFen }, { account: '50103', side: 'credit', amountFen }]
  return keeper.post(`/api/books/${book.id}/income`, { on, purpose, counterparty: '老张', lines })
}

function found(entries: readonly EntryRow[], purpose: string): EntryRow {
  const entry = entries.find(({ sentence }) => sentence.includes(purpose))
  if (entry === undefined) throw new Error(`no entry is about ${purpose}`)
  return entry
}

/** Waits until all that is posted is signed for. @returns how many entries */
async function wholeHead(keeper: Asking, book: BookBrief): Promise<number> {
  let size = 0
  await waitFor(async () => {
    const { head, entries } = await keeper.get<FinanceAnswer>(`/api/books/${book.id}`)
    size = head?.size ?? 0
    return size === Math.max(...entries.map(({ position }) => position)) + 1
  })
  return size
}

async function openSeptember(reader: Phone): Promise<void> {
  await reader.open('/pages/village/index')
  await reader.tap('村里的钱')
  await reader.tap('上个月')
  await reader.see('2026年10月')
  await reader.tap('上个月')
  await reader.see('2026年9月')
}

/** As over a slow line, so that the progress can be seen. @returns what lets them come */
async function holdBackLeaves({ page }: Phone): Promise<() => void> {
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/leaves/, async (route) => {
    await gate
    await route.continue()
  })
  return letGo
}
