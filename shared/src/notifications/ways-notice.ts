import { formatNear, type EpochMs } from '../kernel'

/** What people are told of a matter's way up, sideways and down. */
export type WaysNoticeKind =
  | 'handed-to-you' | 'matter-moved' | 'objection-made' | 'objection-ruled' | 'extension-asked' | 'extension-ruled' | 'promised'
  | 'follow-moved' | 'follow-promised'

export const WAYS_TEMPLATES = {
  'handed-to-you': 'duty',
  'matter-moved': 'answer',
  'objection-made': 'supervision',
  'objection-ruled': 'duty',
  'extension-asked': 'supervision',
  'extension-ruled': 'duty',
  promised: 'answer',
  'follow-moved': 'answer',
  'follow-promised': 'answer',
} as const satisfies Readonly<Record<WaysNoticeKind, string>>

export function isWaysNotice(kind: string): kind is WaysNoticeKind {
  return kind in WAYS_TEMPLATES
}

interface Told {
  readonly dueAt?: EpochMs
  /** `dueAt` is when it is to be closed; else when it is to be answered. */
  readonly isAnswered?: boolean
  readonly villageName?: string
  /** Where it is now. */
  readonly unitName?: string
  /** What was ruled. */
  readonly matter?: string
}

/** @param words the reporter's own, quoted */
export function waysNoticeWords(
  kind: WaysNoticeKind,
  data: Told,
  words: string,
  now: EpochMs,
): { readonly title: string; readonly body: string } {
  const due = data.dueAt === undefined ? '' : formatNear(data.dueAt, now)
  const { unitName = '', villageName = '', matter = '' } = data
  switch (kind) {
    case 'handed-to-you':
      return { title: '有件事转给您这边办', body: `${villageName} ${words} 时间接着算，${due}前要${data.isAnswered === true ? '办完' : '回'}` }
    case 'matter-moved':
      return { title: '您说的事换了地方办', body: `${words} 现在在${unitName}手上，时间接着算` }
    case 'objection-made':
      return { title: '有人说不该他们办', body: `${villageName} ${words} 请定下来由谁办` }
    case 'objection-ruled':
      return { title: '由谁办定下来了', body: `${words} ${matter}` }
    case 'extension-asked':
      return { title: '有人要延期，请定', body: `${villageName} ${words} ${due}前不定就不算` }
    case 'extension-ruled':
      return { title: matter, body: `${words} ${due}前要办完` }
    case 'promised':
      return { title: '您说的事要多办几天', body: `${words} 答应您${due}前办好` }
    case 'follow-moved':
      return { title: '您也遇到的事换了地方办', body: `${words} 现在在${unitName}手上，时间接着算` }
    case 'follow-promised':
      return { title: '您也遇到的事要多办几天', body: `${words} 答应${due}前办好` }
  }
}
