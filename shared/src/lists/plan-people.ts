import { JOINED_CODE_PREFIX, type Person } from '../identity'
import type { Lists, PersonEntry } from './lists'
import { groupBy } from './notes'
import type { Changes, ImportContext, Register } from './register'
import type { ListFault } from '../tables'

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
  const unlisted = peopleByNameAndPhone(lists, register)
  const isStranger = strangers(register, context)
  const steps = lists.people.map((entry) => {
    const { code, name, phone } = entry
    const twin = known.has(code) || phone === null ? undefined : unlisted.get(`${name} ${phone}`)
    const before = known.get(code) ?? (twin?.code.startsWith(JOINED_CODE_PREFIX) === true ? twin : undefined)
    if (twin !== undefined && before === undefined) faults.push(twinFault(entry, twin))
    if (before === undefined) {
      return { before, after: { id: context.newId(), name, phone, code, createdAt: context.now } }
    }
    const after = { ...before, code, name, phone: phone ?? before.phone }
    if (isStranger(before.id) && differs(before, after)) faults.push(strangerFault(entry))
    return { before, after }
  })
  const added = steps.filter(({ before }) => before === undefined).map(({ after }) => after)
  const kept = steps.flatMap(({ before, after }) => (before === undefined ? [] : [{ before, after }]))
  const changed = kept.filter(({ before, after }) => differs(before, after)).map(({ after }) => after)
  return {
    byCode: new Map(steps.map(({ after }) => [after.code, after])),
    changes: { added, changed, unchanged: kept.length - changed.length },
  }
}

function differs(before: Person, after: Person): boolean {
  return before.code !== after.code || before.name !== after.name || before.phone !== after.phone
}

/** Those the lists do not name by code: a new row with the same name and number would be their second life. */
function peopleByNameAndPhone(lists: Lists, register: Register): ReadonlyMap<string, Person> {
  const listed = new Set(lists.people.map((person) => person.code))
  const others = register.people.filter((person) => person.phone !== null && !listed.has(person.code))
  return new Map(others.map((person) => [`${person.name} ${person.phone ?? ''}`, person]))
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

function twinFault(entry: PersonEntry, twin: Person): ListFault {
  return entry.place.fault('编号', `系统里已有同名同电话的人，编号是 ${twin.code}；是同一个人就写这个编号`)
}
