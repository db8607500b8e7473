import { assertNever, chinaDateOf, formatDate, formatNear, formatYuan, type EpochMs } from '../kernel'
import { caughtUpWords } from './caught-up'
import type { NoticeData, NoticeKind, NoticeWords } from './notice-data'
import { partNoticeWords } from './part-notice'
import { isPublicationNotice, publicationNoticeWords } from './publication-notice'
import { isTogetherNotice, togetherNoticeWords } from './together-notice'
import { isWaysNotice, waysNoticeWords } from './ways-notice'

/** The sentence, as of `now`. */
export function noticeWords(kind: NoticeKind, data: NoticeData, now: EpochMs): NoticeWords {
  const words = data.excerpt === undefined ? '' : data.excerpt === '' ? '（一段话）' : `“${data.excerpt}”`
  const due = data.dueAt === undefined ? '' : formatNear(data.dueAt, now)
  if (isWaysNotice(kind)) return waysNoticeWords(kind, data, words, now)
  if (isPublicationNotice(kind)) return publicationNoticeWords(kind, words, data.villageName)
  if (isTogetherNotice(kind)) return togetherNoticeWords(kind, words, due, data.personName)
  switch (kind) {
    case 'you-are-asked':
      return { title: '有村民找您', body: `${words} 请在${due}前回应` }
    case 'response-reminder':
      return { title: '还没人回', body: `${words} ${due}前要有人回应` }
    case 'response-overdue':
      return { title: '过了时间还没人回应', body: `${data.villageName ?? ''} ${words}` }
    case 'closure-warning':
      return { title: '快到办结时间了', body: `${words} ${due}前要办完` }
    case 'closure-overdue':
      return { title: '过了时间还没办完', body: `${data.villageName ?? ''} ${words}` }
    case 'order-issued':
      return {
        title: (data.count ?? 1) > 1 ? `督办单 第 ${data.count} 次` : '督办单',
        // The county is told no words: it sees to it that there is an end, not to the matter.
        body: data.excerpt === undefined
          ? `${data.orderNumber ?? ''} ${data.villageName ?? ''}有一件事一直没办完，请过问${data.subDistrictName ?? '街道'}`.trim()
          : `${data.orderNumber ?? ''} ${data.villageName ?? ''} ${words}`.trim(),
      }
    case 'reporter-wrote':
      return { title: '村民又说了一句', body: words }
    case 'answered':
      return { title: '有人回应您了', body: `${data.personName ?? '村干部'}回了您说的${words}` }
    case 'closed':
      return { title: '您说的事办好了吗', body: `${words} 请您来评一评` }
    case 'rejected':
      return { title: '村民说还没办好', body: `${words} ${due}前要办完` }
    case 'rated':
      return { title: '村民评了', body: words }
    case 'part-called':
    case 'part-overdue':
    case 'part-refused':
    case 'part-reviewed':
    case 'part-closed':
      return partNoticeWords(kind, data, now)
    case 'withdrawn':
      return { title: '村民撤回了', body: `${words} 不用再办` }
    case 'membership-requested':
      return { title: '有人要加入本村', body: `${data.personName ?? ''} 请看看是不是本村人` }
    case 'membership-approved':
      return { title: '您已加入', body: `${data.villageName ?? '本村'}认了您，有事就说` }
    case 'duty-received':
      return dutyReceived(data, now)
    case 'duty-handed-on':
      return dutyHandedOn(data, now)
    case 'shift-begins':
      return { title: '轮到您值班了', body: `${data.villageName ?? ''} 请点一下“接班”${ticketsNow(data, now)}` }
    case 'shift-absent':
      return isOwnAbsence(kind, data)
        ? { title: '您还没接班', body: `${data.villageName ?? ''} 过了半小时，请现在点一下“接班”` }
        : { title: `${data.personName}没有接班`, body: `${data.villageName ?? ''} 过了半小时还没接班` }
    case 'roster-published':
      return { title: `${monthWords(data)}的班排好了`, body: `${data.villageName ?? ''} 看看您哪几天值班` }
    case 'roster-holes':
      return { title: `${monthWords(data)}还有班没人`, body: `${data.villageName ?? ''} ${data.count ?? 0} 个班没有人，请找人补上` }
    case 'hole-met':
      return { title: '有人说事，却没人值班', body: `${data.villageName ?? ''} ${words} 请马上找人，${due}前要回应` }
    case 'swap-asked':
      return { title: '有人想和您换班', body: `${data.personName ?? ''}请您替他值${dutyDays(data, now)}的班${inReturn(data, now)}，请答复` }
    case 'swap-answered':
      return { title: '换班有了答复', body: `${data.personName ?? ''}${data.matter ?? ''}，${dutyDays(data, now)}的班` }
    case 'roster-order':
      // A visit that a leader owes names no village.
      return { title: '督办单', body: [data.orderNumber, data.villageName, data.matter].filter(Boolean).join(' ') }
    case 'expense-sign':
      return { title: '请您签字', body: `${data.villageName ?? ''} ${sumWords(data)}` }
    case 'expense-voided':
      return { title: '您签的字不算了', body: `${sumWords(data)} ${data.matter ?? ''}` }
    case 'expense-approved':
      return { title: '字签齐了，可以付款', body: `${data.villageName ?? ''} ${sumWords(data)}` }
    case 'expense-refused':
      return { title: '有人没有签', body: `${sumWords(data)} ${data.personName ?? ''}没有签，看看为什么` }
    case 'expense-reminder':
      return { title: waitedWords(data), body: `${data.villageName ?? ''} ${sumWords(data)}` }
    case 'expense-stuck':
      return { title: '一笔开支没有人能办', body: `${data.villageName ?? ''} ${sumWords(data)} ${data.matter ?? ''}`.trim() }
    case 'seal-sign':
      return { title: '用章要您签字', body: `${data.villageName ?? ''} ${words}` }
    case 'seal-voided':
      return { title: '您签的字不算了', body: `用章 ${words} ${data.matter ?? ''}` }
    case 'seal-approved':
      return { title: '三个人都签了，可以盖章', body: `${data.villageName ?? ''} ${words}` }
    case 'seal-refused':
      return { title: '用章有人没有签', body: `${words} ${data.personName ?? ''}没有签，看看为什么` }
    case 'month-published':
      return { title: `${monthWords(data)}的账公布了`, body: `${data.villageName ?? ''} ${data.matter ?? ''}`.trim() }
    case 'objection-raised':
      return { title: `有村民对${monthWords(data)}的账有异议`, body: `${data.villageName ?? ''} ${words} 请答复` }
    case 'objection-answered':
      return { title: '您提的异议有了答复', body: `${monthWords(data)}的账 ${words}` }
    case 'entry-reversed':
      return { title: '有一笔账更正了', body: `${data.villageName ?? ''} ${data.matter ?? ''}` }
    case 'days-off-missing':
      return { title: `${data.matter ?? ''} 年的放假安排还没有录入`, body: '哪天放假还不知道，到时候先不停钟。请到“放假安排”里录入' }
    case 'tickets-differ':
      return { title: '夜里核对，有对不上的', body: `${data.count ?? 0} 处。请让管服务器的人看看日志` }
    case 'book-damaged':
      return { title: '账对不上，请马上查', body: `${data.villageName ?? ''} ${data.matter ?? ''}` }
    case 'undeliverable':
      return { title: '通知没送到，请打电话', body: `${data.villageName ?? ''} ${words} 值班的人还不知道` }
    case 'caught-up':
      return caughtUpWords(data)
    default:
      return assertNever(kind)
  }
}

