import { formatYuan, type RefusalDetails } from '../kernel'
import { BLOCK_NAMES, CONTENT_FIELD_NAMES, DECISION_FIELD_NAMES, NOBODY_REASON_NAMES, SLOT_NAMES } from '../expenses'
import { SEAL_BLOCK_NAMES, SEAL_FIELD_NAMES, SEAL_SLOT_NAMES } from '../seal'
import { CONFIDENCE_WORDS } from './confidence-errors'
import { DESK_WORDS } from './desk-errors'
import { ORDER_WORDS } from './order-errors'
import { PUBLICATION_WORDS } from './publication-errors'
import type { ErrorCode } from './error-codes'
import { FIGURE_WORDS } from './figure-errors'
import { LEDGER_ERROR_WORDS } from './ledger-error-words'
import { PROMISE_WORDS } from './promise-errors'
import { TOGETHER_WORDS } from './together-errors'
import { WHISTLE_WORDS } from './whistle-errors'
import { WAYS_WORDS } from './ways-errors'

type Words = string | ((details: RefusalDetails) => string)

/** What happened and what to do, in plain Chinese. Exhaustive: a code without a sentence does not compile. */
const ERROR_WORDS: Readonly<Record<ErrorCode, Words>> = {
  'request.malformed': '没看懂发来的内容，请退出这一页再试一次',
  'request.invalid': '有几处没填对，请改好再发',
  'request.too-large': '内容太大了，请少发一些',
  'request.not-found': '没有找到，可能已经不在了，请返回再看看',
  'request.method-not-allowed': '这里不能这样操作，请返回再试',
  'request.unsupported-media-type': '这种内容收不了，请换一种方式发',
  'request.key-missing': '手机没带上这次操作的编号，请更新小程序再试',
  'request.key-reused': '这次操作的编号用过了，请退出这一页重新来',
  'request.too-many': '点得太快了，请过一分钟再试',
  'request.conflict': '刚刚有人改过，请刷新后再试',
  'server.failed': '我们这边出了问题，请过几分钟再试',
  'server.busy': '现在人多，请过一会儿再试',
  'session.missing': '请先登录',
  'session.expired': '登录过期了，请重新登录',
  'session.not-bound': '还不知道您是哪个村的，请先用手机号认一认',
  'session.code-refused': '微信登录没成功，请再点一次',
  'session.forbidden': '这件事您的职务办不了，请找村书记或街道',
  'identity.phone-refused': '没拿到手机号，请再点一次“用手机号认一认”',
  'identity.phone-missing': '请先点“用手机号认一认”，再申请加入',
  'identity.already-bound': '这个微信已经认好人了，不用再认',
  'identity.request-waiting': '申请已经送到村里，请等村干部点头',
  'identity.request-not-found': '没有找到这个申请，可能别人已经办了',
  'identity.request-decided': '这个申请别人已经办了，请刷新看看',
  'identity.person-not-found': '没有找到这个人，请返回重新选',
  'identity.village-not-found': '没有找到这个村，请返回重新选',
  'identity.name-missing': '请写上姓名',
  'identity.name-too-long': ({ limit }) => `姓名太长了，请写 ${limit} 个字以内`,
  'identity.date-invalid': '日期没写对，请写成 2026-09-14 这样',
  'identity.holds-office': '您现在还担任职务，不能注销。请先请街道办好离任',
  'calendar.year-unknown': ({ year }) => `还没有 ${year} 年的放假安排，先办不了。国务院办公厅公布后，请管理员在“放假安排”里录入`,
  'calendar.year-faulty': '放假安排没写对：日期要在这一年里，放假的日子不能又是调休上班的日子，请对照通知再填',
  'roster.month-invalid': '月份没写对，请写成 2026-09 这样，最远排到下两个月',
  'roster.month-not-found': '这个月的班还没有排',
  'roster.month-published': '这个月的班已经公布，不能重新排。要改哪一天，请直接改那一格',
  'roster.month-over': '这个月已经过完了，不能再排',
  'roster.revision-changed': '您看的时候，别人改了这个月的班。请看看改了什么，再公布',
  'roster.has-holes': ({ holes, emptied = 0 }) => emptied === 0
    ? `还有 ${holes} 个班没有人。请先补上，或者确认就这样公布`
    : `还有 ${holes} 个班没有人，其中 ${emptied} 个班的人已经请假或不在职。请先换人，或者确认就这样公布`,
  'roster.cell-changed': '这一格刚被别人改过，您的改动没有存。请看看新的，再决定要不要改',
  'roster.cell-over': '这个班已经过去，不能再改',
  'roster.nobody-leads': '休息日不设带班，排一个值班的人就行',
  'roster.not-your-cell': '您只能改本村的值班，包村干部和领导的由街道排',
  'roster.cannot-sit': '这个人不能坐这个班：要在职，带班的是书记或主任，值班的是两委委员',
  'roster.sits-elsewhere': '这个人那天已经有别的班，请换人或换一天',
  'roster.on-leave': '这个人那天请假了，请换人',
  'roster.slot-not-found': '没有找到这个班，可能刚被改过，请刷新看看',
  'roster.too-early': '还没到接班的时候，开始前 1 小时才能接',
  'roster.taken-over-already': '这个班已经接过了',
  'roster.not-sitting': '您今天不在这个村坐班，这本账只能看，不能写',
  'roster.note-missing': '请写几个字再存',
  'roster.text-too-long': ({ limit }) => `写得太长了，请写 ${limit} 个字以内`,
  'roster.leave-invalid': '请假的日子没写对：从今天起，最多两个月，结束的日子不能早于开始的日子',
  'roster.leave-overlaps': '这几天里有的已经请过假了，请看看再写',
  'roster.leave-not-found': '没有找到这次请假',
  'roster.swap-not-found': '没有找到这次换班',
  'roster.swap-over': '这次换班已经不算数了：对方已经答复，或者班已经改了',
  'roster.swap-asked-already': '这个班已经请人换了，等对方答复，或者先撤回',
  'roster.swap-same-person': '不能和自己换班',
  'roster.order-issued-already': '这件事已经发过督办单了',
  'roster.trouble-not-found': '没有找到这件事，可能已经补上了，请刷新看看',
  'roster.policy-invalid': '规矩没写对：时间要在一天以内，分钟和距离要是整数',
  'roster.centre-invalid': '村服务中心的位置不对，请在地图上再选一次',
  ...DESK_WORDS,
  ...ORDER_WORDS,
  ...PUBLICATION_WORDS,
  ...LEDGER_ERROR_WORDS,
  ...FIGURE_WORDS,
  ...PROMISE_WORDS,
  'file.too-large': ({ limitMb }) => `文件太大了，请选 ${limitMb} MB 以内的`,
  'file.mask-invalid': ({ limit }) => `遮挡的方块没画对，请在照片里面画，最多 ${limit} 个`,
  'file.not-a-photo': '这个不是照片，请从相册里选一张照片',
  'file.not-a-voice': '这段录音打不开，请重新录一段',
  'file.not-found': '照片或录音没有找到，请重新传一次',
  'file.missing': '没有收到文件，请重新选一次',
  'lists.not-a-workbook': '这个文件不是 Excel 表格（.xlsx），请另存为 .xlsx 再传',
  'lists.too-large': ({ limitMb }) => `表格太大了（最大 ${limitMb} MB），请把没有内容的行和列整行整列删掉，另存一份再传`,
  'lists.faulty': ({ count }) => `表格里有 ${count} 处要改，改好再传；现在一行都没有存`,
  'ticket.not-found': '没有找到这件事，请返回看看别的',
  'ticket.village-not-found': '没有找到这个村，请先加入自己的村',
  'ticket.addressee-not-found': '找不到要 @ 的人，请重新选一位',
  'ticket.text-missing': '请写一句话，或者按住说一段',
  'ticket.text-too-long': ({ limit }) => `字太多了，请写 ${limit} 字以内，或者按住说给我们听`,
  'ticket.too-many-photos': ({ limit }) => `照片最多 ${limit} 张，请去掉几张`,
  'ticket.place-too-long': ({ limit }) => `地点写得太长了，请写 ${limit} 个字以内`,
  'ticket.name-missing': '请写上您替谁说',
  'ticket.name-too-long': ({ limit }) => `姓名太长了，请写 ${limit} 个字以内`,
  'ticket.only-handlers': '这件事由村里回应，您不用回',
  'ticket.only-reporter': '这一步只有说事的人自己能做',
  'ticket.only-sub-district': '这一步由街道来办，您这里办不了',
  'ticket.rates-for-another': '您是替他说的，满意不满意要他自己说；没办好您可以点“没办好，接着办”',
  'ticket.phone-malformed': '他的手机号没写对，是 11 位数字；不知道就空着',
  'ticket.reply-blank': '请写清楚：谁、什么时候、怎么办',
  'ticket.reply-receipt': '只说“收到”还不算回应，请写谁去、什么时候、怎么办',
  'ticket.reply-unfilled': '还有空着的地方没填，请把“＿＿”填好再发',
  'ticket.closure-says-nothing': '请写清楚做了什么、现在怎样，村民看了才放心',
  'ticket.reason-missing': '不予受理要选一个原因，村民才明白',
  'ticket.ended': '这件事已经结束，请另说一件',
  'ticket.already-closed': '这件事已经办结了，请刷新看看',
  'ticket.not-closed': '这件事还在办，办好了再请您评',
  'ticket.already-answered': '您已经评过了，谢谢您',
  'ticket.answer-too-late': '过了 7 天，评不了了；还没办好请另说一件',
  ...WHISTLE_WORDS,
  ...TOGETHER_WORDS,
  'ticket.phone-unknown': '没有登记说事人的电话，请在这里留言',
  ...CONFIDENCE_WORDS,
  'expense.not-found': '没有找到这笔开支，请返回看看别的',
  'expense.only-accountant': '这一步由村里的报账员来做',
  'expense.only-leads': '这一步由报账员、主任或书记来做',
  'expense.content-invalid': ({ field }) => `“${namedIn(CONTENT_FIELD_NAMES, field)}”还没有填好，请改好再来`,
  'expense.text-too-long': ({ limit }) => `写得太长了，请写 ${limit} 个字以内`,
  'expense.items-sum': ({ itemsFen, amountFen }) => `明细加起来是 ${yuan(itemsFen)}，和金额 ${yuan(amountFen)} 对不上，请核对`,
  'expense.handler-is-witness': '经手人和证明人不能是同一个人，请换一位',
  'expense.voucher-twice': '同一张票据放了两次，请去掉一张',
  'expense.invoice-used': ({ number }) => `发票 ${number} 已经用在另一笔开支上，一张发票只能报一次`,
  'expense.file-used': '有一张照片已经用在另一笔开支上，一张只能用一次，请换成这一笔的',
  'expense.cash-too-much': ({ weighedFen, limitFen, addedUpDays }) =>
    `${addedUp(addedUpDays)} ${yuan(weighedFen)}，${yuan(limitFen)} 以下才能付现金，请改成转账`,
  'expense.decision-missing': ({ weighedFen, limitFen, addedUpDays }) =>
    `${addedUp(addedUpDays)} ${yuan(weighedFen)}，${yuan(limitFen)} 起要有村里通过的决定，请选上是哪一个`,
  'expense.decision-not-found': '没有找到村里的这个决定，或者还没有通过，请重新选',
  'expense.decision-voided': '这笔钱依据的决定已经作废，不能批，请会计改好再签',
  'expense.over-budget': ({ spentFen, budgetFen }) => `这个决定只批了 ${yuan(budgetFen)}，连这一笔要花 ${yuan(spentFen)}，超了`,
  'expense.nobody-can-sign': ({ slot, reason, block }) =>
    `“${namedIn(SLOT_NAMES, slot)}”没有人能签：${block == null ? namedIn(NOBODY_REASON_NAMES, reason) : namedIn(BLOCK_NAMES, block)}。请先改好`,
  'expense.stale': '您看的时候，内容改过了，您的签字没有存。请看清改了什么，再决定签不签',
  'expense.not-draft': '这笔开支有人没有签，要先改一改，再请大家签',
  'expense.frozen': '这笔开支已经批准，不能再改',
  'expense.ended': '这笔开支已经撤回或者不付了，请另填一笔',
  'expense.not-signing': '这笔开支现在不在签字，请刷新看看',
  'expense.slot-not-needed': ({ slot }) => `这笔开支不用“${namedIn(SLOT_NAMES, slot)}”签`,
  'expense.signed-already': ({ slot }) => `“${namedIn(SLOT_NAMES, slot)}”已经有人签了，请刷新看看`,
  'expense.not-entitled': ({ slot, reason }) => `“${namedIn(SLOT_NAMES, slot)}”您不能签：${namedIn(BLOCK_NAMES, reason)}`,
  'expense.not-your-turn': ({ waitsFor }) =>
    waitsFor === null ? '还没轮到您签' : `还没轮到您签，先等“${namedIn(SLOT_NAMES, waitsFor)}”`,
  'expense.challenge-refused': '这次签字等得太久，或者已经用过了，请重新打开再签',
  'expense.strokes-used': '每次签字都要重新手写，请再写一遍名字',
  'expense.strokes-invalid': '请用手指签上您的名字，写完整、写大一点',
  'expense.soter-refused': '指纹或人脸没有验证通过，您的签字没有存，请再试一次',
  'expense.no-money': ({ amountFen, availableFen }) =>
    `账上能用的钱只有 ${yuan(availableFen)}，不够付 ${yuan(amountFen)}，这一笔没有批准。请等钱到账，或者先不付`,
  'expense.reason-missing': '请写上原因，大家才明白',
  'expense.nothing-to-take-back': '这里没有您的签字可以收回',
  'expense.not-approved': '这笔开支不在等付款，请刷新看看',
  'expense.not-returned': '钱已经付出去了，要有银行退回来的凭证才能不付；还没有付的不用传',
  'expense.paid-already': '这笔开支已经付过了，不能再付一次',
  'expense.payment-invalid': '付款没填对：日期在批准以后、今天以前，转账要写银行流水号，还要有凭证照片',
  'expense.not-paid': '这笔开支还没有付款，不能记账',
  'expense.posted-already': '这笔开支已经记过账了',
  'expense.posting-too-early': ({ paidOn }) => `钱是 ${paidOn ?? ''} 付的，记账的日子不能比这早`,
  'expense.not-posted': '这笔开支没有记在这一笔账上，请刷新看看',
  'expense.decision-invalid': ({ field }) => `“${namedIn(DECISION_FIELD_NAMES, field)}”没有填对，请改好再存`,
  'expense.kinship-invalid': '这一对没有选对：要选两个不同的人，都在名册上，至少一位是本村的',
  'expense.kinship-exists': '这两位的亲属关系已经登记过了',
  'expense.kinship-own': '和您自己有关的，您不能登记，也不能删，请街道来办',
  'expense.kinship-not-found': '没有找到这条登记，请刷新看看',
  'expense.policy-invalid': '规矩没写对：金额要是整分，一肩挑的起点不能比平常的高，时间要在限度以内',
  'seal.not-found': '没有找到这次用章，请返回看看别的',
  'seal.only-village': '这一步由村干部来做',
  'seal.content-invalid': ({ field }) => `“${namedIn(SEAL_FIELD_NAMES, field)}”还没有填好，请改好再来`,
  'seal.consent-missing': '还没有联席会议的记录，请先开会，再把记录拍照放上来',
  'seal.nobody-can-sign': ({ slot, block }) =>
    `“${namedIn(SEAL_SLOT_NAMES, slot)}”没有人能签：${block == null ? '这个职务现在没有人' : namedIn(SEAL_BLOCK_NAMES, block)}。请先改好`,
  'seal.stale': '您看的时候，内容改过了，您的签字没有存。请看清改了什么，再决定签不签',
  'seal.not-draft': '这次用章有人没有签，要先改一改，再请大家签',
  'seal.frozen': '这次用章已经签完或者撤回，不能再改',
  'seal.not-signing': '这次用章现在不在签字，请刷新看看',
  'seal.signed-already': ({ slot }) => `“${namedIn(SEAL_SLOT_NAMES, slot)}”已经有人签了，请刷新看看`,
  'seal.not-entitled': ({ slot, reason }) => `“${namedIn(SEAL_SLOT_NAMES, slot)}”您不能签：${namedIn(SEAL_BLOCK_NAMES, reason)}`,
  'seal.reason-missing': '请写上原因，大家才明白',
  'seal.text-too-long': ({ limit }) => `写得太长了，请写 ${limit} 个字以内`,
  'seal.nothing-to-take-back': '这里没有您的签字可以收回',
  'seal.not-approved': '三个人还没有签完，不能盖章',
  'seal.other-document': '这份文件和签字的那份不一样，不能盖章。请拿签过字的那一份',
  'seal.too-many-copies': ({ left }) => `签字时说好的份数只剩 ${left} 份，不能多盖`,
  ...WAYS_WORDS,
  'wechat.unreachable': '微信那边没有回音，请过一会儿再试',
  'wechat.refused': '微信那边没有答应，请过一会儿再试',
}

export function errorWords(code: ErrorCode, details: RefusalDetails = {}): string {
  const words = ERROR_WORDS[code]
  return typeof words === 'string' ? words : words(details)
}

/** For answers that come from elsewhere: is it one of ours? */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.prototype.hasOwnProperty.call(ERROR_WORDS, code)
}

type Detail = RefusalDetails[string] | undefined

function yuan(amountFen: Detail): string {
  return typeof amountFen === 'number' ? formatYuan(amountFen) : ''
}

function addedUp(days: Detail): string {
  return typeof days === 'number' && days > 0 ? `付给同一个人、为同一件事，前后 ${days} 天加起来是` : '金额是'
}

function namedIn(names: Readonly<Record<string, string>>, key: Detail): string {
  return typeof key === 'string' ? names[key] ?? '' : ''
}
