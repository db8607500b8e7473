import { POST_UNIT_KINDS, type PostKind, type SeatedPost } from '@huiying/shared/identity'
import { DAY_MS } from '@huiying/shared/kernel'
import type { Unit, UnitKind } from '@huiying/shared/villages'
import { accountTable } from '../../src/features/identity/account.table'
import { personTable } from '../../src/features/identity/person.table'
import { postTable } from '../../src/features/identity/post.table'
import { sessionTable } from '../../src/features/identity/session.table'
import { hashOfToken } from '../../src/features/identity/session-token'
import { unitTable } from '../../src/features/villages/unit.table'
import type { Database } from '../../src/platform/database/open-database'

/** Somebody who knocks at every door. */
export interface Caller {
  readonly name: string
  readonly token: string | null
  readonly isBound: boolean
  /** of the post in force; `null`: none */
  readonly kind: PostKind | null
}

export const POST_KINDS = Object.keys(POST_UNIT_KINDS) as PostKind[]

const FAR: readonly Unit[] = [
  { id: 'far-town', kind: 'sub-district', name: '远处街道', parentId: 'yunling', code: 'F' },
  { id: 'far-village', kind: 'village', name: '远处村', parentId: 'far-town', code: 'FV' },
]

/** `here`: in the small village and its sub-district; `far`: in another sub-district. */
const PLACES = {
  here: { village: 'liushu', subDistrict: 'qingxi' },
  far: { village: 'far-village', subDistrict: 'far-town' },
}

/** One person for each post, and those without one: never had, had until now, will have in a millisecond. */
export async function settleCallers(database: Database, where: keyof typeof PLACES): Promise<readonly Caller[]> {
  const now = await database.clock.now()
  const seat = (personId: string, kind: PostKind, fromAt: number, toAt: number | null): SeatedPost => ({
    id: database.ids.next(), personId, kind, charge: null, fromAt, toAt, ...unitFor(kind, where),
  })
  const holders = POST_KINDS.map((kind) => ({ name: `${where}-${kind}`, posts: [seat(`${where}-${kind}`, kind, 0, null)] }))
  const others = [
    { name: `${where}-no-post`, posts: [] },
    { name: `${where}-ended`, posts: POST_KINDS.map((kind) => seat(`${where}-ended`, kind, 0, now)) },
    { name: `${where}-not-begun`, posts: POST_KINDS.map((kind) => seat(`${where}-not-begun`, kind, now + 1, null)) },
  ]
  const people = [...holders, ...others]
  const names = [...people.map(({ name }) => name), `${where}-unbound`]
  await database.unitOfWork.run(async (work) => {
    if (where === 'far') work.insert(unitTable, ...FAR)
    work.insert(personTable, ...people.map(({ name }) => ({ id: name, name, phone: null, code: name, createdAt: 0 })))
    work.insert(postTable, ...people.flatMap(({ posts }) => posts))
    work.insert(accountTable, ...names.map((name) => ({
      id: `a-${name}`, appId: 'standin-app', openId: name, unionId: null, phone: null, createdAt: 0,
      personId: name.endsWith('unbound') ? null : name,
    })))
    work.insert(sessionTable, ...names.map((name) => ({
      tokenHash: hashOfToken(tokenOf(name)), id: null, browser: null, accountId: `a-${name}`, createdAt: now, expiresAt: now + DAY_MS, revokedAt: null,
    })))
  })
  return [
    { name: 'nobody', token: null, isBound: false, kind: null },
    { name: 'a dead session', token: 'A'.repeat(43), isBound: false, kind: null },
    { name: 'an unbound account', token: tokenOf(`${where}-unbound`), isBound: false, kind: null },
    ...others.map(({ name }) => ({ name, token: tokenOf(name), isBound: true, kind: null })),
    ...POST_KINDS.map((kind) => ({ name: `${where}-${kind}`, token: tokenOf(`${where}-${kind}`), isBound: true, kind })),
  ]
}

/** The lowest unit the post may be held at. */
function unitFor(kind: PostKind, where: keyof typeof PLACES): Pick<SeatedPost, 'unitId' | 'villageId' | 'subDistrictId'> {
  const { village, subDistrict } = PLACES[where]
  const mayBe = (unitKind: UnitKind): boolean => POST_UNIT_KINDS[kind].includes(unitKind)
  const isInVillage = mayBe('village')
  const unitId = isInVillage ? village : mayBe('sub-district') ? subDistrict : `${where}-office`
  return { unitId, villageId: isInVillage ? village : null, subDistrictId: subDistrict }
}

function tokenOf(name: string): string {
  return `token-of-${name}`.padEnd(43, '-')
}
