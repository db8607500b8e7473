import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.mjs'

const require = createRequire(join(root, 'server/package.json'))
/** A module of the built server. */
export const dist = (path) => require(join(root, 'server/dist/src', path))

const villagesPerSubDistrict = 12
const departmentNames = ['农业农村办', '自然资源所', '民政办', '综合执法队']
const topicNames = ['水', '路', '灯', '低保', '垃圾', '纠纷']
const villagePosts = [
  'secretary', 'director', 'committee-member', 'committee-member', 'specialist', 'accountant', 'supervisor', 'grid-worker',
]
const sessionMs = 7 * 86_400_000

/** 26 characters, as every id; the same each time. */
export function idOf(letter, ...numbers) {
  return `0${letter}${numbers.map((n) => String(n).padStart(6, '0')).join('').padStart(24, '0')}`
}
/** What somebody of the county signs in with, if `seedCounty` was told to open sessions. */
export const tokenOf = (personId) => `bench-${personId}`.padEnd(43, '-')

/**
 * Who lives and works in a county, as plain ids: villages in sub-districts of about a dozen, each with its posts, staff
 * and departments above them. `seedCounty` stores it.
 */
export function county({ villageCount = 150, residentsEach = 2_000 } = {}) {
  const subDistrictCount = Math.ceil(villageCount / villagesPerSubDistrict)
  const subDistricts = Array.from({ length: subDistrictCount }, (_, n) => ({
    id: idOf('S', n),
    staffIds: [0, 1, 2].map((at) => idOf('F', n, at)),
    leaderId: idOf('F', n, 3),
    departments: departmentNames.map((name, at) => ({ id: idOf('D', n, at), name, officerId: idOf('F', n, 10 + at) })),
    topicIds: topicNames.map((_, at) => idOf('T', n, at)),
  }))
  const villages = Array.from({ length: villageCount }, (_, n) => ({
    id: idOf('V', n),
    subDistrict: subDistricts[n % subDistrictCount],
    cadreIds: villagePosts.map((_, at) => idOf('C', n, at)),
    stationedId: idOf('C', n, villagePosts.length),
    residentIds: Array.from({ length: residentsEach }, (_, at) => idOf('R', n, at)),
  }))
  return { id: idOf('X', 0), subDistricts, villages }
}

/** @param sessionsEach of how many residents of each village somebody is signed in; handlers always are */
export async function seedCounty(load, { id: countyId, subDistricts, villages }, { now, sessionsEach = 10 }) {
  const tables = tablesOf()
  const add = (name, row) => load.rows(tables[name], [row])
  const seat = (personId, kind, unitId, villageId, subDistrictId) => add('post', {
    id: `P${personId.slice(1)}`, personId, kind, unitId, villageId, subDistrictId, charge: null, fromAt: 0, toAt: null,
  })
  const person = (personId, name, signsIn) => {
    add('person', { id: personId, name, phone: null, code: personId, createdAt: 0 })
    if (!signsIn) return
    add('account', { id: personId, appId: 'bench', openId: personId, unionId: null, phone: null, createdAt: 0, personId })
    add('session', {
      tokenHash: tables.hashOfToken(tokenOf(personId)), id: null, browser: null, accountId: personId, createdAt: now,
      expiresAt: now + sessionMs, revokedAt: null,
    })
  }
  // Whoever raised what ended a year ago; the product puts him there when it first needs him.
  add('person', { id: tables.nobody.id, name: tables.nobody.name, phone: null, code: 'nobody', createdAt: 0 })
  const unit = (id, kind, name, parentId) => add('unit', { id, kind, name, parentId, code: id })
  unit(countyId, 'county', '青溪县', null)
  for (const [n, { id, staffIds, leaderId, departments, topicIds }] of subDistricts.entries()) {
    unit(id, 'sub-district', `第${n + 1}街道`, countyId)
    for (const personId of staffIds) {
      person(personId, `街道人${n + 1}`, true)
      seat(personId, 'staff', id, null, id)
    }
    person(leaderId, `街道长${n + 1}`, true)
    seat(leaderId, 'leader', id, null, id)
    for (const department of departments) {
      unit(department.id, 'department', department.name, id)
      person(department.officerId, `办事员${n + 1}`, true)
      seat(department.officerId, 'officer', department.id, null, id)
    }
    topicIds.forEach((topicId, at) => add('topic', {
      id: topicId, subDistrictId: id, name: topicNames[at], departmentUnitId: null, words: [topicNames[at]],
      isActive: true,
    }))
  }
  for (const [n, { id, subDistrict, cadreIds, stationedId, residentIds }] of villages.entries()) {
    unit(id, 'village', `第${n + 1}村`, subDistrict.id)
    villagePosts.forEach((kind, at) => {
      person(cadreIds[at], `干部${n + 1}之${at + 1}`, true)
      seat(cadreIds[at], kind, id, id, subDistrict.id)
    })
    person(stationedId, `包村${n + 1}`, true)
    seat(stationedId, 'stationed-cadre', id, id, subDistrict.id)
    for (const [at, residentId] of residentIds.entries()) {
      person(residentId, `村民${n + 1}之${at + 1}`, at < sessionsEach)
      seat(residentId, 'resident', id, id, subDistrict.id)
    }
    await load.breathe()
  }
  await load.end()
}

function tablesOf() {
  return {
    unit: dist('features/villages/unit.table.js').unitTable,
    person: dist('features/identity/person.table.js').personTable,
    post: dist('features/identity/post.table.js').postTable,
    account: dist('features/identity/account.table.js').accountTable,
    session: dist('features/identity/session.table.js').sessionTable,
    topic: dist('features/tickets/topic.table.js').topicTable,
    nobody: { id: require('@huiying/shared/tickets').NOBODY_ID, name: require('@huiying/shared/identity').NOBODY_NAME },
    hashOfToken: dist('features/identity/session-token.js').hashOfToken,
  }
}
