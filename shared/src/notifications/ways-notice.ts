import { formatNear, type EpochMs } from '../kernel'
import type { NoticeData, NoticeWords } from './notice-data'
import type { TemplateKey } from './template-key'

/** What people are told of a matter's way up, sideways and down. */
export type WaysNoticeKind =
  | 'handed-to-you' | 'matter-moved' | 'objection-made' | 'objection-ruled' | 'extension-asked' | 'extension-ruled' | 'promised'

export const WAYS_TEMPLATES: Readonly<Record<WaysNoticeKind, TemplateKey>> = {
  'handed-to-you': 'duty',
  'matter-moved': 'answer',
  'objection-made': 'supervision',
  'objection-ruled': 'duty',
  'extension-asked': 'supervision',
  'extension-ruled': 'duty',
  promised: 'answer',
}

export function isWaysNotice(kind: string): kind is WaysNoticeKind {
  return kind in WAYS_TEMPLATES
}

/** `unitName`: where it is now; `matter`: what was ruled. @param words the reporter's own, quoted */
export function waysNoticeWords(kind: WaysNoticeKind, data: NoticeData, words: string, now: EpochMs): NoticeWords {
  const due = data.dueAt === undefined ? '' : formatNear(data.dueAt, now)
  const { unitName = '', villageName = '', matter = '' } = data
  switch (kind) {
    case 'handed-to-you':
      return { title: '有件事转给您这边办', body: `${villageName} ${words} 时间接着算，${due}前要办` }
    case 'matter-moved':
      return { title: '您说的事换了地方办', body: `${words} 现在由${unitName}办，时间不变` }
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
  }
}
