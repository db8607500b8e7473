import type { Person, SeatedPost } from '../identity'
import type { Unit } from '../villages'
import type { Lists } from './lists'
import { planPeople } from './plan-people'
import { planPosts } from './plan-posts'
import { planUnits } from './plan-units'
import type { Changes, ImportContext, Register } from './register'
import { remarksOn } from './remarks'
import type { ListFault } from '../tables'
import { UNTOUCHED_SHOWN, type ImportListsAnswer } from './wire'

export interface ImportPlan {
  readonly subDistrictId: string
  readonly units: Changes<Unit>
  readonly people: Changes<Person>
  readonly posts: Changes<SeatedPost>
  readonly answer: Omit<ImportListsAnswer, 'checkedOnly'>
}

export type PlannedImport =
  | { readonly plan: ImportPlan; readonly faults: readonly [] }
  | { readonly plan: null; readonly faults: readonly ListFault[] }

/**
 * What the lists change in the database, or all faults that only show beside what is there. Units and people are found
 * again by code, posts by person, kind, unit and first day, residents by person and village. Nothing is taken away: who
 * or what is not in the lists stays as it is, and is told.
 */
export function planImport(lists: Lists, register: Register, context: ImportContext): PlannedImport {
  const faults: ListFault[] = []
  const units = planUnits(lists, register, context, faults)
  const people = planPeople(lists, register, context, faults)
  const seats = { ...context, unitByCode: units.byCode, personByCode: people.byCode }
  const posts = planPosts(lists, register, seats, faults)
  if (faults.length > 0) return { plan: null, faults }
  const all = [units.changes, people.changes, posts.changes]
  const sum = (count: (changes: Changes<unknown>) => number): number =>
    all.reduce((total, changes) => total + count(changes), 0)
  return {
    faults: [],
    plan: {
      subDistrictId: units.subDistrictId,
      units: units.changes,
      people: people.changes,
      posts: posts.changes,
      answer: {
        added: sum((changes) => changes.added.length),
        changed: sum((changes) => changes.changed.length),
        unchanged: sum((changes) => changes.unchanged),
        remarks: remarksOn(lists, seats, posts.standing, context.now),
        untouched: { count: posts.untouched.length, posts: posts.untouched.slice(0, UNTOUCHED_SHOWN) },
      },
    },
  }
}
