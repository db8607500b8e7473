import type { NoticeKind } from './notice-data'
import { PUBLICATION_TEMPLATES } from './publication-notice'
import { TOGETHER_TEMPLATES } from './together-notice'
import { WAYS_TEMPLATES } from './ways-notice'

/** One WeChat subscribe-message template for each reason to be told; a person accepts them one send at a time. */
export const TEMPLATE_KEYS = ['answer', 'duty', 'supervision', 'roster', 'money'] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]

export const TEMPLATE_NAMES: Readonly<Record<TemplateKey, string>> = {
  answer: '我说的事有了回音',
  duty: '有村民找我',
  supervision: '超时和督办',
  roster: '值班和换班',
  money: '村里的钱',
}

const TEMPLATES: Readonly<Record<NoticeKind, TemplateKey>> = {
  ...WAYS_TEMPLATES,
  ...TOGETHER_TEMPLATES,
  ...PUBLICATION_TEMPLATES,
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
  'part-called': 'duty',
  'part-overdue': 'supervision',
  'part-refused': 'supervision',
  'part-reviewed': 'duty',
  'part-closed': 'supervision',
  'membership-requested': 'duty',
  'membership-approved': 'answer',
  'duty-received': 'roster',
  'duty-handed-on': 'roster',
  'shift-begins': 'roster',
  'shift-absent': 'supervision',
  'roster-published': 'roster',
  'roster-holes': 'supervision',
  'hole-met': 'supervision',
  'swap-asked': 'roster',
  'swap-answered': 'roster',
  'roster-order': 'supervision',
  'expense-sign': 'money',
  'expense-voided': 'money',
  'expense-approved': 'money',
  'expense-refused': 'money',
  'expense-reminder': 'money',
  'expense-stuck': 'supervision',
  'seal-sign': 'money',
  'seal-voided': 'money',
  'seal-approved': 'money',
  'seal-refused': 'money',
  'month-published': 'money',
  'objection-raised': 'money',
  'objection-answered': 'answer',
  'entry-reversed': 'money',
  'book-damaged': 'supervision',
  'days-off-missing': 'supervision',
  'tickets-differ': 'supervision',
  undeliverable: 'supervision',
  'caught-up': 'supervision',
}

export function templateOf(kind: NoticeKind): TemplateKey {
  return TEMPLATES[kind]
}

/** What a person wants by WeChat. The in-app inbox always has everything. */
export interface NoticePreferences {
  readonly answer: boolean
  readonly duty: boolean
  readonly supervision: boolean
  readonly roster: boolean
  readonly money: boolean
}
export const DEFAULT_NOTICE_PREFERENCES: NoticePreferences = {
  answer: true, duty: true, supervision: true, roster: true, money: true,
}
