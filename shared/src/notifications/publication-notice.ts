/** Somebody must look before all may see it; and what the reporter hears when it is not shown to all. */
export type PublicationNoticeKind = 'to-look-at' | 'not-published' | 'published-after-all'

/** One of `TemplateKey`, which stands above this file. */
export const PUBLICATION_TEMPLATES = {
  'to-look-at': 'supervision',
  'not-published': 'answer',
  'published-after-all': 'answer',
} as const satisfies Readonly<Record<PublicationNoticeKind, string>>

export function isPublicationNotice(kind: string): kind is PublicationNoticeKind {
  return Object.prototype.hasOwnProperty.call(PUBLICATION_TEMPLATES, kind)
}

/** @param words the excerpt in quotes */
export function publicationNoticeWords(
  kind: PublicationNoticeKind,
  words: string,
  villageName = '',
): { readonly title: string; readonly body: string } {
  if (kind === 'to-look-at') return { title: '有内容等您看一眼', body: `${villageName} ${words} 看过才给全村看` }
  if (kind === 'published-after-all') return { title: '那一段改为给全村看了', body: `${words} 点开看看为什么` }
  return { title: '有一段没有给全村看', body: `${words} 事情照样在办，点开看看为什么` }
}
