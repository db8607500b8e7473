import type { RefusalDetails } from '../kernel'
import type { ErrorCode } from './error-codes'

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
  'identity.duty-not-cadre': '值班的人要是本村干部，请重新选',
  'identity.date-invalid': '日期没写对，请写成 2026-09-14 这样',
  'file.too-large': ({ limitMb }) => `文件太大了，请选 ${limitMb} MB 以内的`,
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
  'ticket.only-sub-district': '这件事两次没办好，已到街道手里，由街道来办结',
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
  'ticket.phone-unknown': '没有登记说事人的电话，请在这里留言',
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
