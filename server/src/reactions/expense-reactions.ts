import { type ExpenseFact, type ExpenseRequest, type Slot } from '@huiying/shared/expenses'
import type { Fact } from '@huiying/shared/facts'
import { excerpt, maskNumbersIn } from '@huiying/shared/kernel'
import type { NoticeData, NoticeKind } from '@huiying/shared/notifications'
import { expenseInBrief, publishExpenses, type ExpenseInBrief } from '../features/expenses/public'
import { personTags, postsAtSubDistrict, postsAtVillage } from '../features/identity/public'
import type { NoticeDraft } from '../features/notifications/public'
import { unitOf } from '../features/villages/public'
import type { Work } from '../platform/database/work'
import { drafts, holders, nobody, type Consequences, type Reaction } from './reaction'

type Of<Type extends ExpenseFact['type']> = Extract<Fact, { readonly type: Type }>

/** Who hears of what around an expense. What is told is read anew: a slot that was signed meanwhile wakes nobody. */
export const EXPENSE_REACTIONS: { readonly [Type in ExpenseFact['type']]: Reaction<Of<Type>> } = {
  'expense.drafted': nobody,
  'expense.changed': async (work, { subjectId, voided }) =>
    told(work, subjectId, (brief) => ofPeople(work, brief, 'expense-voided', voided, { matter: '内容改了，要重新看、重新签' })),
  'expense.submitted': async (work, { subjectId, opened }) => told(work, subjectId, (brief) => asked(work, brief, opened)),
  'expense.signed': async (work, { subjectId, opened }) => told(work, subjectId, (brief) => asked(work, brief, opened)),
  'expense.approved': async (work, { subjectId }) => told(work, subjectId, async (brief) =>
    brief.request.status === 'approved' ? ofPeople(work, brief, 'expense-approved', await accountants(work, brief)) : []),
  'expense.refused': async (work, { subjectId, personId, revision }) => told(work, subjectId, async (brief) => {
    const { request } = brief
    const data = { personName: (await personTags(work, [personId], work.now, request.villageId)).get(personId)?.name ?? '' }
    const fell = signersOf(request, revision).filter((one) => one !== personId)
    return [
      ...(await ofPeople(work, brief, 'expense-refused', await accountants(work, brief), data)),
      ...(await ofPeople(work, brief, 'expense-voided', fell, { matter: `${data.personName}没有签，这一版不算了` })),
    ]
  }),
  'expense.taken-back': async (work, { subjectId, slot, revision, voided }) => told(work, subjectId, async (brief) => {
    const people = signersOf(brief.request, revision, voided)
    const fell = await ofPeople(work, brief, 'expense-voided', people, { matter: '前面有人收回了签字，要重新签' })
    return [...fell, ...(await asked(work, brief, [slot]))]
  }),
  'expense.withdrawn': nobody,
  'expense.cancelled': nobody,
  'expense.paid': nobody,
  'expense.posted': nobody,
  'expense.posting-reversed': nobody,
  'expense.published': nobody,
  'expense.reminded': async (work, { subjectId, personIds, days }) => told(work, subjectId, async (brief) => {
    if (brief.waiting === null) return []
    if (personIds.length > 0) return ofPeople(work, brief, 'expense-reminder', personIds, { count: days })
    return stuck(work, brief)
  }),
  'expense.policy-set': nobody,
  'expense.decision-recorded': nobody,
  'expense.decision-voided': nobody,
  'expense.kinship-set': nobody,
  'expense.kinship-removed': nobody,
  'expense.voucher-masked': nobody,
  'expense.decision-masked': nobody,
}

/** A month hangs on the wall, and with it the expenses whose entries stand in it. */
export async function expensesPublished(
  work: Work,
  { subjectId, month }: Extract<Fact, { readonly type: 'ledger.month-published' }>,
): Promise<Pick<Consequences, 'write'>> {
  return { write: await publishExpenses(work, subjectId, month) }
}

async function told(
  work: Work,
  expenseId: string,
  whoHears: (brief: ExpenseInBrief) => Promise<readonly NoticeDraft[]>,
): Promise<Consequences> {
  const brief = await expenseInBrief(work, expenseId, work.now)
  return { notices: brief === null ? [] : await whoHears(brief) }
}

/** Whoever can sign what has opened and is still open; where nobody can, whoever can change that. */
async function asked(work: Work, brief: ExpenseInBrief, opened: readonly Slot[]): Promise<readonly NoticeDraft[]> {
  if (brief.request.status !== 'signing') return []
  const open = (brief.waiting?.on ?? []).filter(({ step }) => opened.some((slot) => slot === step))
  const people = [...new Set(open.flatMap(({ personIds }) => personIds))]
  const asking = await ofPeople(work, brief, 'expense-sign', people)
  return open.some(({ nobody: why }) => why !== null) ? [...asking, ...(await stuck(work, brief))] : asking
}

async function stuck(work: Work, brief: ExpenseInBrief): Promise<readonly NoticeDraft[]> {
  const staff = holders(await postsAtSubDistrict(work, brief.request.subDistrictId, work.now, ['staff']))
  return ofPeople(work, brief, 'expense-stuck', [...staff, ...(await accountants(work, brief))])
}

async function ofPeople(
  work: Work,
  { request }: ExpenseInBrief,
  kind: NoticeKind,
  people: readonly string[],
  more: NoticeData = {},
): Promise<readonly NoticeDraft[]> {
  const revision = request.revisions[request.revisions.length - 1]
  const village = await unitOf(work, request.villageId)
  return drafts(kind, [...new Set(people)], null, {
    // It leaves the house through WeChat.
    excerpt: excerpt(maskNumbersIn(revision?.content.purpose ?? ''), 20),
    amountFen: revision?.content.amountFen ?? 0,
    villageName: village?.name ?? '',
    opens: { page: 'expense', id: request.id },
    ...more,
  })
}

async function accountants(work: Work, { request }: ExpenseInBrief): Promise<readonly string[]> {
  return holders(await postsAtVillage(work, request.villageId, work.now, ['accountant']))
}

/** Who had signed the revision, or of it these slots. */
function signersOf(request: ExpenseRequest, number: number, slots?: readonly Slot[]): readonly string[] {
  const revision = request.revisions.find((one) => one.number === number)
  const signatures = revision?.signatures.filter(({ slot }) => slots?.includes(slot) ?? true) ?? []
  return [...new Set(signatures.map(({ personId }) => personId))]
}
