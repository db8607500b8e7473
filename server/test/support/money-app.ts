import type { ExpenseBody, ExpenseView, Slot, Strokes } from '@huiying/shared/expenses'
import type { SeatedPost } from '@huiying/shared/identity'
import type { Fen } from '@huiying/shared/kernel'
import type { KeeperAnswer } from '@huiying/shared/ledger'
import { createHash } from 'node:crypto'
import { fileTable } from '../../src/features/files/file.table'
import { drawnName } from './drawn-name'
import { postOf, settlePerson } from './small-village'
import { startTestApp, type TestAnswer } from './test-app'

/** Liushu with everybody in office; `xia` and `lan` are of Taoyuan. */
const MORE: readonly (readonly [string, string, readonly SeatedPost[]])[] = [
  ['bao', '包账', [postOf('bao', 'accountant', 'liushu')]],
  ['jian', '简督', [postOf('jian', 'supervisor', 'liushu')]],
  ['jing', '经手', [postOf('jing', 'committee-member', 'liushu')]],
  ['xia', '夏账', [postOf('xia', 'accountant', 'taoyuan')]],
  ['lan', '兰督', [postOf('lan', 'supervisor', 'taoyuan')]],
  ['dong', '董主任', [postOf('dong', 'director', 'taoyuan')]],
  ['guan', '管理', [postOf('guan', 'admin', 'qingxi')]],
]
const PEOPLE = [
  'wang', 'zhao', 'li', 'chen', 'he', 'zhou', 'sun', 'wu', 'qian', 'bao', 'jian', 'jing', 'xia', 'lan', 'dong', 'guan',
] as const
export type Who = (typeof PEOPLE)[number]

/** Who signs what in Liushu. */
export const SIGNERS: readonly (readonly [Slot, Who])[] = [
  ['handler', 'jing'], ['witness', 'wang'], ['supervisor', 'jian'], ['director', 'chen'], ['approver', 'li'],
]