/** "买水泥 ¥1,280.00" */
function sumWords({ excerpt = '', amountFen }: NoticeData): string {
  return amountFen === undefined ? excerpt : `${excerpt} ${formatYuan(amountFen)}`
}

function waitedWords({ count = 0 }: NoticeData): string {
  return count < 1 ? '还在等您' : `等您 ${count} 天了`
}

/** Told to the absent person himself: nobody is named to him. */
export function isOwnAbsence(kind: NoticeKind, { personName }: NoticeData): boolean {
  return kind === 'shift-absent' && personName === undefined
}

function dutyReceived(data: NoticeData, now: EpochMs): NoticeWords {
  const tickets = data.ticketCount ?? 0
  if ((data.days ?? []).length === 0) {
    return { title: `有 ${tickets} 件没回的事转给您`, body: `${data.matter ?? ''}${earliest(data, now)}` }
  }
  const whose = data.personName === undefined ? '这个班原来没有人' : `${data.personName}的班转给您`
  const due = tickets === 0 ? '' : earliest(data, now)
  return { title: `${whichDays(data, now)}您值班`, body: `${data.villageName ?? ''} ${whose}${ticketsAlong(data)}${due}` }
}

function dutyHandedOn(data: NoticeData, now: EpochMs): NoticeWords {
  const whom = data.personName === undefined ? '还没有人接' : `由${data.personName}接`
  if ((data.days ?? []).length === 0) {
    const whose = data.personName === undefined ? '由值班的人' : `由${data.personName}`
    return { title: '没回的事转走了', body: `${data.villageName ?? ''} ${data.ticketCount ?? 0} 件，${whose}接着回` }
  }
  return { title: `${whichDays(data, now)}的班转走了`, body: `${data.villageName ?? ''} ${whom}${ticketsAlong(data)}` }
}

/** "今天上午9:20起", "9月16日 周三等 3 天" */
function whichDays(data: NoticeData, now: EpochMs): string {
  const { fromAt, days = [] } = data
  return fromAt === undefined ? dutyDays(data, now) : `${formatNear(fromAt, now)}起${days.length > 1 ? `共 ${days.length} 天` : ''}`
}

function inReturn({ returnOn }: NoticeData, now: EpochMs): string {
  return returnOn === undefined ? '' : `，他替您值${formatDate(returnOn, chinaDateOf(now))}的`
}

function dutyDays({ days = [] }: NoticeData, now: EpochMs): string {
  const [first] = days
  if (first === undefined) return ''
  return `${formatDate(first, chinaDateOf(now))}${days.length > 1 ? `等 ${days.length} 天` : ''}`
}

function ticketsAlong({ ticketCount = 0 }: NoticeData): string {
  return ticketCount === 0 ? '' : `，${ticketCount} 件没回的事也一起转`
}

function ticketsNow(data: NoticeData, now: EpochMs): string {
  const { ticketCount = 0 } = data
  return ticketCount === 0 ? '' : `，有 ${ticketCount} 件没回的事${earliest(data, now)}`
}

/** By when the first of the grievances is to be answered; once that is over, to ask for it would be a mockery. */
function earliest({ dueAt, ticketCount = 0 }: NoticeData, now: EpochMs): string {
  if (dueAt === undefined) return ''
  if (dueAt >= now) return `，最早的${formatNear(dueAt, now)}前要回`
  return ticketCount > 1 ? '，有的已经过了时间' : '，已经过了时间'
}

function monthWords({ month = '' }: NoticeData): string {
  return `${Number(month.slice(5))}月`
}
