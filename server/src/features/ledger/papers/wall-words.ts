import { formatYuan, sumFen, type CalendarDate } from '@huiying/shared/kernel'
import { formatArea, monthName, type Use } from '@huiying/shared/ledger'
import { monthWords } from './paper-words'
import type { WallPaper } from './wall-paper'

/** What is said where no head covers the month yet: nothing is invented. */
export const NO_HEAD_WORDS = '指纹还没有签好，请过几分钟再印'

/** "公示到 9月21日 24:00" */
export function noticeWords({ notice, monthStatus }: WallPaper): string {
  if (notice !== null) {
    const until = `公示到 ${dayName(notice.lastOn)} 24:00`
    if (notice.standing === 'running') return until
    return notice.standing === 'contested' ? `${until}，还有疑问没答完` : `${until}，已公示完`
  }
  return monthStatus === 'closed' ? '已经结账，还没有公布' : '还没有结账，数字还会变'
}

/** "资产 3 项（闲着 1 项）　资源 2 块，12.35 亩　合同 2 份" */
export function holdingsWords({ holdings: { assetTotals, resourceTotals, contractCount } }: WallPaper): string {
  const idle = (count: number): string => (count === 0 ? '' : `（闲着 ${count} 处）`)
  const area = resourceTotals.count === 0 ? '' : `，共 ${formatArea(resourceTotals.areaCentiMu)}`
  return [
    `资产 ${assetTotals.count} 项${idle(assetTotals.idleCount)}`,
    `资源 ${resourceTotals.count} 处${area}${idle(resourceTotals.idleCount)}`,
    `合同 ${contractCount} 份`,
  ].join('　')
}

export function overdueWords({ holdings: { overdueFen } }: WallPaper): string {
  return overdueFen === 0 ? '租金没有拖欠' : `到期没交的租金：${formatYuan(overdueFen)}`
}

/** The greatest, and all others as one line, so that the bars add up to the whole. */
export function shownUses(uses: readonly Use[], most: number): readonly Pick<Use, 'name' | 'amountFen'>[] {
  const shown = uses.filter(({ amountFen }) => amountFen > 0)
  if (shown.length <= most) return shown
  const rest = shown.slice(most - 1)
  return [
    ...shown.slice(0, most - 1),
    { name: `另外 ${rest.length} 项`, amountFen: sumFen(rest.map(({ amountFen }) => amountFen)) },
  ]
}

export function wallTitle({ bookName, month }: WallPaper): string {
  return `${bookName} ${monthWords(month)} 的账`
}

/** "柳树村2026年9月收支-A3.pdf" */
export function wallFileName({ villageName, month, monthStatus }: WallPaper, size: string): string {
  return `${villageName}${monthWords(month)}收支${monthStatus === 'published' ? '' : '草稿'}-${size}.pdf`
}

/** "9月底村里有多少钱" */
export function moneyWords({ month }: WallPaper): string {
  return `${monthName(month)}底，村里一共有`
}

function dayName(on: CalendarDate): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
}
