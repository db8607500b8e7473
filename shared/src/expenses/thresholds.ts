import { DAY_MS, DomainError, startOfChinaDay, sumFen, type CalendarDate, type EpochMs, type Fen } from '../kernel'
import { isSameName } from '../identity'
import { isCash, type ExpenseContent, type Payee } from './content'
import { currentRevision, isLiveExpense, type ExpenseRequest, type ExpenseStatus } from './expense'
import type { ExpenseTerms } from './policy'

/** Another expense of the village as far as it counts here. */
export interface OtherExpense {
  readonly id: string
  readonly status: ExpenseStatus
  readonly content: ExpenseContent
  /** Of its current revision. */
  readonly submittedAt: EpochMs | null
}

export function asOther(request: ExpenseRequest): OtherExpense {
  const { content, submittedAt } = currentRevision(request)
  return { id: request.id, status: request.status, content, submittedAt }
}

/** A decision of the village ("四议两公开", "532") that spending may rest on. */
export interface PassedDecision {
  readonly id: string
  readonly villageId: string
  readonly passedOn: CalendarDate
  readonly budgetFen: Fen
}

export interface Weighed {
  /** Its own amount and all that is added up with it. */
  readonly fen: Fen
  readonly withIds: readonly string[]
}

/**
 * Same payee and purpose within the days of the policy are added up, so that splitting gains nothing. The days count
 * between the dates of spending or between the submissions, whichever are nearer: an invoice's date is easily a month
 * off. All live ones count, earlier or later; who submits last bears the sum. Each is measured from this one: there is
 * no chain through a third.
 */
export function weigh(
  id: string,
  content: ExpenseContent,
  others: readonly OtherExpense[],
  terms: ExpenseTerms,
  now: EpochMs,
): Weighed {
  const kin = others.filter((other) =>
    other.id !== id && isLiveExpense(other) && isSamePayee(content.payee, other.content.payee)
      && isSamePurpose(content, other.content) && isNear(content, other, terms, now))
  const fen = sumFen([content.amountFen, ...kin.map((other) => other.content.amountFen)])
  return { fen, withIds: kin.map((other) => other.id) }
}

/**
 * Cash only below the limit; a large sum rests on a passed decision; and what rests on one stays within its budget,
 * together with what was added up and with all else that rests on it.
 * @param decision the one the content names, as the register has it
 * @throws expense.cash-too-much, expense.decision-missing, expense.decision-not-found, expense.over-budget
 */
export function checkThresholds(
  { id, villageId, terms }: Pick<ExpenseRequest, 'id' | 'villageId' | 'terms'>,
  content: ExpenseContent,
  decision: PassedDecision | null,
  others: readonly OtherExpense[],
  now: EpochMs,
): Weighed {
  const weighed = weigh(id, content, others, terms, now)
  // 0: it is this one alone.
  const addedUpDays = weighed.withIds.length > 0 ? terms.addUpDays : 0
  if (isCash(content) && weighed.fen >= terms.cashBelowFen) {
    const limitFen = terms.cashBelowFen
    throw new DomainError('expense.cash-too-much', { weighedFen: weighed.fen, limitFen, addedUpDays })
  }
  if (content.decisionId === null) {
    if (weighed.fen < terms.decisionFromFen) return weighed
    const limitFen = terms.decisionFromFen
    throw new DomainError('expense.decision-missing', { weighedFen: weighed.fen, limitFen, addedUpDays })
  }
  if (decision === null || decision.id !== content.decisionId || decision.villageId !== villageId
    || startOfChinaDay(decision.passedOn) > now) {
    throw new DomainError('expense.decision-not-found')
  }
  const resting = others.filter((other) =>
    other.id !== id && isLiveExpense(other) && other.content.decisionId === decision.id)
    .filter((other) => !weighed.withIds.includes(other.id))
  const spentFen = sumFen([weighed.fen, ...resting.map((other) => other.content.amountFen)])
  if (spentFen > decision.budgetFen) {
    throw new DomainError('expense.over-budget', { spentFen, budgetFen: decision.budgetFen })
  }
  return weighed
}

/** The same person of the register, the same account, or the same name. */
export function isSamePayee(one: Payee, other: Payee): boolean {
  if (one.personId !== null && one.personId === other.personId) return true
  if (one.account !== null && other.account !== null && one.account.key === other.account.key) return true
  return isSameName(one.name.normalize('NFKC'), other.name.normalize('NFKC'))
}

/**
 * The same account of the chart, or the same words whatever stands between them: a second name for one thing does not
 * part it, nor does booking it elsewhere.
 */
export function isSamePurpose(one: ExpenseContent, other: ExpenseContent): boolean {
  return one.accountCode === other.accountCode || plainWords(one.purpose) === plainWords(other.purpose)
}

function isNear(content: ExpenseContent, other: OtherExpense, { addUpDays }: ExpenseTerms, now: EpochMs): boolean {
  const apartMs = Math.abs(startOfChinaDay(content.incurredOn) - startOfChinaDay(other.content.incurredOn))
  const sinceMs = other.submittedAt === null ? Infinity : Math.abs(now - other.submittedAt)
  return Math.min(apartMs, sinceMs) <= addUpDays * DAY_MS
}

/** Letters, figures and Han characters only, in one width and case; figures too are left out: "第2次" is no purpose. */
function plainWords(purpose: string): string {
  return purpose.normalize('NFKC').toLowerCase().replace(/[\s\d!-/:-@[-`{-~\u3000-\u303f\uff00-\uffef\u2010-\u2027]/g, '')
}
