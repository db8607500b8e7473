import { county, idOf, tokenOf } from './county.mjs'

export const villageCount = 150
export const residentsEach = Number(process.env.BENCH_RESIDENTS ?? 2_000)
/** How many of each village are signed in. */
export const sessionsEach = 10

/** Villages by their ids, each with those of its residents who are signed in. */
export function peopleOf() {
  const { villages } = county({ villageCount, residentsEach: sessionsEach })
  return new Map(villages.map((village, n) => [village.id, { ...village, n }]))
}

/** What in the rows of a submission depends on the village, by name. */
export function placeOf(people, villageId) {
  const { n, subDistrict, cadreIds, stationedId } = people.get(villageId)
  return {
    villageId,
    villageName: `第${n + 1}村`,
    subDistrictId: subDistrict.id,
    stationedId,
    leaderId: subDistrict.leaderId,
    ...Object.fromEntries(subDistrict.staffIds.map((id, at) => [`staff${at}`, id])),
    ...Object.fromEntries(cadreIds.map((id, at) => [`cadre${at}`, id])),
  }
}

/** Everybody of the villages who is signed in, as the mini-program sends what he says. */
export function submissions() {
  return [...peopleOf().values()].flatMap(({ id, residentIds }) => residentIds.map((personId) => ({
    method: 'POST', path: '/api/tickets', token: tokenOf(personId), key: 'bench-',
    body: {
      villageId: id, kind: 'help', visibility: 'village',
      text: '村口往东第二个路灯坏了三天，晚上老人孩子走路看不见，麻烦派个人来修一下，谢谢。第 # 件',
    },
  })))
}

/** Two sit in each village from yesterday to the day after tomorrow, by a published roster. */
export function slots(now) {
  return [...peopleOf().values()].flatMap(({ id, n, subDistrict, cadreIds }) => ['lead', 'member'].map((seat, at) => ({
    id: idOf('Q', n, at), subDistrictId: subDistrict.id, villageId: id, month: monthOf(now), on: dayOf(now), seat,
    personId: cadreIds[at === 0 ? 0 : 2], fromAt: now - 86_400_000, toAt: now + 2 * 86_400_000,
    takeOverDueAt: now - 86_000_000, takenOverAt: now - 86_300_000, isOnSite: null, source: 'generated', publishedAt: now - 10 * 86_400_000, changedAt: null,
    version: 1,
  })))
}

const dayOf = (at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const monthOf = (at) => dayOf(at).slice(0, 7)
