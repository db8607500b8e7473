import { viewerAt, type PostKind, type SeatedPost, type Viewer } from '@huiying/shared/identity'
import type { Unit } from '@huiying/shared/villages'
import { accountTable } from '../../src/features/identity/account.table'
import { personTable } from '../../src/features/identity/person.table'
import { postTable } from '../../src/features/identity/post.table'
import { postsOf } from '../../src/features/identity/public'
import { unitTable } from '../../src/features/villages/unit.table'
import type { Database } from '../../src/platform/database/open-database'

const UNITS: readonly Unit[] = [
  { id: 'yunling', kind: 'county', name: '云岭县', parentId: null, code: 'C' },
  { id: 'qingxi', kind: 'sub-district', name: '青溪街道', parentId: 'yunling', code: 'S' },
  { id: 'liushu', kind: 'village', name: '柳树村', parentId: 'qingxi', code: 'V1' },
  { id: 'taoyuan', kind: 'village', name: '桃园社区', parentId: 'qingxi', code: 'V2' },
]

/** id, name, phone, posts as [kind, unit]. */
const PEOPLE: readonly (readonly [string, string, string | null, readonly (readonly [PostKind, string])[]])[] = [
  ['wang', '王桂花', '13900000001', [['resident', 'liushu']]],
  ['zhao', '赵大山', '13900000002', [['resident', 'liushu']]],
  ['li', '李建国', '13900000003', [['secretary', 'liushu'], ['resident', 'liushu']]],
  ['chen', '陈明', '13900000004', [['director', 'liushu']]],
  ['he', '何小兰', '13900000005', [['grid-worker', 'liushu']]],
  ['zhou', '周平', '13900000006', [['stationed-cadre', 'liushu']]],
  ['sun', '孙静', '13900000007', [['staff', 'qingxi']]],
  ['wu', '吴立', '13900000008', [['leader', 'qingxi']]],
  ['qian', '钱丰', '13900000009', [['secretary', 'taoyuan'], ['resident', 'taoyuan']]],
  ['tang', '唐县', '13900000010', [['staff', 'yunling']]],
]

/** Two villages and ten people, enough for every part of a story. Ids are the people's surnames. */
export async function settleSmallVillage(database: Database): Promise<void> {
  await database.unitOfWork.run(async (work) => {
    work.insert(unitTable, ...UNITS)
    work.insert(personTable, ...PEOPLE.map(([id, name, phone]) => ({ id, name, phone, code: `P-${id}`, createdAt: 0 })))
    work.insert(accountTable, ...PEOPLE.map(([id]) => accountOf(id)))
    work.insert(
      postTable,
      ...PEOPLE.flatMap(([id, , , held]) => held.map(([kind, unitId]) => postOf(id, kind, unitId))),
    )
  })
}

/** Somebody more, who signs in as `open-<id>`. */
export async function settlePerson(
  database: Database,
  person: { readonly id: string; readonly name: string; readonly phone?: string },
  ...posts: readonly SeatedPost[]
): Promise<void> {
  await database.unitOfWork.run(async (work) => {
    work.insert(personTable, { phone: null, ...person, code: `P-${person.id}`, createdAt: 0 })
    work.insert(accountTable, accountOf(person.id))
    work.insert(postTable, ...posts)
  })
}

/** Whoever it is, with the posts he holds at the database's time; by his first account or another one. */
export async function viewerOf(
  database: Database,
  personId: string,
  accountId = `account-${personId}`,
): Promise<Viewer> {
  const now = await database.clock.now()
  return viewerAt(accountId, personId, await postsOf(database.reads, personId, now), now)
}

export function postOf(
  personId: string,
  kind: PostKind,
  unitId: string,
  fromAt = 0,
  toAt: number | null = null,
): SeatedPost {
  const unit = UNITS.find((one) => one.id === unitId)
  const villageId = unit?.kind === 'village' ? unitId : null
  const subDistrictId = unit?.kind === 'village' ? unit.parentId : unit?.kind === 'sub-district' ? unitId : null
  return {
    id: `${personId}-${kind}-${unitId}`,
    personId,
    kind,
    unitId,
    charge: null,
    fromAt,
    toAt,
    villageId,
    subDistrictId,
  }
}

function accountOf(personId: string): Parameters<typeof accountTable.toScalars>[0] {
  return {
    id: `account-${personId}`,
    appId: 'standin-app',
    openId: `open-${personId}`,
    unionId: null,
    phone: null,
    personId,
    createdAt: 0,
  }
}
