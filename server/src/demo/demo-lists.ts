import type { SheetTexts } from '../features/lists/write-workbook'
import { castPeople, fakePhone, inventCast, lastingPosts, postRow, type Cast, type DemoPerson } from './cast'
import { Chance } from './chance'
import { inventName, type Age } from './names'
import { COUNTY, DEPARTMENTS, SUB_DISTRICT, VILLAGES, type DemoVillage } from './places'

/** A villager as the lists have him. */
export interface DemoResident extends Omit<DemoPerson, 'phone'> {
  readonly phone: string
  readonly age: Age
}

export interface DemoLists {
  readonly texts: SheetTexts
  readonly cast: Cast
  /** By code of the village; without those who serve in it. */
  readonly residents: ReadonlyMap<string, readonly DemoResident[]>
}

/** Days of tickets before now. */
export const STORY_DAYS = 9
const SEED = 7_006

/** The lists of the demo's sub-district, the same whenever they are made. */
export function demoLists(): DemoLists {
  const chance = new Chance(SEED)
  const cast = inventCast(chance)
  const people = castPeople(cast)
  let phones = people.length
  const nextPhone = (): string => fakePhone((phones += 1))
  const residents = new Map(
    cast.villages.map((village, index) => {
      const atHome = locals(village)
      const grown = inventResidents(village.village, atHome.length, chance, nextPhone)
      return [village.village.code, index === 0 ? withGrandmother(grown) : grown] as const
    }),
  )
  return {
    cast,
    residents,
    texts: {
      单位: unitRows(),
      人员: people.map(({ code, name, phone }) => [code, name, phone]),
      职务: lastingPosts(cast).map(postRow),
      居民: cast.villages.flatMap((village) => [
        ...residentRows(residents.get(village.village.code) ?? [], village.village),
        ...residentRows(locals(village), village.village),
      ]),
    },
  }
}

function unitRows(): readonly (readonly string[])[] {
  return [
    [COUNTY.code, COUNTY.name, '区县', ''],
    [SUB_DISTRICT.code, SUB_DISTRICT.name, '街道', COUNTY.code],
    ...DEPARTMENTS.map(({ code, name }) => [code, name, '部门', SUB_DISTRICT.code]),
    ...VILLAGES.map(({ code, name, isVillage }) => [code, name, isVillage ? '村' : '社区', SUB_DISTRICT.code]),
    ...VILLAGES.flatMap(({ code, groups, isVillage }) =>
      groups.map((group, index) => [`${code}-${index + 1}`, group, isVillage ? '小组' : '网格', code]),
    ),
  ]
}

/** Those of the cast who live where they serve, each once. */
function locals(
  { secretary, director, supervisor, members, accountant, gridWorkers }: Cast['villages'][number],
): readonly DemoPerson[] {
  const all = [secretary, director, supervisor, ...members, accountant, ...gridWorkers]
  return [...new Map(all.map((person) => [person.code, person])).values()]
}

/** As many as the village has besides its cadres. */
function inventResidents(
  village: DemoVillage,
  cadres: number,
  chance: Chance,
  nextPhone: () => string,
): readonly DemoResident[] {
  const residents: DemoResident[] = []
  for (let number = 1; number <= village.residents - cadres; number += 1) {
    const age = inventAge(chance)
    const spouse = residents[residents.length - 1]
    // Old couples often share one telephone.
    const shares = age === 'old' && spouse?.age === 'old' && spouse.phone !== '' && chance.happens(0.1)
    const phone = shares ? spouse.phone : hasPhone(age, chance) ? nextPhone() : ''
    const code = `${village.code}-${String(number).padStart(4, '0')}`
    residents.push({ code, name: inventName(chance, age), phone, age })
  }
  return residents
}

/** The visitor's villager is somebody in particular: old, with a phone of her own. */
function withGrandmother(residents: readonly DemoResident[]): readonly DemoResident[] {
  return residents.map((resident, index) =>
    index === 0 ? { ...resident, name: '王秀英', age: 'old', phone: fakePhone(9_999) } : resident,
  )
}

function inventAge(chance: Chance): Age {
  const share = chance.next()
  return share < 0.27 ? 'old' : share < 0.8 ? 'grown' : 'young'
}

function hasPhone(age: Age, chance: Chance): boolean {
  return chance.happens(age === 'old' ? 0.7 : 0.98)
}

function residentRows(people: readonly DemoPerson[], village: DemoVillage): readonly (readonly string[])[] {
  return people.map(({ code, name, phone }, index) => [
    code, name, phone, village.code, `${village.code}-${(index % village.groups.length) + 1}`,
  ])
}
