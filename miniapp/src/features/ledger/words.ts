import { EXPENSE_STATUS_NAMES, WAITING_STEP_NAMES, type PublicExpense } from '@huiying/shared/expenses'
import { chinaDateOf, formatNear, formatYuan, type CalendarDate, type EpochMs, type Fen } from '@huiying/shared/kernel'
import {
  monthName, type ContractRow, type FinanceAnswer, type MoneyFlow, type MoneyLeft, type Month, type MonthStatus,
  type NoticeView, type RentRhythm,
} from '@huiying/shared/ledger'
import { howLong } from '@/features/expenses/words'

/** "2026年9月" */
export function monthTitle(month: Month): string {
  return `${month.slice(0, 4)}年${monthName(month)}`
}

/** "9月21日" */
export function dayName(on: CalendarDate): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
}

/** "9月：收进 ¥1,000.00，付出 ¥300.00" — of a month or a year, one sentence. */
export function flowSentence(when: string, { inFen, outFen, correctedFen }: MoneyFlow): string {
  if (inFen === 0 && outFen === 0 && correctedFen === 0) return `${when}没有进出账`
  const corrected = correctedFen === 0 ? '' : `，${correctedWords(correctedFen)}`
  return `${when}收进 ${formatYuan(inFen)}，付出 ${formatYuan(outFen)}${corrected}`
}

/** What reversals did: told apart, so that a mistake put right looks neither like income nor like spending. */
export function correctedWords(correctedFen: Fen): string {
  return correctedFen > 0 ? `更正记回 ${formatYuan(correctedFen)}` : `更正减掉 ${formatYuan(-correctedFen)}`
}

/** "银行里 ¥…，现金 ¥…" and what is promised. */
export function moneySentences({ bankFen, cashFen, reservedFen, freeFen }: MoneyLeft): readonly string[] {
  const where = `银行里 ${formatYuan(bankFen)}，现金 ${formatYuan(cashFen)}`
  if (reservedFen === 0) return [where]
  return [where, `里面有 ${formatYuan(reservedFen)} 批准了还没付，真正能动的是 ${formatYuan(freeFen)}`]
}

const STATUS_WORDS: Readonly<Record<MonthStatus, string>> = {
  open: '还在记，数字会变', asserted: '和银行对过了，还没结账', closed: '结了账，还没公示', published: '已公示',
}

export function monthStatusWords(status: MonthStatus): string {
  return STATUS_WORDS[status]
}

/** "公示到 9月21日，您有话可以说" */
export function noticeWords({ lastOn, standing }: NoticeView): string {
  switch (standing) {
    case 'running':
      return `公示到 ${dayName(lastOn)}，您有话可以说`
    case 'contested':
      return `公示到 ${dayName(lastOn)} 已满，还有意见没答复`
    case 'settled':
      return `公示期满（到 ${dayName(lastOn)}）`
  }
}

/** What the nightly check says; findings have words of their own. */
export function checkSentence({ checkedAt, findings }: FinanceAnswer['check'], now: EpochMs): string {
  if (findings.length > 0) return `夜里自动核对，发现 ${findings.length} 处不对`
  if (checkedAt === null) return '这本账还没有自动核对过'
  return `${formatNear(checkedAt, now)} 自动核对过，没发现有人改动`
}

/** "修下水道，要付给青溪管道店 ¥1,280.00" */
export function waitingSentence({ purpose, payeeName, amountFen, paidOn }: PublicExpense): string {
  const paid = paidOn === null ? '要付给' : '已付给'
  return `${purpose}，${paid}${payeeName} ${formatYuan(amountFen)}`
}

/** "等监委会主任刘芳签字，3 天了" — on whom it waits, and for how long. */
export function waitsOnWords({ waiting, status }: PublicExpense, now: EpochMs): string {
  if (waiting === null) return EXPENSE_STATUS_NAMES[status]
  const steps = waiting.on.map(({ step, people, nobody }) => {
    const isPen = step !== 'payment' && step !== 'posting'
    if (nobody !== null) return isPen ? `没人能签“${WAITING_STEP_NAMES[step]}”` : `没人能${WAITING_STEP_NAMES[step]}`
    const names = people.map(({ name }) => name).join('、')
    return isPen ? `等${WAITING_STEP_NAMES[step]}${names}签字` : `等${names}${WAITING_STEP_NAMES[step]}`
  })
  return `${steps.join('，')}，${howLong(waiting.sinceAt, now)}`
}

const RHYTHM_WORDS: Readonly<Record<RentRhythm, string>> = { month: '每月', quarter: '每季', year: '每年' }

/** "租给王建国，每年 ¥12,000.00，到 2030年12月31日" */
export function contractSentence({ tenant, kind, rent, toOn }: ContractRow): string {
  const how = kind === 'land' ? '包给' : '租给'
  return `${how}${tenant}，${RHYTHM_WORDS[rent.rhythm]} ${formatYuan(rent.amountFen)}，到 ${toOn.slice(0, 4)}年${dayName(toOn)}`
}

/** "欠租 ¥2,000.00，过了 35 天" or that all is paid, and what comes next. */
export function rentSentence({ overdueFen, overdueDays, next, endedOn }: ContractRow): string {
  if (overdueFen > 0) return `欠租 ${formatYuan(overdueFen)}，过期 ${overdueDays} 天`
  if (endedOn !== null) return `${dayName(endedOn)}已终止，租金交清了`
  return next === null ? '租金交清了' : `没有欠租，${dayName(next.dueOn)} 前再交 ${formatYuan(next.amountFen)}`
}

/** "12.35 亩" */
export function areaWords(areaCentiMu: number): string {
  const whole = Math.floor(areaCentiMu / 100)
  const rest = String(areaCentiMu % 100).padStart(2, '0').replace(/0+$/, '')
  return `${whole}${rest === '' ? '' : `.${rest}`} 亩`
}

/** "38%"; below one in a hundred "不到 1%". */
export function shareWords(perMille: number): string {
  return perMille < 10 ? '不到 1%' : `${Math.round(perMille / 10)}%`
}

/** Whether a month lies in the year that runs: then its name needs no year. */
export function isThisYear(month: Month, now: EpochMs): boolean {
  return month.slice(0, 4) === chinaDateOf(now).slice(0, 4)
}
