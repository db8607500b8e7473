import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.mjs'

const leaderCount = 12
/** A stationed cadre has as many villages at most as there are weekdays; three is common. */
const villagesPerCadre = 3

/**
 * A large sub-district with every kind of village: one person who is secretary and director in every third, a
 * secretary's post that ends in the month in every tenth, two to six members, every sixth village marked, and everybody
 * on leave now and then. The same each time.
 */
export function subDistrict(villageCount) {
  const require = createRequire(join(root, 'server/package.json'))
  const { NATIONAL_YEARS } = require('@huiying/shared/calendar')
  const { DEFAULT_ROSTER_TERMS } = require('@huiying/shared/roster')
  const villages = Array.from({ length: villageCount }, (_, n) => village(n))
  const leaders = Array.from({ length: leaderCount }, (_, n) =>
    post(`leader-${n}`, 'leader', 'sub-district', { charge: ['党工委书记', '办事处主任'][n] ?? null }))
  const people = [...new Set([...villages.flatMap(({ posts }) => posts), ...leaders].map(({ personId }) => personId))]
  const leaves = people.flatMap((personId, n) => leavesOf(personId, n))
  return { calendar: NATIONAL_YEARS, terms: DEFAULT_ROSTER_TERMS, villages, leaders, leaves }
}

function village(n) {
  const villageId = `village-${String(n).padStart(3, '0')}`
  const named = (role, kind, changes) => post(`${villageId}-${role}`, kind, villageId, changes)
  const secretaryUntil = n % 10 === 7 ? Date.parse('2026-10-16T00:00:00+08:00') : null
  return {
    villageId,
    isMarked: n % 6 === 0,
    posts: [
      named('lead', 'secretary', { toAt: secretaryUntil }),
      named(n % 3 === 0 ? 'lead' : 'director', 'director'),
      ...Array.from({ length: 2 + (n % 5) }, (_, m) => named(`member-${m}`, 'committee-member')),
      post(`cadre-${Math.floor(n / villagesPerCadre)}`, 'stationed-cadre', villageId),
    ],
  }
}

function leavesOf(personId, n) {
  const day = (month, offset) => `2026-${month}-${String(1 + ((n * 7 + offset) % 26)).padStart(2, '0')}`
  return ['07', '08', '09', '10'].map((month, index) => {
    const fromOn = day(month, index)
    return { personId, fromOn, toOn: `${fromOn.slice(0, 8)}${String(Number(fromOn.slice(8)) + (n % 3)).padStart(2, '0')}` }
  })
}

function post(personId, kind, unitId, changes) {
  return { id: `${unitId}-${personId}-${kind}`, personId, kind, unitId, charge: null, fromAt: 0, toAt: null, ...changes }
}
