import type { Unit } from '../villages'
import type { Lists, UnitEntry } from './lists'
import type { Changes, ImportContext, Register } from './register'
import { UNIT_KIND_NAMES } from './template'
import type { ListFault } from '../tables'

export interface PlannedUnits {
  readonly subDistrictId: string
  readonly byCode: ReadonlyMap<string, Unit>
  readonly changes: Changes<Unit>
}

/** Units as they will stand. One that is known keeps its kind and its parent: tickets and posts hang on both. */
export function planUnits(lists: Lists, register: Register, context: ImportContext, faults: ListFault[]): PlannedUnits {
  const known = new Map(register.units.map((unit) => [unit.code, unit]))
  const idOf = new Map(lists.units.map((entry) => [entry.code, known.get(entry.code)?.id ?? context.newId()]))
  const codeOf = new Map(register.units.map((unit) => [unit.id, unit.code]))
  const next = lists.units.map((entry): Unit => ({
    id: idOf.get(entry.code) ?? '',
    kind: entry.kind,
    name: entry.name,
    parentId: entry.parentCode === null ? null : idOf.get(entry.parentCode) ?? null,
    code: entry.code,
  }))
  lists.units.forEach((entry, index) => {
    const before = known.get(entry.code)
    const after = next[index]
    if (after === undefined) return
    if (before !== undefined) checkStays(entry, before, after, codeOf, faults)
    checkScope(entry, before, context, faults)
  })
  const added = next.filter((unit) => !known.has(unit.code))
  const changed = next.filter((unit) => known.has(unit.code) && known.get(unit.code)?.name !== unit.name)
  return {
    subDistrictId: next.find((unit) => unit.kind === 'sub-district')?.id ?? '',
    byCode: new Map(next.map((unit) => [unit.code, unit])),
    changes: { added, changed, unchanged: next.length - added.length - changed.length },
  }
}

function checkStays(
  entry: UnitEntry,
  before: Unit,
  after: Unit,
  codeOf: ReadonlyMap<string, string>,
  faults: ListFault[],
): void {
  if (before.kind !== after.kind) {
    faults.push(entry.place.fault('类型', `系统里 ${entry.code} 是${UNIT_KIND_NAMES[before.kind]}，类型不能改；是新的单位就换一个编号`))
  }
  if (before.parentId !== after.parentId) {
    const above = before.parentId === null ? '没有上级' : `的上级是 ${codeOf.get(before.parentId) ?? '别的单位'}`
    faults.push(entry.place.fault('上级编号', `系统里 ${entry.code} ${above}，上级不能改；是新的单位就换一个编号`))
  }
}

/** An admin of a sub-district imports that one and what lies in it; what is above must be there already, as written. */
function checkScope(entry: UnitEntry, before: Unit | undefined, context: ImportContext, faults: ListFault[]): void {
  if (context.subDistrictId === null) return
  if (entry.kind === 'sub-district' && before?.id !== context.subDistrictId) {
    faults.push(entry.place.fault('编号', `${entry.code} 不是您的街道（乡镇），这里只能导入自己的，请核对编号`))
  }
  if (entry.kind === 'county' && (before === undefined || before.name !== entry.name)) {
    faults.push(entry.place.fault(null, '区县这一行和系统里不一样，街道不能改；请照系统里的写'))
  }
}
