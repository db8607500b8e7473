import type { Person } from '../identity'
import type { Lists, PersonEntry } from './lists'
import { groupBy } from './notes'
import type { Changes, ImportContext, Register } from './register'
import type { ListFault } from './wire'

export interface PlannedPeople {
  readonly byCode: ReadonlyMap<string, Person>
  readonly changes: Changes<Person>
}

/** People as they will stand, found again by code. A phone that is left out stays as it is known. */
export function planPeople(
  lists: Lists,
  register: Register,
  context: ImportContext,
  faults: ListFault[],
): PlannedPeople {
  const known = new Map(register.people.map((person) => [person.code, person]))
  const isStranger = strangers(register, context)
  const next = lists.people.map((entry): Person => {
    const before = known.get(entry.code)
    const { code, name, phone } = entry
    if (before === undefined) return { id: context.newId(), name, phone, code, createdAt: context.now }
    if (isStranger(before.id)) faults.push(strangerFault(entry))
    return { ...before, name, phone: phone ?? before.phone }
  })
  noteTwins(lists, register, known, faults)
  const added = next.filter((person) => !known.has(person.code))
  const changed = next.filter((person) => {
    const before = known.get(person.code)
    return before !== undefined && (before.name !== person.name || before.phone !== person.phone)
  })
  return {
    byCode: new Map(next.map((person) => [person.code, person])),
    changes: { added, changed, unchanged: next.length - added.length - changed.length },
  }
}

/** Somebody who serves or lives elsewhere: a code that an admin made up may happen to be his. */
function strangers(register: Register, context: ImportContext): (personId: string) => boolean {
  const posts = groupBy(register.posts, (post) => post.personId)
  return (personId) =>
    context.subDistrictId !== null &&
    (posts.get(personId) ?? []).some((post) => post.subDistrictId !== context.subDistrictId)
}

function strangerFault(entry: PersonEntry): ListFault {
  return entry.place.fault('编号', `${entry.code} 在系统里是别的地方的人，请换一个编号`)
}

/** Who joined through the app, or under another code, must not get a second life in the register. */
function noteTwins(lists: Lists, register: Register, known: ReadonlyMap<string, Person>, faults: ListFault[]): void {
  const listed = new Set(lists.people.map((person) => person.code))
  const others = new Map<string, Person>()
  for (const person of register.people) {
    if (person.phone !== null && !listed.has(person.code)) others.set(`${person.name} ${person.phone}`, person)
  }
  for (const entry of lists.people) {
    const twin = known.has(entry.code) || entry.phone === null ? undefined : others.get(`${entry.name} ${entry.phone}`)
    if (twin !== undefined) {
      faults.push(entry.place.fault('编号', `系统里已有同名同电话的人，编号是 ${twin.code}；是同一个人就写这个编号`))
    }
  }
}
