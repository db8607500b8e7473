import { draftExpense, expensePolicyOn, type ExpenseBody } from '@huiying/shared/expenses'
import { belongsTo, viewerLater, watchesSubDistrict, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { claimFiles } from '../files/public'
import { booksOfVillage } from '../ledger/public'
import { digestOf } from '../signing/public'
import { villageOf, type Village } from '../villages/public'
import { contentFrom } from './content-from'
import { ExpenseRepository } from './expense.repository'
import { expensePoliciesOf } from './expense-policies'
import { postsFor } from './signing-ground'

/**
 * The accountant begins a draft. @throws identity.village-not-found, ledger.book-not-found, what `contentFrom` and
 * `draftExpense` do
 */
export class DraftExpense {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly accountKey: string,
  ) {}

  execute(viewer: Viewer, villageId: string, body: ExpenseBody): Promise<{ readonly expenseId: string }> {
    return this.unitOfWork.run(async (work) => {
      const current = viewerLater(viewer, work.now)
      const village = await villageFor(work, current, villageId)
      const { personId } = current
      if (personId === null) throw new DomainError('session.not-bound')
      const books = await booksOfVillage(work, villageId)
      const book = body.bookId === undefined ? books[0] : books.find(({ id }) => id === body.bookId)
      const expenseId = this.ids.next()
      const posts = await postsFor(work, village, [personId], work.now)
      const policies = await expensePoliciesOf(work, village.subDistrictId)
      const policy = expensePolicyOn(policies, village.subDistrictId, chinaDateOf(work.now))
      const given = { expenseId, before: null, accountKey: this.accountKey, now: work.now }
      const { content, unclaimed } = await contentFrom(work, body, given)
      // Without a book the rule still says first who may draft at all.
      const place = { id: expenseId, villageId, subDistrictId: village.subDistrictId, bookId: book?.id ?? '' }
      const { next, facts } = draftExpense(place, content, personId, posts, policy, digestOf, work.now)
      if (book === undefined) throw new DomainError('ledger.book-not-found')
      await claimFiles(work, { ...unclaimed, accountId: viewer.accountId, subjectId: expenseId })
      new ExpenseRepository(work).add(next, facts, personId)
      return { expenseId }
    })
  }
}

async function villageFor(
  work: Work,
  viewer: Viewer,
  villageId: string,
): Promise<Village & { readonly villageId: string }> {
  const village = await villageOf(work, villageId)
  const isHis = village !== null && (belongsTo(viewer, villageId) || watchesSubDistrict(viewer, village.subDistrictId))
  if (!isHis) throw new DomainError('identity.village-not-found')
  return { ...village, villageId }
}
