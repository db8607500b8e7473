import { cellKey, isCommitteeSeat, type Cell, type CellChange } from '../roster'
import type { ParsedRoster, RosterFileCell, RosterFileRow } from './parse-roster'
import type { ListFault, Place } from '../tables'
import { baseIn } from './roster-base'
import { RosterNames } from './roster-names'
import type { CodedName, RosterRegister } from './roster-register'
import { CANCEL_WORD } from './roster-template'

/** A cell that the editor has changed, and where in the file. */
export interface PlannedRosterChange {
  readonly change: CellChange
  readonly place: Place
  readonly heading: string
}

export interface RosterImportPlan {
  readonly changes: readonly PlannedRosterChange[]
  /** Cells of the file that stay as they are. */
  readonly unchanged: number
  readonly faults: readonly ListFault[]
}

/** `null`: a hole; `undefined`: no such cell. */
type Sitter = string | null | undefined

/**
 * What the editor of an exported file wants changed. What he left as it was exported stays as it is now, whoever has
 * changed it since; a cell that both have changed is a fault. Who may sit there is not asked here.
 */
export function planRosterImport(file: ParsedRoster, register: RosterRegister): RosterImportPlan {
  const names = new RosterNames(register.people, register.posts)
  const standing = new Map(register.standing.map((cell) => [cellKey(cell), cell.personId]))
  const faults: ListFault[] = [...file.faults]
  const changes: PlannedRosterChange[] = []
  let unchanged = 0
  for (const row of file.rows) {
    const villageId = villageNamed(row, register.villages, faults)
    if (villageId === null) continue
    for (const cell of row.cells) {
      const key: Cell = { villageId, on: row.on, seat: cell.seat }
      const stands: Sitter = standing.get(cellKey(key))
      // Without the hidden column nobody can tell; then what stands there now was seen.
      const base = baseIn(row, villageId, cell.index)
      const seen = base === 'unknown' ? stands : base
      const wanted = wantedIn(cell, key, seen, names)
      if (typeof wanted === 'object' && wanted !== null) {
        faults.push(row.place.fault(cell.heading, wanted.fault))
      } else if (wanted === seen || wanted === stands) {
        if (stands !== undefined) unchanged += 1
      } else if (!register.editsVisits && !isCommitteeSeat(cell)) {
        faults.push(row.place.fault(cell.heading, '包村干部和领导由街道排，您只能改本村两委的班'))
      } else if (seen !== stands) {
        const now = stands === undefined ? '被别人取消了' : `被别人改成了${names.nameOf(stands) ?? '没有人'}`
        faults.push(row.place.fault(cell.heading, `导出以后${now}，请重新导出再改`))
      } else {
        const change = { ...key, seenPersonId: seen, personId: wanted }
        changes.push({ change, place: row.place, heading: cell.heading })
      }
    }
  }
  return { changes, unchanged, faults }
}

function villageNamed(
  { village, place }: RosterFileRow,
  villages: readonly CodedName[],
  faults: ListFault[],
): string | null {
  const [, name = village, code = null] = /^(.+?)\s*[(（]([A-Za-z0-9._-]+)[)）]$/.exec(village) ?? []
  const alike = villages.filter((one) => one.name === name && (code === null || one.code === code.toUpperCase()))
  const [first, second] = alike
  if (first !== undefined && second === undefined) return first.id
  const words = first === undefined
    ? `没有${village}，或者它不归您排班，请核对`
    : `有 ${alike.length} 个${name}，请写成 ${alike.map((one) => `${one.name}（${one.code}）`).join(' 或 ')}`
  faults.push(place.fault('村', words))
  return null
}

function wantedIn(
  { seat, text }: RosterFileCell,
  { villageId }: Cell,
  seen: Sitter,
  names: RosterNames,
): Sitter | { readonly fault: string } {
  if (text === '') return seen === undefined ? undefined : null
  if (seen != null && names.stillSays(text, seen)) return seen
  if (text === CANCEL_WORD) {
    return isCommitteeSeat({ seat }) ? { fault: '村两委的班不能取消；没有人就空着' } : undefined
  }
  const found = names.find(text, seat, villageId)
  return 'fault' in found ? found : found.personId
}
