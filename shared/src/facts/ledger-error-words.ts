import { formatYuan, isFen, type RefusalDetails } from '../kernel'
import type { ErrorCode } from './error-codes'

type LedgerCode = Extract<ErrorCode, `ledger.${string}`>
type Detail = RefusalDetails[string] | undefined

/** What the book refuses, for `error-words.ts`. Most of it an accountant reads; what a villager may meet says "您". */
export const LEDGER_ERROR_WORDS: Readonly<Record<LedgerCode, string | ((details: RefusalDetails) => string)>> = {
  'ledger.book-exists': '这个村的这本账已经建好了，直接记就行',
  'ledger.book-stopped': '这本账是从旧备份恢复的，少了几笔，现在先不能记账。请管理员换上最新的备份',
  'ledger.book-not-found': '没有找到这本账，请返回看看别的',
  'ledger.only-accountant': '记账由村里的报账员来做，您可以看，不能写',
  'ledger.entry-not-found': '没有找到这笔账，请返回看看别的',
  'ledger.lines-too-few': '一笔账至少要有一借一贷两行',
  'ledger.lines-too-many': ({ limit }) => `一笔账最多 ${limit} 行，请分成几笔`,
  'ledger.amount-invalid': '金额没写对：要大于零，最小到分',
  'ledger.not-balanced': ({ debitFen, creditFen }) => `借贷不平：借方 ${yuan(debitFen)}，贷方 ${yuan(creditFen)}，请核对`,
  'ledger.account-unknown': ({ account }) => `没有“${account}”这个科目，请重新选`,
  'ledger.account-closed': ({ name }) => `科目“${name}”已经停用，请换一个`,
  'ledger.sub-account-invalid': ({ limit }) => `明细科目没写对：编号是上级科目后面加两位数字，名称 ${limit} 个字以内`,
  'ledger.sub-account-exists': '这个编号或名称已经有了，请换一个',
  'ledger.date-outside-month': ({ month }) => `日期不在 ${month} 这个月里，请改日期`,
  'ledger.date-in-future': '日期还没到，不能先记账',
  'ledger.month-before-book': ({ month }) => `这本账从 ${month} 开始，更早的不能记`,
  'ledger.month-closed': ({ month }) => `${month} 已经结账，不能再记。有错请在还没结账的月份里冲红更正`,
  'ledger.month-asserted': ({ month }) => `${month} 已经和银行对过账。要补记，请先撤回对账`,
  'ledger.month-running': ({ month }) => `${month} 还没有过完，过完才能对账、结账`,
  'ledger.purpose-missing': '请写清楚这笔钱是做什么的，村民看了才明白',
  'ledger.text-too-long': ({ limit }) => `写得太长了，请写 ${limit} 个字以内`,
  'ledger.text-unreadable': '里面有认不出的字，请删掉重新写',
  'ledger.voucher-invalid': ({ limit }) => `票据没放对：同一张只放一次，最多 ${limit} 张`,
  'ledger.needs-signatures': '钱要付出去，先走开支、签齐五个字，不能直接记账',
  'ledger.not-reserved': '这笔开支没有留着的钱：还没批准，或者已经记过账了，请刷新看看',
  'ledger.reserve-differs': ({ amountFen }) => `付的钱和批准的不一样，批准的是 ${yuan(amountFen)}，账户也要一样`,
  'ledger.reserved-already': '这笔开支的钱已经留好了，请刷新看看',
  'ledger.expense-posted': '这笔开支已经记在账上了，请刷新看看',
  'ledger.not-money': ({ name }) => `“${name}”不是现金或银行账户，请重新选付款账户`,
  'ledger.not-enough-money': ({ name, availableFen, amountFen }) =>
    `“${name}”能用的钱只有 ${yuan(availableFen)}，不够 ${yuan(amountFen)}（已经批准没付的钱先留着）`,
  'ledger.overdrawn-then': ({ name, on, availableFen, amountFen }) =>
    `按 ${on} 记，“${name}”会变成负数：从那天起最少的时候只有 ${yuan(availableFen)}，不够 ${yuan(amountFen)}。请核对日期`,
  'ledger.opening-exists': '期初余额已经记过了。记错了，请先冲红再重新记',
  'ledger.opening-misplaced': ({ month }) => `期初余额要记在这本账的第一个月：${month}`,
  'ledger.year-end-misused': '年末结转记在 12 月，只能用损益科目、本年收益和收益分配',
  'ledger.reversal-of-reversal': '这笔本身就是更正，不能再冲。请按对的重新记一笔',
  'ledger.reversed-already': ({ month }) => `这笔已经在 ${month} 冲红过了，只能冲一次`,
  'ledger.reversal-before-entry': ({ on }) => `更正的日期不能早于原来那笔的日期 ${on}`,
  'ledger.assertion-incomplete': ({ name }) => `请填上“${name}”月底的银行余额，每个账户填一次`,
  'ledger.assertion-differs': ({ name, statementFen, bookFen }) =>
    `“${name}”对不上：银行是 ${yuan(statementFen)}，账上是 ${yuan(bookFen)}。请查清再对`,
  'ledger.not-asserted': ({ month }) => `${month} 还没有和银行对账，请先对账`,
  'ledger.earlier-month-open': ({ month }) => `请先结 ${month} 的账，要一个月一个月地结`,
  'ledger.not-all-posted': ({ count }) => `还有 ${count} 笔已经付了钱的开支没有记账，记完再结`,
  'ledger.other-too-large': ({ side, otherFen, limitPercent }) =>
    `“其他”${side === 'in' ? '收入' : '支出'}有 ${yuan(otherFen)}，超过 ${limitPercent}%。请冲红，改记到写明用处的科目里`,
  'ledger.not-closed': ({ month }) => `${month} 还没有结账，结了账才能公布`,
  'ledger.published-already': ({ month }) => `${month} 的账已经公布了`,
  'ledger.not-published': ({ month }) => `${month} 的账还没有公布`,
  'ledger.notice-over': ({ lastOn }) => `公示到 ${lastOn} 已经结束。您有疑问，可以点“我要问”`,
  'ledger.only-residents': '提异议请由本村村民来提',
  'ledger.only-answerers': '回答异议由村里的报账员、主任、书记或监委会主任来做，不能自己答自己',
  'ledger.objection-blank': '请写几个字，说清楚哪里不对',
  'ledger.objection-answered': '这条已经有人答过了，请刷新看看',
  'ledger.terms-invalid': ({ minDays, maxPercent }) => `规矩没写对：公示不能少于 ${minDays} 天，“其他”不能超过 ${maxPercent}%`,
  'ledger.holding-invalid': '这一项没写对：名称、地点、数目和日期，请改好再存',
  'ledger.contract-invalid': '合同没写对：对方、起止日期、租金和交租日子，请改好再存',
  'ledger.import-not-empty': '这本账里已经记过账了，只有刚建的空账才能导入以前的账',
  'ledger.not-a-mirror': '更正要和原来那笔科目、金额一样，借贷反过来，请核对',
  'ledger.contract-too-long': ({ years }) => `合同最长 ${years} 年，超过的法律不认，请改结束日期`,
}

function yuan(amountFen: Detail): string {
  return isFen(amountFen) ? formatYuan(amountFen) : ''
}
