import type { Fact } from '@huiying/shared/facts'
import { VILLAGE_LEAD_POSTS, type PostKind } from '@huiying/shared/identity'
import { excerpt, formatDate, chinaDateOf } from '@huiying/shared/kernel'
import { sentenceOf, type Book, type LedgerFact } from '@huiying/shared/ledger'
import type { NoticeData } from '@huiying/shared/notifications'
import { postsAtSubDistrict, postsAtVillage } from '../features/identity/public'
import { bookOf, objectionInBrief, postedEntry, standingFindings } from '../features/ledger/public'
import type { NoticeDraft } from '../features/notifications/public'
import { unitOf } from '../features/villages/public'
import type { Work } from '../platform/database/work'
import { drafts, holders, nobody, type Consequences, type Reaction } from './reaction'

type Of<Type extends LedgerFact['type']> = Extract<Fact, { readonly type: Type }>

/** Long enough for a sentence about one entry. */
const MATTER_LENGTH = 80

/** Whoever answers for the village's money, and whoever keeps it. */
const MONEY_POSTS: readonly PostKind[] = ['accountant', 'supervisor', ...VILLAGE_LEAD_POSTS]

/**
 * Who hears of what around a book. Residents are hundreds: a month that hangs, they see on their first screen.
 */
export const LEDGER_REACTIONS: { readonly [Type in LedgerFact['type']]: Reaction<Of<Type>> } = {
  'ledger.book-opened': nobody,
  'ledger.entry-posted': nobody,
  'ledger.entry-reversed': async (work, { subjectId, byEntryId, month }) => told(work, subjectId, async (book, data) => {
    const posted = await postedEntry(work, byEntryId)
    if (posted === null) return []
    const matter = excerpt(sentenceOf(posted.entry), MATTER_LENGTH)
    const opens = { page: 'entry', id: byEntryId } as const
    return drafts('entry-reversed', await inVillage(work, book, ['supervisor']), null, { ...data, matter, month, opens })
  }),
  'ledger.reserved': nobody,
  'ledger.released': nobody,
  'ledger.month-asserted': nobody,
  'ledger.assertion-withdrawn': nobody,
  'ledger.month-closed': nobody,
  'ledger.month-published': async (work, { subjectId, month, lastOn }) => told(work, subjectId, async (book, data) => {
    const people = [
      ...(await inVillage(work, book, [...VILLAGE_LEAD_POSTS, 'supervisor'])), ...(await inSubDistrict(work, book, ['staff'])),
    ]
    const matter = `公示到 ${formatDate(lastOn, chinaDateOf(work.now))}`
    return drafts('month-published', people, null, { ...data, month, matter })
  }),
  'ledger.objection-raised': async (work, { subjectId, objectionId, month }) => told(work, subjectId, async (book, data) => {
    const objection = await objectionInBrief(work, objectionId)
    // Answered before anybody was told: there is nothing left to do.
    if (objection === null || objection.answeredAt !== null) return []
    const about = { ...data, month, excerpt: objection.excerpt }
    return drafts('objection-raised', await inVillage(work, book, MONEY_POSTS), null, about)
  }),
  'ledger.objection-answered': async (work, { subjectId, objectionId, month }) => told(work, subjectId, async (_, data) => {
    const objection = await objectionInBrief(work, objectionId)
    if (objection === null) return []
    return drafts('objection-answered', [objection.raisedBy], null, { ...data, month, excerpt: objection.excerpt })
  }),
  'ledger.register-changed': nobody,
  'ledger.imported': nobody,
  'ledger.damage-found': async (work, { subjectId, findingIds }) => told(work, subjectId, async (book, data) => {
    const [first, ...more] = await standingFindings(work, findingIds)
    if (first === undefined) return []
    const people = [
      ...(await inVillage(work, book, [...MONEY_POSTS, 'stationed-cadre'])),
      ...(await inSubDistrict(work, book, ['staff', 'leader'])),
    ]
    const others = more.length === 0 ? '' : `，还有 ${more.length} 处`
    return drafts('book-damaged', people, null, { ...data, matter: `${excerpt(first, MATTER_LENGTH)}${others}` })
  }),
  'ledger.policy-set': nobody,
}

async function told(
  work: Work,
  bookId: string,
  whoHears: (book: Book, data: NoticeData) => Promise<readonly NoticeDraft[]>,
): Promise<Consequences> {
  const book = await bookOf(work, bookId)
  if (book === null) return { notices: [] }
  const villageName = (await unitOf(work, book.villageId))?.name ?? ''
  return { notices: await whoHears(book, { villageName, opens: { page: 'book', id: bookId } }) }
}

async function inVillage(work: Work, { villageId }: Book, kinds: readonly PostKind[]): Promise<readonly string[]> {
  return holders(await postsAtVillage(work, villageId, work.now, kinds))
}

async function inSubDistrict(
  work: Work,
  { subDistrictId }: Book,
  kinds: readonly PostKind[],
): Promise<readonly string[]> {
  return holders(await postsAtSubDistrict(work, subDistrictId, work.now, kinds))
}
