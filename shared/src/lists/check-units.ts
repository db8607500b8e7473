import { mayBeRoot, parentKindsOf } from '../villages'
import type { UnitEntry } from './lists'
import { noteDoubles, unknownCode } from './notes'
import { UNIT_KIND_NAMES } from './template'
import type { ListFault } from '../tables'

/** Units form a tree with one sub-district in it. `known`: every code the sheet names, also in faulty rows. */
export function checkUnits(units: readonly UnitEntry[], known: ReadonlySet<string>, faults: ListFault[]): void {
  const nameKey = (unit: UnitEntry): string => `${unit.kind} ${unit.parentCode ?? ''} ${unit.name}`
  noteDoubles(units, nameKey, '名称', (earlier) => `和第 ${earlier.row} 行同名，上级也一样，请核对`, faults)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const circling = codesInCircles(byCode)
  for (const unit of units) {
    const words = parentFault(unit, byCode, circling, known)
    if (words !== null) faults.push(unit.place.fault('上级编号', words))
  }
  checkSubDistrict(units, known, faults)
}

function parentFault(
  unit: UnitEntry, byCode: ReadonlyMap<string, UnitEntry>, circling: ReadonlySet<string>, known: ReadonlySet<string>,
): string | null {
  const own = UNIT_KIND_NAMES[unit.kind]
  const wanted = parentKindsOf(unit.kind).map((kind) => UNIT_KIND_NAMES[kind]).join('或')
  if (unit.parentCode === null) return mayBeRoot(unit.kind) ? null : `空着；${own}要写上级${wanted}的编号`
  if (circling.has(unit.code)) return `顺着上级走，转了一圈又回到 ${unit.code}，请改正`
  const parent = byCode.get(unit.parentCode)
  if (parent === undefined) return known.has(unit.parentCode) ? null : unknownCode(unit.parentCode, known, '单位')
  if (parentKindsOf(unit.kind).includes(parent.kind)) return null
  if (wanted === '') return `${own}在最上面，请空着`
  return `${parent.code} 是${UNIT_KIND_NAMES[parent.kind]}；${own}的上级要是${wanted}`
}

/** Codes from which following the parents leads back to the start. */
function codesInCircles(byCode: ReadonlyMap<string, UnitEntry>): ReadonlySet<string> {
  const circling = new Set<string>()
  const done = new Set<string>()
  for (const start of byCode.keys()) {
    const path = new Set<string>()
    let code: string | null = start
    while (code !== null && !done.has(code) && !path.has(code)) {
      path.add(code)
      code = byCode.get(code)?.parentCode ?? null
    }
    if (code !== null && path.has(code)) {
      const walked = [...path]
      walked.slice(walked.indexOf(code)).forEach((one) => circling.add(one))
    }
    path.forEach((one) => done.add(one))
  }
  return circling
}

function checkSubDistrict(units: readonly UnitEntry[], known: ReadonlySet<string>, faults: ListFault[]): void {
  const [first, ...others] = units.filter((unit) => unit.kind === 'sub-district')
  // With a faulty row among the units, that row may be the sub-district.
  if (first === undefined && known.size === new Set(units.map((unit) => unit.code)).size) {
    faults.push({ sheet: '单位', row: 1, column: '类型', cell: '1:1', words: '没有街道（乡镇），请加上一行' })
  }
  for (const other of others) {
    faults.push(other.place.fault('类型', `第 ${first?.row} 行已有一个街道（乡镇）；一个文件只放一个，请分开导入`))
  }
}
