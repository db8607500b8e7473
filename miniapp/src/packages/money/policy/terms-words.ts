import type { ExpenseTerms } from '@huiying/shared/expenses'
import { DAY_MS, formatYuan, HOUR_MS, parseYuan, type Fen } from '@huiying/shared/kernel'
import type { LedgerTerms } from '@huiying/shared/ledger'

/** The rules of spending as one would tell them to a new accountant. */
export function expenseSentences(terms: ExpenseTerms): readonly string[] {
  return [
    `满 ${formatYuan(terms.reviewFromFen)}，包村干部要审；书记、主任一肩挑的村，满 ${formatYuan(terms.reviewFromOneShoulderFen)} 就要审。`,
    `满 ${formatYuan(terms.decisionFromFen)}，要先经村里议过，不超预算。`,
    `现金只付 ${formatYuan(terms.cashBelowFen)} 以下的。`,
    terms.addUpDays === 0
      ? '同一家、同一件事的，不合起来算。'
      : `同一家、同一件事，${terms.addUpDays} 天以内的合起来算，不能拆开。`,
    `压在谁手上，满 ${spanWords(terms.remindFirstMs)}就提醒他，以后每 ${spanWords(terms.remindEachMs)}再提醒一次。`,
  ]
}

/** The rules of the open book. */
export function ledgerSentences({ noticeDays, otherLimitPercent }: LedgerTerms): readonly string[] {
  return [
    `每个月的账公示 ${noticeDays} 天，贴出来的当天不算。`,
    `“其他”一项，最多占当月的 ${otherLimitPercent}%。`,
  ]
}

export interface TermsTexts {
  readonly reviewFrom: string
  readonly reviewFromOneShoulder: string
  readonly decisionFrom: string
  readonly cashBelow: string
  readonly addUpDays: string
}

export function textsOf(terms: ExpenseTerms): TermsTexts {
  return {
    reviewFrom: yuanText(terms.reviewFromFen),
    reviewFromOneShoulder: yuanText(terms.reviewFromOneShoulderFen),
    decisionFrom: yuanText(terms.decisionFromFen),
    cashBelow: yuanText(terms.cashBelowFen),
    addUpDays: String(terms.addUpDays),
  }
}

/** `null`: something was not written as an amount or a number of days. What isn't asked for here stays as it was. */
export function termsIn(texts: TermsTexts, before: ExpenseTerms): ExpenseTerms | null {
  const amounts = [texts.reviewFrom, texts.reviewFromOneShoulder, texts.decisionFrom, texts.cashBelow].map(parseYuan)
  const [reviewFromFen, reviewFromOneShoulderFen, decisionFromFen, cashBelowFen] = amounts
  const addUpDays = Number(texts.addUpDays.trim())
  if (!isAmount(reviewFromFen) || !isAmount(reviewFromOneShoulderFen)) return null
  if (!isAmount(decisionFromFen) || !isAmount(cashBelowFen)) return null
  if (texts.addUpDays.trim() === '' || !Number.isInteger(addUpDays)) return null
  return { ...before, reviewFromFen, reviewFromOneShoulderFen, decisionFromFen, cashBelowFen, addUpDays }
}

function isAmount(amountFen: Fen | null | undefined): amountFen is Fen {
  return amountFen !== null && amountFen !== undefined && amountFen >= 0
}

/** "5000" as one types it. */
function yuanText(amountFen: Fen): string {
  return formatYuan(amountFen).replace(/[¥,]/g, '').replace(/\.00$/, '')
}

function spanWords(ms: number): string {
  return ms % DAY_MS === 0 ? `${ms / DAY_MS} 天` : `${Math.round(ms / HOUR_MS)} 小时`
}