/** The server over HTTP with a village that has a book with money in it, everybody signed in, and the acts by name. */
export async function startMoneyApp(bankFen: Fen = 10_000_000) {
  const http = await startTestApp()
  for (const [id, name, posts] of MORE) await settlePerson(http.db.database, { id, name }, ...posts)
  const tokens = new Map<string, string>()
  const signIn = async (): Promise<void> => {
    for (const person of PEOPLE) tokens.set(person, await http.signIn(`open-${person}`))
  }
  await signIn()
  let count = 0
  const send = (who: Who, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, key?: string): Promise<TestAnswer> =>
    http.send(method, `/api/${path}`, {
      token: tokens.get(who) ?? null,
      headers: { 'idempotency-key': key ?? `test-key-${count += 1}` },
      ...(body === undefined ? {} : { body }),
    })
  const openBook = async (who: Who, villageId: string): Promise<string> => {
    const opened = await send(who, 'POST', `villages/${villageId}/books`, { legalBody: 'collective', firstMonth: '2026-08' })
    const { book } = passed(opened).as<KeeperAnswer>()
    const lines = [
      { account: '102', side: 'debit', amountFen: bankFen }, { account: '301', side: 'credit', amountFen: bankFen },
    ]
    passed(await send(who, 'POST', `books/${book.id}/opening`, { lines }))
    return book.id
  }
  const bookId = await openBook('bao', 'liushu')
  /** A photo as if uploaded; the same words give the same bytes. */
  const photo = async (who: Who, words = `photo-${count += 1}`, alikeHash: string | null = null): Promise<string> => {
    const id = http.db.database.ids.next()
    await http.db.unitOfWork.run(async (work) => work.insert(fileTable, {
      id, kind: 'photo', ownerAccountId: `account-${who}`, mime: 'image/jpeg', bytes: 9, width: 3, height: 2, durationMs: null,
      sha256: createHash('sha256').update(words).digest('hex'), alikeHash, createdAt: work.now, subjectId: null,
    }))
    return id
  }
  const cement = async (amountFen: Fen, changes: Partial<ExpenseBody> = {}, who: Who = 'bao'): Promise<ExpenseBody> => ({
    payee: { kind: 'firm', name: '清溪建材店', accountNumber: '6222 0200 1234 5678' },
    amountFen,
    payFrom: '102',
    incurredOn: '2026-09-10',
    purpose: '买水泥修三组的路',
    statement: { text: '三组的路被水冲坏了，买水泥来补' },
    items: [{ name: '水泥', quantity: '40 袋', amountFen }],
    accountCode: '514',
    vouchers: [{ fileId: await photo(who), kind: 'receipt', issuerName: '清溪建材店' }],
    handlerId: 'jing',
    witnessId: 'wang',
    ...changes,
  })
  const draft = async (body: ExpenseBody, who: Who = 'bao', villageId = 'liushu'): Promise<ExpenseView> =>
    passed(await send(who, 'POST', `villages/${villageId}/expenses`, body)).as<ExpenseView>()
  const submit = (view: ExpenseView, who: Who = 'bao') => send(who, 'POST', `expenses/${view.id}/submission`, { shown: shownOf(view) })
  const view = async (id: string, who: Who = 'bao') => passed(await send(who, 'GET', `expenses/${id}`)).as<ExpenseView>()
  /** Asks for a challenge on what was shown, and signs it with a fresh hand. */
  const sign = async (
    who: Who, slot: Slot, shown: ExpenseView, changes: object = {}, isTwice = false,
  ): Promise<TestAnswer> => {
    const on = { slot, shown: shownOf(shown) }
    const challenge = await send(who, 'POST', `expenses/${shown.id}/challenges`, on)
    if (challenge.status !== 201) return challenge
    const strokes: Strokes = drawnName(count += 1)
    const body = { ...on, nonce: challenge.as<{ nonce: string }>().nonce, strokes, ...changes }
    const once = (): Promise<TestAnswer> => send(who, 'POST', `expenses/${shown.id}/signatures`, body)
    const [first, second] = await Promise.all(isTwice ? [once(), once()] : [once()])
    return second !== undefined && second.status !== 200 ? second : first
  }
  const app = {
    http, bookId, send, signIn, openBook, photo, cement, draft, submit, view, sign,
    clock: http.db.clock,
    reads: http.db.reads,
    stop: () => http.stop(),
    /** Lets what is due happen, and what follows from it. */
    settle: async (): Promise<void> => {
      await http.app.workers.timers.drain()
      await http.app.workers.outbox.drain()
    },
    /** As a phone does that is told "not your turn yet": again, until it is its turn. */
    signPatiently: async (who: Who, slot: Slot, shown: ExpenseView, isTwice = false): Promise<TestAnswer> => {
      for (let round = 0; ; round += 1) {
        const answer = await sign(who, slot, shown, {}, isTwice)
        if (answer.code !== 'expense.not-your-turn' || round === 60) return answer
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    submitted: async (amountFen: Fen, changes: Partial<ExpenseBody> = {}): Promise<ExpenseView> =>
      passed(await submit(await draft(await cement(amountFen, changes)))).as<ExpenseView>(),
    signedBy: async (shown: ExpenseView, signers: typeof SIGNERS = SIGNERS): Promise<ExpenseView> => {
      for (const [slot, who] of signers) passed(await sign(who, slot, shown))
      return view(shown.id)
    },
    paidAndPosted: async (approved: ExpenseView, paidOn: string, on = paidOn): Promise<ExpenseView> => {
      const photoId = await photo('bao')
      passed(await send('bao', 'POST', `expenses/${approved.id}/payment`, { paidOn, photoId, reference: 'T1' }))
      return passed(await send('bao', 'POST', `expenses/${approved.id}/posting`, { on })).as<ExpenseView>()
    },
    saved: async (shown: ExpenseView, content: ExpenseBody): Promise<TestAnswer> =>
      send('bao', 'PUT', `expenses/${shown.id}`, { content, shown: shownOf(shown) }),
    count: async (table: string): Promise<number> =>
      Number((await http.db.reads.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`, []))[0]?.n),
  }
  return app
}

export type MoneyApp = Awaited<ReturnType<typeof startMoneyApp>>

export function shownOf({ revision, digest }: ExpenseView): { readonly revision: number; readonly digest: string } {
  return { revision, digest }
}

/** The answer, if it was no refusal. */
export function passed(answer: TestAnswer): TestAnswer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`)
  return answer
}
