import { POST_NAMES, POST_UNIT_KINDS } from '../identity'
import { findConflicts, type HeldPost } from './conflicts'
import type { Lists, PostEntry, UnitEntry } from './lists'
import { unknownCode } from './notes'
import { UNIT_KIND_NAMES } from './template'
import type { ListFault } from '../tables'

/** Posts name people and units of the list, fit the unit's kind, and can stand together. `known` as in `checkUnits`. */
export function checkPosts(
  lists: Lists, knownUnits: ReadonlySet<string> | null, knownPeople: ReadonlySet<string> | null, faults: ListFault[],
): void {
  const units = new Map(lists.units.map((unit) => [unit.code, unit]))
  // Reversed, so that of a doubled code the first row counts.
  const names = new Map([...lists.people].reverse().map((person) => [person.code, person.name]))
  for (const post of lists.posts) {
    const note = (column: string, words: string | null): void => {
      if (words !== null) faults.push(post.place.fault(column, words))
    }
    if (knownPeople !== null && !knownPeople.has(post.personCode)) note('人员编号', unknownCode(post.personCode, knownPeople, '人员'))
    note('姓名', nameFault(post, names))
    if (knownUnits !== null && !knownUnits.has(post.unitCode)) note('单位编号', unknownCode(post.unitCode, knownUnits, '单位'))
    note('单位编号', unitFault(post, units))
    if (post.kind === 'specialist' && post.charge === null) note('分工', '空着；专干要写负责什么，如 低保')
    if (post.toOn !== null && post.toOn < post.fromOn) note('结束日期', `${post.toOn} 比开始日期 ${post.fromOn} 早，请改正`)
  }
  faults.push(...findConflicts(heldPosts(lists)))
}

/** The list's posts, for `findConflicts`. A post that ends before it starts has been noted and meets nobody. */
export function heldPosts(lists: Lists): readonly HeldPost[] {
  const names = new Map(lists.people.map((person) => [person.code, person.name]))
  const units = new Map(lists.units.map((unit) => [unit.code, unit.name]))
  return lists.posts.map((post) => ({
    personCode: post.personCode,
    personName: names.get(post.personCode) ?? post.personCode,
    kind: post.kind,
    unitCode: post.unitCode,
    unitName: units.get(post.unitCode) ?? post.unitCode,
    fromAt: post.fromAt,
    toAt: post.toAt,
    where: `第 ${post.row} 行`,
    place: post.place,
  }))
}

function nameFault(post: PostEntry, names: ReadonlyMap<string, string>): string | null {
  const name = names.get(post.personCode)
  if (post.writtenName === null || name === undefined || name === post.writtenName) return null
  return `${post.personCode} 在“人员”表里叫${name}，这里写的是${post.writtenName}，请核对编号`
}

function unitFault(post: PostEntry, units: ReadonlyMap<string, UnitEntry>): string | null {
  const unit = units.get(post.unitCode)
  const allowed = POST_UNIT_KINDS[post.kind]
  if (unit === undefined || allowed.includes(unit.kind)) return null
  const wanted = allowed.map((kind) => UNIT_KIND_NAMES[kind]).join('或')
  return `${post.unitCode} 是${UNIT_KIND_NAMES[unit.kind]}；${POST_NAMES[post.kind]}的单位要是${wanted}`
}
