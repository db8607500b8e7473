import { chinaDateOf, type EpochMs } from '../kernel'
import { POST_NAMES, type Person, type PostKind, type SeatedPost } from '../identity'
import type { Unit } from '../villages'
import { heldPosts } from './check-posts'
import { findConflicts, type HeldPost } from './conflicts'
import type { Lists, PostEntry, ResidentEntry } from './lists'
import type { Changes, ImportContext, Register } from './register'
import type { ListFault } from '../tables'
import type { UntouchedPost } from './wire'

export interface PostContext extends ImportContext {
  readonly unitByCode: ReadonlyMap<string, Unit>
  readonly personByCode: ReadonlyMap<string, Person>
}

export interface PlannedPosts {
  readonly changes: Changes<SeatedPost>
  /** Every post as it will stand once the import is done. */
  readonly standing: readonly SeatedPost[]
  readonly untouched: readonly UntouchedPost[]
}

/** Posts as they will stand. Nobody's post is ended by being left out of a list. */
export function planPosts(lists: Lists, register: Register, context: PostContext, faults: ListFault[]): PlannedPosts {
  const seatOf = seating(context)
  const known = new Map(register.posts.map((post) => [keyOf(post), post]))
  const homes = new Map(register.posts.filter((post) => isHome(post, context.now)).map((post) => [homeKey(post), post]))
  const posts = lists.posts.flatMap((entry): readonly Step[] => {
    const seat = seatOf(entry.personCode, entry.unitCode)
    if (seat === null) return []
    const { kind, charge, fromAt, toAt } = entry
    const after = { ...seat, kind, charge, fromAt, toAt }
    const step = stepOf(known.get(keyOf(after)), after, context)
    const isAbove = context.subDistrictId !== null && seat.subDistrictId === null
    if (isAbove && (step.before === null || differs(step.before, step.after))) faults.push(countyFault(entry))
    return [step]
  })
  const residents = lists.residents.flatMap((entry): readonly Step[] => {
    const seat = seatOf(entry.personCode, entry.villageCode)
    if (seat === null) return []
    const before = homes.get(homeKey(seat))
    const charge = groupName(entry, context) ?? before?.charge ?? null
    const after = { ...seat, kind: 'resident' as const, charge, fromAt: before?.fromAt ?? context.now, toAt: before?.toAt ?? null }
    return [stepOf(before, after, context)]
  })
  const steps = [...posts, ...residents]
  const met = new Set(steps.map(({ after }) => after.id))
  const left = register.posts.filter((post) => !met.has(post.id))
  faults.push(...conflictsWith(left, lists, register))
  return {
    changes: {
      added: steps.filter(({ before }) => before === null).map(({ after }) => after),
      changed: steps.filter(({ before, after }) => before !== null && differs(before, after)).map(({ after }) => after),
      unchanged: steps.filter(({ before, after }) => before !== null && !differs(before, after)).length,
    },
    standing: [...left, ...steps.map(({ after }) => after)],
    untouched: untouched(left, register, context),
  }
}

interface Step {
  readonly before: SeatedPost | null
  readonly after: SeatedPost
}

type Seat = Pick<SeatedPost, 'personId' | 'unitId' | 'villageId' | 'subDistrictId'>

function stepOf(before: SeatedPost | undefined, after: Omit<SeatedPost, 'id'>, context: PostContext): Step {
  return { before: before ?? null, after: { id: before?.id ?? context.newId(), ...after } }
}

function differs(before: SeatedPost, after: SeatedPost): boolean {
  return before.charge !== after.charge || before.toAt !== after.toAt
}

function keyOf(post: Omit<SeatedPost, 'id'>): string {
  return `${post.personId} ${post.kind} ${post.unitId} ${post.fromAt}`
}

function homeKey(post: Seat): string {
  return `${post.personId} ${post.unitId}`
}

function isHome(post: SeatedPost, now: EpochMs): boolean {
  return post.kind === 'resident' && (post.toAt === null || post.toAt > now)
}

/** Where a unit stands, for every row that names it. `null`: the row's codes are at fault, which has been noted. */
function seating(context: PostContext): (personCode: string, unitCode: string) => Seat | null {
  const unitById = new Map([...context.unitByCode.values()].map((unit) => [unit.id, unit]))
  const above = (unit: Unit, kind: Unit['kind']): string | null => {
    if (unit.kind === kind) return unit.id
    const parent = unit.parentId === null ? undefined : unitById.get(unit.parentId)
    return parent === undefined ? null : above(parent, kind)
  }
  return (personCode, unitCode) => {
    const person = context.personByCode.get(personCode)
    const unit = context.unitByCode.get(unitCode)
    if (person === undefined || unit === undefined) return null
    return { personId: person.id, unitId: unit.id, villageId: above(unit, 'village'), subDistrictId: above(unit, 'sub-district') }
  }
}

/** The group a resident lives in is kept by name on his post, for a cadre who looks for the house. */
function groupName(entry: ResidentEntry, context: PostContext): string | null {
  return entry.groupCode === null ? null : context.unitByCode.get(entry.groupCode)?.name ?? null
}

function countyFault(entry: PostEntry): ListFault {
  return entry.place.fault('单位编号', `${entry.unitCode} 是区县的，街道不能安排区县的职务，请删掉这一行`)
}

function conflictsWith(left: readonly SeatedPost[], lists: Lists, register: Register): readonly ListFault[] {
  const people = new Map(register.people.map((person) => [person.id, person]))
  const units = new Map(register.units.map((unit) => [unit.id, unit]))
  const standing = left.flatMap((post): readonly HeldPost[] => {
    const person = people.get(post.personId)
    const unit = units.get(post.unitId)
    if (post.kind === 'resident' || person === undefined || unit === undefined) return []
    const where = `系统里从 ${chinaDateOf(post.fromAt)} 起的`
    const { kind, fromAt, toAt } = post
    const names = { personCode: person.code, personName: person.name, unitCode: unit.code, unitName: unit.name }
    return [{ ...names, kind, fromAt, toAt, where, place: null }]
  })
  return findConflicts([...heldPosts(lists), ...standing])
}

function untouched(left: readonly SeatedPost[], register: Register, context: PostContext): readonly UntouchedPost[] {
  const subDistrictId = [...context.unitByCode.values()].find((unit) => unit.kind === 'sub-district')?.id
  const names = new Map<string, string>([...register.people, ...register.units].map(({ id, name }) => [id, name]))
  const rank = (kind: PostKind): number => (kind === 'resident' ? 1 : 0)
  return left
    .filter((post) => post.subDistrictId === subDistrictId && (post.toAt === null || post.toAt > context.now))
    .sort((a, b) => rank(a.kind) - rank(b.kind))
    .map((post) => ({
      personName: names.get(post.personId) ?? '',
      postName: POST_NAMES[post.kind],
      unitName: names.get(post.unitId) ?? '',
      fromOn: chinaDateOf(post.fromAt),
    }))
}
