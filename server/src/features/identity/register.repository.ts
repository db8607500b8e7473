import type { Person, SeatedPost } from '@huiying/shared/identity'
import type { Work } from '../../platform/database/work'
import { personTable } from './person.table'
import { postTable } from './post.table'

/** Values of one query; SQLite binds at most 32,766. */
const CHUNK = 5_000

/** People and their posts by the thousand, as lists bring them. */
export class RegisterRepository {
  constructor(private readonly work: Work) {}

  peopleWithCodes(codes: readonly string[]): Promise<readonly Person[]> {
    return inChunks(codes, (chunk) => this.work.find(personTable, { code: chunk }))
  }

  peopleWithIds(ids: readonly string[]): Promise<readonly Person[]> {
    return inChunks(ids, (chunk) => this.work.find(personTable, { id: chunk }))
  }

  /** Every post in the sub-district and its villages, ended ones too. */
  postsIn(subDistrictId: string): Promise<readonly SeatedPost[]> {
    return this.work.find(postTable, { subDistrictId })
  }

  /** Every post of the people, wherever and whenever. */
  postsHeldBy(personIds: readonly string[]): Promise<readonly SeatedPost[]> {
    return inChunks(personIds, (chunk) => this.work.find(postTable, { personId: chunk }))
  }

  storePeople(added: readonly Person[], changed: readonly Person[]): void {
    this.work.insert(personTable, ...added)
    for (const person of changed) this.work.update(personTable, person)
  }

  storePosts(added: readonly SeatedPost[], changed: readonly SeatedPost[]): void {
    this.work.insert(postTable, ...added)
    for (const post of changed) this.work.update(postTable, post)
  }
}

async function inChunks<Row>(
  values: readonly string[],
  find: (chunk: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < values.length; start += CHUNK)
    rows.push(...(await find(values.slice(start, start + CHUNK))))
  return rows
}
