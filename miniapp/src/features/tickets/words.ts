import { POST_NAMES, POST_SHORT_NAMES, type CadreCard, type PostKind } from '@huiying/shared/identity'
import { excerpt } from '@huiying/shared/kernel'
import type { PersonTag, TicketRow } from '@huiying/shared/tickets'

/** "村党组织书记", "低保专干" — the role in full, as it is said the first time. */
export function postTitle(kind: PostKind, charge: string | null): string {
  // As he is called everywhere else: a specialist in brackets reads like somebody else.
  if (kind === 'specialist' && charge !== null) return `${charge}${POST_NAMES[kind]}`
  if (kind === 'leader' && charge !== null) return charge
  return charge === null ? POST_NAMES[kind] : `${POST_NAMES[kind]}（${charge}）`
}

/** "书记", "低保专干" — the role for a chip beside a face; of an office, "街道工作人员（群众工作）". */
export function postShortTitle(kind: PostKind, charge: string | null): string {
  // "街道" alone is a place, and what an office has charge of is a field of work, no title.
  if (kind === 'staff' || kind === 'officer') return postTitle(kind, charge)
  if (kind === 'leader' && charge !== null) return charge
  return charge === null ? POST_SHORT_NAMES[kind] : `${charge}${POST_SHORT_NAMES[kind]}`
}

/** What a cadre is, by his weightiest post; sitting today is said by a mark of its own. */
export function cadreTitle(card: Pick<CadreCard, 'posts'>): string {
  const post = card.posts.find((one) => one.kind !== 'resident') ?? card.posts[0]
  return post === undefined ? '' : postTitle(post.kind, post.charge)
}

/** "李国强 书记" */
export function personWords(person: PersonTag): string {
  return person.post === null ? person.name
    : `${person.name} ${titleThere(person, postShortTitle(person.post, person.charge))}`
}

/** "桃园社区书记", "城建办办事员", "云岭县工作人员": of whoever serves elsewhere, with where. */
export function titleThere({ unitName }: Pick<PersonTag, 'unitName'>, title: string): string {
  return unitName === undefined ? title : `${unitName}${title.replace(/^(部门|村|街道)/, '')}`
}

/** The reporter's own words for a card; for a voice alone, that it is one. */
export function rowWords(row: Pick<TicketRow, 'words' | 'hasVoice' | 'photoCount'>, length = 60): string {
  if (row.words.trim() !== '') return excerpt(row.words, length)
  return row.hasVoice ? '（说了一段话）' : '（发了照片）'
}
