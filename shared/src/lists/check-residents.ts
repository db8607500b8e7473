import type { Lists, ResidentEntry, UnitEntry } from './lists'
import { unknownCode } from './notes'
import { UNIT_KIND_NAMES } from './template'
import type { ListFault } from '../tables'

/** Residents live in a village of the list, in a group of that village. `known`: as in `checkUnits`; `null`: unread. */
export function checkResidents(lists: Lists, known: ReadonlySet<string> | null, faults: ListFault[]): void {
  if (known === null) return
  const byCode = new Map(lists.units.map((unit) => [unit.code, unit]))
  for (const resident of lists.residents) {
    const village = villageFault(resident, byCode, known)
    if (village !== null) faults.push(resident.place.fault('村编号', village))
    const group = groupFault(resident, byCode, known)
    if (group !== null) faults.push(resident.place.fault('小组编号', group))
  }
}

type ByCode = ReadonlyMap<string, UnitEntry>

function villageFault(resident: ResidentEntry, byCode: ByCode, known: ReadonlySet<string>): string | null {
  const village = byCode.get(resident.villageCode)
  if (village === undefined) return known.has(resident.villageCode) ? null : unknownCode(resident.villageCode, known, '单位')
  if (village.kind === 'village') return null
  return `${village.code} 是${UNIT_KIND_NAMES[village.kind]}，这里要写村或社区的编号`
}

function groupFault(resident: ResidentEntry, byCode: ByCode, known: ReadonlySet<string>): string | null {
  if (resident.groupCode === null) return null
  const group = byCode.get(resident.groupCode)
  if (group === undefined) return known.has(resident.groupCode) ? null : unknownCode(resident.groupCode, known, '单位')
  if (group.kind !== 'group') return `${group.code} 是${UNIT_KIND_NAMES[group.kind]}，这里要写小组或网格的编号`
  if (group.parentCode === resident.villageCode) return null
  return `${group.code} 属于 ${group.parentCode ?? '（没有上级）'}，和这一行的村编号 ${resident.villageCode} 对不上`
}
