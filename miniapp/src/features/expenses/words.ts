import {
  BLOCK_NAMES, NOBODY_REASON_NAMES, SLOT_NAMES, WAITING_STEP_NAMES,
  type HintView, type Slot, type SlotView, type WaitingStep, type WaitingView,
} from '@huiying/shared/expenses'
import { DAY_MS, formatYuan, HOUR_MS, type EpochMs } from '@huiying/shared/kernel'

/** As it fits under a face. */
export const SLOT_SHORT_NAMES: Readonly<Record<Slot, string>> = {
  handler: '经手人', witness: '证明人', supervisor: '监委会', reviewer: '包村干部', director: '村主任', approver: '书记审批',
}

/** "3 天了", "5 小时了", "刚到" — how long it has lain there. */
export function howLong(sinceAt: EpochMs, now: EpochMs): string {
  const passedMs = Math.max(0, now - sinceAt)
  if (passedMs >= DAY_MS) return `${Math.floor(passedMs / DAY_MS)} 天了`
  return passedMs >= HOUR_MS ? `${Math.floor(passedMs / HOUR_MS)} 小时了` : '刚到'
}

/** Who is asked next, in words: "等监委会主任刘芳签字", "等报账员孙明付款"; nobody there: why. */
export function nextWords(waiting: WaitingView): string {
  return waiting.on.map((step) => stepWords(step)).join('，')
}

/** "正在办，在刘芳手上，3 天了" */
export function waitingWords(waiting: WaitingView, now: EpochMs): string {
  const stuck = waiting.on.find(({ nobody }) => nobody !== null)
  const since = howLong(waiting.sinceAt, now)
  if (stuck !== undefined) return `卡住了：没人能${actOf(stuck.step)}，${since}`
  const names = [...new Set(waiting.on.flatMap(({ people }) => people.map(({ name }) => name)))]
  return `正在办，在${names.join('、')}手上，${since}`
}

/** What the viewer is to do with a row of his. */
export function myActWords(slots: readonly Slot[], waiting: WaitingView | null): string {
  if (slots.length > 0) return `等您签：${slots.map((slot) => SLOT_NAMES[slot]).join('、')}`
  const step = waiting?.on[0]?.step
  return step === 'payment' ? '等您付款' : step === 'posting' ? '等您记账' : '等您办'
}

/** "没人能签“监委会主任”：这个职务现在没有人" */
export function nobodyWords({ slot, nobody }: Pick<SlotView, 'slot' | 'nobody'>): string | null {
  return nobody === null ? null : `没人能签“${SLOT_NAMES[slot]}”：${NOBODY_REASON_NAMES[nobody]}`
}

/** "李国强不能签“监委会主任”：收款的是他的近亲属" */
export function blockWords({ slot, blocked }: Pick<SlotView, 'slot' | 'blocked'>): readonly string[] {
  return blocked.map(({ person, block }) => `${person.name}不能签“${SLOT_NAMES[slot]}”：${BLOCK_NAMES[block]}`)
}

export interface HintWords {
  readonly title: string
  readonly note: string
}

/** What a signer is told to look at, calmly: none of it stops anything. */
export function hintWords(hint: HintView): HintWords {
  switch (hint.kind) {
    case 'payee-new':
      return { title: '第一次付给这家', note: '村里以前没有给这家付过钱，请多看一眼。' }
    case 'payee-namesake':
      return { title: '收款人和签字的人同名', note: '请问清楚是不是同一个人。' }
    case 'amount-unusual':
      return { title: '比平时多', note: `同样的开支以前 ${hint.cases} 次，平常是 ${formatYuan(hint.usualFen)} 上下。` }
    case 'account-shared':
      return { title: '这个账号还收过别人的钱', note: sharedAccountNote(hint) }
    case 'attachment-elsewhere':
      return { title: '这张票据在别处用过', note: '同一张票据或发票号，另一笔开支里也有。' }
    case 'picture-alike':
      return { title: '有张照片很像在别处用过的', note: '请对一对是不是同一张。' }
  }
}

function sharedAccountNote({ payeeNames, isElsewhere }: HintView & { readonly kind: 'account-shared' }): string {
  const named = payeeNames.length === 0 ? '' : `用过这个账号的还有：${payeeNames.join('、')}。`
  return isElsewhere ? `${named}街道里别的村也有，收款人的名字不一样。` : named
}

function stepWords({ step, people, nobody }: WaitingView['on'][number]): string {
  if (nobody !== null) return `没人能${actOf(step)}：${NOBODY_REASON_NAMES[nobody]}`
  const names = people.map(({ name }) => name).join('、')
  if (step === 'payment' || step === 'posting') return `等${names}${WAITING_STEP_NAMES[step]}`
  return `等${WAITING_STEP_NAMES[step]}${names}签字`
}

function actOf(step: WaitingStep): string {
  return step === 'payment' || step === 'posting' ? WAITING_STEP_NAMES[step] : `签“${WAITING_STEP_NAMES[step]}”`
}
