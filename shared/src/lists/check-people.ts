import type { PersonEntry } from './lists'
import { noteDoubles } from './notes'
import type { ListFault } from '../tables'

/**
 * The people of both sheets, each once. Who is in both must be the same person there; a phone left out in one sheet is
 * taken from the other.
 */
export function checkPeople(
  cadres: readonly PersonEntry[],
  living: readonly PersonEntry[],
  faults: ListFault[],
): readonly PersonEntry[] {
  const cadreByCode = new Map(cadres.map((person) => [person.code, person]))
  const inBoth = living.filter((person) => cadreByCode.has(person.code))
  const phones = new Map<string, string | null>()
  for (const person of inBoth) {
    const cadre = cadreByCode.get(person.code)
    if (cadre === undefined) continue
    if (cadre.name !== person.name) {
      faults.push(person.place.fault('姓名', `${person.code} 在“人员”第 ${cadre.row} 行叫${cadre.name}，这里叫${person.name}，请改成一样`))
    }
    if (cadre.phone !== null && person.phone !== null && cadre.phone !== person.phone) {
      faults.push(person.place.fault('电话', `${person.code} 在“人员”第 ${cadre.row} 行是另一个电话，请改成一样`))
    }
    phones.set(person.code, cadre.phone ?? person.phone)
  }
  const people = [
    ...cadres.map((person) => ({ ...person, phone: phones.get(person.code) ?? person.phone })),
    ...living.filter((person) => !cadreByCode.has(person.code)),
  ]
  noteTwins(people, faults)
  return people
}

/** The same name and number under two codes is one person written twice: he would get two lives in the register. */
function noteTwins(people: readonly PersonEntry[], faults: ListFault[]): void {
  const key = (person: PersonEntry): string | null => (person.phone === null ? null : `${person.name} ${person.phone}`)
  const isTwin = new Set<string>()
  const unlikeCodes = people.filter((person) => !isTwin.has(person.code) && isTwin.add(person.code))
  noteDoubles(
    unlikeCodes, key, '编号',
    (earlier) => `和“${earlier.sheet}”第 ${earlier.row} 行同名同电话，像是同一个人，请用同一个编号或删掉一行`, faults,
  )
}
