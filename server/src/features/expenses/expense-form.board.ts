import {
  currentRevision, expensePolicyOn, type ExpenseFormAnswer, type ExpenseRequest,
} from '@huiying/shared/expenses'
import { holdsPost, type PersonTag, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type EpochMs } from '@huiying/shared/kernel'
import { accountOf, chartOf, isMoney, type Book } from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import type { FileUrlSigner } from '../files/public'
import { personTags } from '../identity/public'
import { booksOfVillage } from '../ledger/public'
import { villageOf } from '../villages/public'
import { availableByAccount } from './available.board'
import { decisionRowsOf } from './decision-rows.board'
import { expensePoliciesOf } from './expense-policies'
import { expensesBy } from './expenses-by'
import { peopleOfVillage } from './people-of-village.board'

/** Payees of the last so many expenses are offered again. */
const EARLIER = 100

/** @throws identity.village-not-found, expense.only-accountant, ledger.book-not-found */
export async function expenseForm(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  { villageId, bookId }: { readonly villageId: string; readonly bookId: string | null },
  now: EpochMs,
): Promise<ExpenseFormAnswer> {
  const village = await villageOf(reads, villageId)
  const isHis = viewer.posts.some((post) => post.villageId === villageId && post.kind !== 'admin')
  if (village === null || !isHis) throw new DomainError('identity.village-not-found')
  if (!holdsPost(viewer, ['accountant'], { villageId })) throw new DomainError('expense.only-accountant')
  const books = await booksOfVillage(reads, villageId)
  const book = bookId === null ? books[0] : books.find(({ id }) => id === bookId)
  if (book === undefined) throw new DomainError('ledger.book-not-found')
  const [policies, available, decisions, people, earlier] = await Promise.all([
    expensePoliciesOf(reads, village.subDistrictId),
    availableByAccount(reads, book.id),
    decisionRowsOf(reads, signer, villageId, now),
    peopleOfVillage(reads, villageId, now),
    expensesBy(reads, 'e.village_id = ? ORDER BY e.id DESC LIMIT ?', [villageId, EARLIER]),
  ])
  const tags = await personTags(reads, people, now, villageId)
  return {
    village: { id: village.id, kind: village.kind, name: village.name },
    bookId: book.id,
    terms: expensePolicyOn(policies, village.subDistrictId, chinaDateOf(now)).terms,
    payFrom: codesOf(book).filter(({ code }) => isMoney(code))
      .map(({ code, name }) => ({ code, name, availableFen: available.get(code) ?? 0 })),
    accounts: codesOf(book).filter(({ code }) => !isMoney(code)),
    people: people.flatMap((id): readonly PersonTag[] => {
      const tag = tags.get(id)
      return tag === undefined ? [] : [tag]
    }),
    payees: payeesOf(earlier),
    decisions: decisions.filter(({ isVoided }) => !isVoided),
  }
}

/** Every account that takes new lines; the chart's own and those below it. */
function codesOf(book: Book): readonly { readonly code: string; readonly name: string; readonly plainName: string }[] {
  const codes = [...chartOf(book.chartVersion).accounts, ...book.subAccounts].map(({ code }) => code)
  return codes.sort().map((code) => accountOf(book, code)).filter(({ isActive }) => isActive)
    .map(({ code, name, plainName }) => ({ code, name, plainName }))
}

function payeesOf(earlier: readonly ExpenseRequest[]): ExpenseFormAnswer['payees'] {
  const all = earlier.map((one) => currentRevision(one).content.payee).filter(({ name }) => name !== '')
  const each = new Map(all.map((payee) => [`${payee.name}|${payee.account?.key ?? ''}`, payee]))
  return [...each.values()].map(({ kind, name, personId, account }) => ({
    kind, name, personId, maskedAccount: account?.masked ?? null,
  }))
}
