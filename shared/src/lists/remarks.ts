import type { EpochMs } from '../kernel'
import { postHolds, type Person, type SeatedPost } from '../identity'
import type { Unit } from '../villages'
import type { Lists } from './lists'
import { groupBy } from './notes'
import { POSTS_SHEET } from './template'
import type { ListRemark } from './wire'

/** Who and what is meant by a code, once the import is done. */
interface Ids {
  readonly unitByCode: ReadonlyMap<string, Unit>
  readonly personByCode: ReadonlyMap<string, Person>
}

/** What a careful person would ask about lists that are otherwise sound. `standing`: all posts after the import. */
export function remarksOn(
  lists: Lists, ids: Ids, standing: readonly SeatedPost[], now: EpochMs,
): readonly ListRemark[] {
  const current = standing.filter((post) => postHolds(post, now))
  return [
    ...leaderless(lists, ids, current), ...adminless(current), ...idle(lists, ids, standing), ...sharedPhones(lists),
  ]
}

function leaderless(lists: Lists, ids: Ids, current: readonly SeatedPost[]): readonly ListRemark[] {
  const led = new Set(current.filter((post) => post.kind === 'secretary').map((post) => post.unitId))
  return lists.units
    .filter((unit) => unit.kind === 'village' && !led.has(ids.unitByCode.get(unit.code)?.id ?? ''))
    .map((unit) => unit.place.fault('名称', `${unit.name}现在没有书记，村民 @ 不到人；请在“${POSTS_SHEET.name}”表里加上`))
}

function adminless(current: readonly SeatedPost[]): readonly ListRemark[] {
  if (current.some((post) => post.kind === 'admin')) return []
  return [{ sheet: POSTS_SHEET.name, row: 1, column: null, cell: '1:1', words: '没有管理员，以后就没有人能在手机或网页上导入；请加上一位' }]
}

/** In 人员 for nothing: most often the row in 职务 was forgotten. */
function idle(lists: Lists, ids: Ids, standing: readonly SeatedPost[]): readonly ListRemark[] {
  const busy = new Set(standing.map((post) => post.personId))
  return lists.people
    .filter((person) => !busy.has(ids.personByCode.get(person.code)?.id ?? ''))
    .map((person) => person.place.fault('编号', `${person.name}没有职务，只登记了姓名和电话`))
}

/** Allowed, since old couples share one; but signing in by that number can't tell them apart. */
function sharedPhones(lists: Lists): readonly ListRemark[] {
  const owners = groupBy(lists.people.filter((person) => person.phone !== null), (person) => person.phone ?? '')
  return [...owners.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.map((person) => person.place.fault('电话', `和“${first.sheet}”第 ${first.row} 行是同一个电话，用它登录时分不清是谁`)),
  )
}
