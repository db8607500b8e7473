import { assertNever, formatNear, type EpochMs } from '../kernel'

/** What a notice is about; each has one sentence (`noticeWords`) and one WeChat template (`templateOf`). */
export type NoticeKind =
  | 'you-are-asked'
  | 'response-reminder'
  | 'response-overdue'
  | 'closure-warning'
  | 'closure-overdue'
  | 'order-issued'
  | 'reporter-wrote'
  | 'answered'
  | 'closed'
  | 'rejected'
  | 'rated'
  | 'withdrawn'
  | 'membership-requested'
  | 'membership-approved'

/**
 * What the sentence needs, and no more. `excerpt`: at most 20 characters of the reporter's words; empty for a spoken
 * ticket, left out for whoever may not read them.
 */
export interface NoticeData {
  readonly excerpt?: string
  readonly villageName?: string
  readonly personName?: string
  readonly dueAt?: EpochMs
  readonly orderNumber?: string
  readonly count?: number
}

/** A notice in the app's inbox: at most one for each fact and person. */
export interface Notice {
  readonly id: string
  readonly personId: string
  /** The journal entry it comes of. */
  readonly factId: string
  readonly kind: NoticeKind
  readonly ticketId: string | null
  readonly data: NoticeData
  readonly createdAt: EpochMs
  readonly readAt: EpochMs | null
}

export interface NoticeWords {
  readonly title: string
  readonly body: string
}

/** The sentence, as of `now`. */
export function noticeWords(kind: NoticeKind, data: NoticeData, now: EpochMs): NoticeWords {
  const words = data.excerpt === undefined ? '' : data.excerpt === '' ? '（一段话）' : `“${data.excerpt}”`
  const due = data.dueAt === undefined ? '' : formatNear(data.dueAt, now)
  switch (kind) {
    case 'you-are-asked':
      return { title: '有村民找您', body: `${words} 请在${due}前回应` }
    case 'response-reminder':
      return { title: '半小时了还没人回', body: `${words} ${due}前要有人回应` }
    case 'response-overdue':
      return { title: '超过 1 小时没人回应', body: `${data.villageName ?? ''} ${words}` }
    case 'closure-warning':
      return { title: '快到办结时间了', body: `${words} ${due}前要办完` }
    case 'closure-overdue':
      return { title: '过了时间还没办完', body: `${data.villageName ?? ''} ${words}` }
    case 'order-issued':
      return {
        title: (data.count ?? 1) > 1 ? `督办单 第 ${data.count} 次` : '督办单',
        body: `${data.orderNumber ?? ''} ${data.villageName ?? ''} ${words}`.trim(),
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
    case 'withdrawn':
      return { title: '村民撤回了', body: `${words} 不用再办` }
    case 'membership-requested':
      return { title: '有人要加入本村', body: `${data.personName ?? ''} 请看看是不是本村人` }
    case 'membership-approved':
      return { title: '您已加入', body: `${data.villageName ?? '本村'}认了您，有事就说` }
    default:
      return assertNever(kind)
  }
}

/** One WeChat subscribe-message template for each reason to be told; a person accepts them one send at a time. */
export const TEMPLATE_KEYS = ['answer', 'duty', 'supervision'] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]

export const TEMPLATE_NAMES: Readonly<Record<TemplateKey, string>> = {
  answer: '我说的事有了回音',
  duty: '有村民找我',
  supervision: '超时和督办',
}

const TEMPLATES: Readonly<Record<NoticeKind, TemplateKey>> = {
  'you-are-asked': 'duty',
  'response-reminder': 'duty',
  'response-overdue': 'supervision',
  'closure-warning': 'duty',
  'closure-overdue': 'supervision',
  'order-issued': 'supervision',
  'reporter-wrote': 'duty',
  answered: 'answer',
  closed: 'answer',
  rejected: 'duty',
  rated: 'duty',
  withdrawn: 'duty',
  'membership-requested': 'duty',
  'membership-approved': 'answer',
}

export function templateOf(kind: NoticeKind): TemplateKey {
  return TEMPLATES[kind]
}

/** What a person wants by WeChat. The in-app inbox always has everything. */
export interface NoticePreferences {
  readonly answer: boolean
  readonly duty: boolean
  readonly supervision: boolean
}
export const DEFAULT_NOTICE_PREFERENCES: NoticePreferences = { answer: true, duty: true, supervision: true }
