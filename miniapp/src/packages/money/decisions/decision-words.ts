import type { DecisionRow } from '@huiying/shared/expenses'
import { formatYuan, sumFen } from '@huiying/shared/kernel'

/** "已用 ¥1,280.00，还剩 ¥720.00" */
export function budgetWords({ budgetFen, usedFen }: Pick<DecisionRow, 'budgetFen' | 'usedFen'>): string {
  const leftFen = sumFen([budgetFen, -usedFen])
  if (usedFen === 0) return '还没有用'
  if (leftFen <= 0) return `用完了，用了 ${formatYuan(usedFen)}`
  return `已用 ${formatYuan(usedFen)}，还剩 ${formatYuan(leftFen)}`
}

/** "到会 42 人，同意 40 人" */
export function votesWords({ presentCount, yesCount }: Pick<DecisionRow, 'presentCount' | 'yesCount'>): string {
  return `到会 ${presentCount} 人，同意 ${yesCount} 人`
}

export interface DecisionDraft {
  readonly title: string
  readonly budgetText: string
  readonly presentText: string
  readonly yesText: string
  readonly passedOn: string
  readonly photoCount: number
}

/** What is missing before it can be written down; `null`: nothing. @param budgetFen as read, `null`: not understood */
export function decisionFaultOf(draft: DecisionDraft, budgetFen: number | null): string | null {
  const [present, yes] = [Number(draft.presentText), Number(draft.yesText)]
  if (draft.title.trim() === '') return '请写上定了什么事'
  if (draft.passedOn === '') return '请选哪天定的'
  if (budgetFen === null || budgetFen <= 0) return '预算没看懂，请写成 20000 或 20000.50'
  if (!Number.isInteger(present) || present < 1) return '请写到会几个人'
  if (!Number.isInteger(yes) || yes < 1 || yes > present) return '同意的人数要在到会的人数以内'
  return draft.photoCount === 0 ? '请拍会议记录' : null
}
