import { listPostName } from '@huiying/shared/lists'
import type { PostKind } from '@huiying/shared/identity'
import type { Chance } from './chance'
import { inventName, type Age } from './names'
import { COUNTY, DEPARTMENTS, SUB_DISTRICT, VILLAGES, type DemoVillage } from './places'

export interface DemoPerson {
  readonly code: string
  readonly name: string
  readonly phone: string
}

export interface DemoPost {
  readonly person: DemoPerson
  readonly kind: Exclude<PostKind, 'resident'>
  readonly unitCode: string
  readonly charge: string
  readonly fromOn: string
  readonly toOn: string
}

/** Who serves in one village. */
export interface VillageCast {
  readonly village: DemoVillage
  readonly secretary: DemoPerson
  readonly director: DemoPerson
  readonly supervisor: DemoPerson
  readonly members: readonly DemoPerson[]
  readonly specialists: readonly { readonly person: DemoPerson; readonly charge: string }[]
  readonly accountant: DemoPerson
  /** One for each group, in their order. */
  readonly gridWorkers: readonly DemoPerson[]
  readonly stationed: DemoPerson
}

export interface StreetCast {
  readonly leaders: readonly { readonly person: DemoPerson; readonly charge: string }[]
  readonly staff: readonly { readonly person: DemoPerson; readonly charge: string }[]
  readonly officers: readonly { readonly person: DemoPerson; readonly unitCode: string; readonly charge: string }[]
  readonly admin: DemoPerson
  /** Hear of orders that are repeated for the third day. */
  readonly county: readonly DemoPerson[]
}

export interface Cast {
  readonly villages: readonly VillageCast[]
  readonly street: StreetCast
}

/**
 * Numbers of the 161 range, which no operator has been given: they pass for mobile numbers everywhere in the product
 * and ring nowhere.
 */
export function fakePhone(number: number): string {
  return `1610000${String(number).padStart(4, '0')}`
}

/** Everybody with a post. Numbers and codes are given out in order, so the same chance makes the same people. */
export function inventCast(chance: Chance): Cast {
  let count = 0
  const person = (age: Age = 'grown'): DemoPerson => {
    count += 1
    return { code: `G${String(count).padStart(3, '0')}`, name: inventName(chance, age), phone: fakePhone(count) }
  }
  const stationed = Array.from({ length: 6 }, () => person())
  // Two of the six have two villages each.
  const stationedOf = (index: number): DemoPerson => stationed[index % stationed.length] ?? person()
  const villages = VILLAGES.map((village, index) => villageCast(village, person, chance, stationedOf(index)))
  return { villages, street: streetCast(person) }
}

function villageCast(
  village: DemoVillage,
  person: (age?: Age) => DemoPerson,
  chance: Chance,
  stationed: DemoPerson,
): VillageCast {
  const secretary = person()
  const director = village.isUnderOne ? secretary : person()
  const supervisor = person('old')
  const members = Array.from({ length: chance.whole(2, 4) }, () => person())
  const [first = person()] = members
  return {
    village,
    secretary,
    director,
    supervisor,
    members,
    specialists: [
      { person: first, charge: '低保、救助' },
      { person: person(), charge: '医保、社保' },
      { person: person(), charge: village.isVillage ? '宅基地、土地' : '物业、环境' },
    ],
    accountant: person(),
    gridWorkers: village.groups.map(() => person()),
    stationed,
  }
}

function streetCast(person: () => DemoPerson): StreetCast {
  return {
    leaders: ['党工委书记', '办事处主任', '党工委副书记', '分管城建', '分管民政'].map((charge) => ({ person: person(), charge })),
    staff: ['群众工作', '群众工作', '督查', '督查', '党政办', '党政办'].map((charge) => ({ person: person(), charge })),
    officers: DEPARTMENTS.flatMap(({ code, charge }) =>
      [1, 2].map(() => ({ person: person(), unitCode: code, charge }))),
    admin: person(),
    county: [person(), person()],
  }
}

/** The cast's posts. */
export function lastingPosts(cast: Cast): readonly DemoPost[] {
  const post = (person: DemoPerson, kind: DemoPost['kind'], unitCode: string, fromOn: string, charge = ''): DemoPost =>
    ({ person, kind, unitCode, charge, fromOn, toOn: '' })
  const { street } = cast
  return [
    ...cast.villages.flatMap(({ village: { code, groups }, ...own }) => [
      post(own.secretary, 'secretary', code, '2021-03-01'),
      post(own.director, 'director', code, '2021-03-15'),
      post(own.supervisor, 'supervisor', code, '2021-03-15'),
      ...own.members.map((member) => post(member, 'committee-member', code, '2021-03-15')),
      ...own.specialists.map(({ person, charge }) => post(person, 'specialist', code, '2023-06-01', charge)),
      post(own.accountant, 'accountant', code, '2022-01-01'),
      ...own.gridWorkers.map((worker, index) =>
        post(worker, 'grid-worker', `${code}-${(index % groups.length) + 1}`, '2024-01-01')),
      post(own.stationed, 'stationed-cadre', code, '2025-03-01'),
    ]),
    ...street.leaders.map(({ person, charge }) => post(person, 'leader', SUB_DISTRICT.code, '2022-05-01', charge)),
    ...street.staff.map(({ person, charge }) => post(person, 'staff', SUB_DISTRICT.code, '2023-01-01', charge)),
    ...street.officers.map(({ person, unitCode, charge }) => post(person, 'officer', unitCode, '2023-01-01', charge)),
    post(street.admin, 'admin', SUB_DISTRICT.code, '2024-01-01'),
    ...street.county.map((person) => post(person, 'staff', COUNTY.code, '2023-01-01', '督查')),
  ]
}

export function postRow({ person, kind, unitCode, charge, fromOn, toOn }: DemoPost): readonly string[] {
  return [person.code, person.name, listPostName(kind), unitCode, charge, fromOn, toOn]
}

/** Everybody of the cast, each once. */
export function castPeople(cast: Cast): readonly DemoPerson[] {
  return [...new Map(lastingPosts(cast).map(({ person }) => [person.code, person])).values()]
}
