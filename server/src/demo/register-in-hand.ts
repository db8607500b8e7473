import { viewerAt, type SeatedPost, type Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { personTable } from '../features/identity/person.table'
import { postTable } from '../features/identity/post.table'
import { unitTable } from '../features/villages/unit.table'
import type { UnitOfWork } from '../platform/database/unit-of-work'

/** The imported register, read once, so that seven hundred acts need not ask for their actors each. */
export interface RegisterInHand {
  unitId(code: string): string
  personId(code: string): string
  /** The person with the posts he holds at the instant; all his acts come from one account of the demo's own. */
  viewer(personId: string, at: EpochMs): Viewer
}

export async function readRegister(unitOfWork: UnitOfWork): Promise<RegisterInHand> {
  const { units, people, posts } = await unitOfWork.run(async (work) => ({
    units: await work.find(unitTable, {}),
    people: await work.find(personTable, {}),
    posts: await work.find(postTable, {}),
  }))
  const unitIds = new Map(units.map(({ code, id }) => [code, id]))
  const personIds = new Map(people.map(({ code, id }) => [code, id]))
  const postsOf = new Map<string, SeatedPost[]>()
  for (const post of posts) postsOf.set(post.personId, [...(postsOf.get(post.personId) ?? []), post])
  return {
    unitId: (code) => found(unitIds, code),
    personId: (code) => found(personIds, code),
    viewer: (personId, at) => viewerAt(`demo-${personId}`, personId, postsOf.get(personId) ?? [], at),
  }
}

function found(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`the demo's lists have no ${code}`)
  return id
}
