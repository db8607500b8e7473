import { assertNever } from '../kernel'

/** What people hear who have a matter in common. */
export type TogetherNoticeKind =
  | 'merged'
  | 'came-apart'
  | 'stands-again'
  | 'follow-answered'
  | 'follow-closed'
  | 'follow-again'
  | 'follow-gone'

/** One of `TemplateKey`, which stands above this file. */
export const TOGETHER_TEMPLATES = {
  merged: 'answer',
  'came-apart': 'answer',
  'stands-again': 'duty',
  'follow-answered': 'answer',
  'follow-closed': 'answer',
  'follow-again': 'answer',
  'follow-gone': 'answer',
} as const satisfies Readonly<Record<TogetherNoticeKind, string>>

export function isTogetherNotice(kind: string): kind is TogetherNoticeKind {
  return Object.prototype.hasOwnProperty.call(TOGETHER_TEMPLATES, kind)
}

/** @param words the excerpt in quotes. @param due by when something is owed, in words */
export function togetherNoticeWords(
  kind: TogetherNoticeKind,
  words: string,
  due: string,
  personName: string | undefined,
): { readonly title: string; readonly body: string } {
  switch (kind) {
    case 'merged':
      return { title: '您说的事并在一起办了', body: `${words} 和邻居说的是同一件，办好了一起告诉您` }
    case 'came-apart':
      return { title: '您说的事单独办了', body: `${words} 不和别的事并在一起了` }
    case 'stands-again':
      return { title: '有件事分出来单独办', body: `${words} ${due}前要回应或者办完` }
    case 'follow-answered':
      return { title: '您也遇到的事有人回了', body: `${personName ?? '村干部'}回了${words}` }
    case 'follow-closed':
      return { title: '您也遇到的事办完了', body: `${words} 看看是怎么办的` }
    case 'follow-again':
      return { title: '您也遇到的事还在办', body: `${words} 说事的人讲还没办好，接着办` }
    case 'follow-gone':
      return { title: '您也遇到的事撤回了', body: `${words} 说事的人撤回了。您家还没好，就自己说一句` }
    default:
      return assertNever(kind)
  }
}
