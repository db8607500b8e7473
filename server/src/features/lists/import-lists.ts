import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import {
  parseLists, planImport, type ImportListsAnswer, type ImportPlan, type Lists, type Register,
} from '@huiying/shared/lists'
import type { WorkbookSheet } from '@huiying/shared/tables'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { FaultyLists } from '../../platform/workbook/faulty-lists'
import { RegisterRepository } from '../identity/public'
import { lockUnit, UnitRepository } from '../villages/public'

export interface ImportListsInput {
  readonly sheets: readonly WorkbookSheet[]
  /** Says what would happen and writes nothing. */
  readonly isCheckOnly: boolean
}

/** Brings a sub-district's lists into the register: all of them in one transaction, or none. */
export class ImportLists {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /**
   * @param viewer `null`: the operator at the command line, who may import any sub-district, also the very first
   * @throws FaultyLists (lists.faulty), session.forbidden
   */
  async execute(viewer: Viewer | null, input: ImportListsInput): Promise<ImportListsAnswer> {
    const subDistrictId = viewer === null ? null : administeredBy(viewer)
    const { lists, faults } = parseLists(input.sheets)
    if (lists === null) throw new FaultyLists(faults)
    return this.unitOfWork.run(async (work) => {
      const register = await loadRegister(work, lists)
      const context = { now: work.now, newId: () => this.ids.next(), subDistrictId }
      const { plan, faults: clashes } = planImport(lists, register, context)
      if (plan === null) throw new FaultyLists(clashes)
      if (!input.isCheckOnly) store(work, plan, lists, viewer?.personId ?? null)
      return { checkedOnly: input.isCheckOnly, ...plan.answer }
    })
  }
}

/** @throws session.forbidden for who is admin of a village or a county only */
function administeredBy(viewer: Viewer): string {
  const post = viewer.posts.find(({ kind, villageId }) => kind === 'admin' && villageId === null)
  if (post === undefined || post.subDistrictId === null) throw new DomainError('session.forbidden')
  return post.subDistrictId
}

async function loadRegister(work: Work, lists: Lists): Promise<Register> {
  const units = new UnitRepository(work)
  const people = new RegisterRepository(work)
  const named = await units.withCodes(lists.units.map((unit) => unit.code))
  const subDistrict = named.find((unit) => unit.kind === 'sub-district')
  // Two imports of one sub-district run one after the other; of two first ones the later meets the unique codes.
  if (subDistrict !== undefined) await lockUnit(work, subDistrict.id)
  const below = subDistrict === undefined ? [] : await units.below(subDistrict.id)
  const inPlace = subDistrict === undefined ? [] : await people.postsIn(subDistrict.id)
  const listed = await people.peopleWithCodes(lists.people.map((person) => person.code))
  const held = await people.postsHeldBy(listed.map((person) => person.id))
  const known = new Set(listed.map((person) => person.id))
  const others = [...new Set(inPlace.map((post) => post.personId))].filter((id) => !known.has(id))
  return {
    units: unique([...named, ...below]),
    people: [...listed, ...(await people.peopleWithIds(others))],
    posts: unique([...inPlace, ...held]),
  }
}

function store(work: Work, plan: ImportPlan, lists: Lists, by: string | null): void {
  new UnitRepository(work).store(plan.units.added, plan.units.changed)
  const register = new RegisterRepository(work)
  register.storePeople(plan.people.added, plan.people.changed)
  register.storePosts(plan.posts.added, plan.posts.changed)
  const rows = lists.units.length + lists.people.length + lists.posts.length + lists.residents.length
  work.record(by, [{ type: 'identity.lists-imported', subjectId: plan.subDistrictId, rows }])
}

function unique<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
