import { chinaDateOf, DomainError, isCalendarDate, isFen, textLength, type EpochMs } from '../kernel'
import { isWellFormedText } from '../proof'
import type { DecisionBody } from './ground-wire'
import { AMOUNT_LIMIT_FEN } from './limits'
import { DECISION_METHODS } from './passed-decision'

export const DECISION_TITLE_LIMIT = 100
export const DECISION_PHOTOS_LIMIT = 9
/** More people than any village has. */
const PEOPLE_LIMIT = 100_000

/** As the screens name them. */
export const DECISION_FIELD_NAMES = {
  title: '决定了什么', method: '怎么决定的', passedOn: '哪天通过的', budgetFen: '最多花多少钱', presentCount: '到了几个人',
  yesCount: '几个人同意', photoIds: '会议记录的照片',
} as const satisfies Readonly<Record<keyof DecisionBody, string>>

/**
 * What a decision that money may rest on must say. Passed is what more than half of those present said yes to
 * (村民委员会组织法 第二十二条); that enough were there is for the minutes to show.
 * @throws expense.decision-invalid with the field
 */
export function checkDecision(given: DecisionBody, now: EpochMs): DecisionBody {
  const decision = { ...given, title: given.title.normalize('NFC').trim() }
  const { title, method, passedOn, budgetFen, presentCount, yesCount, photoIds } = decision
  mustBe('title', title !== '' && textLength(title) <= DECISION_TITLE_LIMIT && isWellFormedText(title))
  mustBe('method', DECISION_METHODS.includes(method))
  mustBe('passedOn', isCalendarDate(passedOn) && passedOn <= chinaDateOf(now))
  mustBe('budgetFen', isFen(budgetFen) && budgetFen > 0 && budgetFen <= AMOUNT_LIMIT_FEN)
  mustBe('presentCount', Number.isInteger(presentCount) && presentCount > 0 && presentCount <= PEOPLE_LIMIT)
  mustBe('yesCount', Number.isInteger(yesCount) && yesCount <= presentCount && yesCount * 2 > presentCount)
  const isDistinct = new Set(photoIds).size === photoIds.length
  mustBe('photoIds', photoIds.length > 0 && photoIds.length <= DECISION_PHOTOS_LIMIT && isDistinct)
  return decision
}

function mustBe(field: keyof DecisionBody, isSound: boolean): void {
  if (!isSound) throw new DomainError('expense.decision-invalid', { field })
}
