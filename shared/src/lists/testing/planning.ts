import { startOfChinaDay } from '../../kernel'
import { faultSentence, type Cell } from '../../tables'
import {
  parseLists, planImport, type Changes, type ImportContext, type ImportPlan, type PlannedImport, type Register,
} from '..'
import { workbook, type SheetName } from '.'

export type Change = (rows: Record<SheetName, Cell[][]>) => void

export const now = startOfChinaDay('2026-11-21') + 1_000
export const emptyRegister: Register = { units: [], people: [], posts: [] }

let ids = 0
const context: ImportContext = { now, newId: () => `id-${(ids += 1)}`, subDistrictId: null }

export function plan(register: Register, change?: Change, over: Partial<ImportContext> = {}): PlannedImport {
  const { lists, faults } = parseLists(workbook(change))
  if (lists === null) throw new Error(faults.map(faultSentence).join('\n'))
  return planImport(lists, register, { ...context, ...over })
}

export function planned(register: Register, change?: Change, over?: Partial<ImportContext>): ImportPlan {
  const result = plan(register, change, over)
  if (result.plan === null) throw new Error(result.faults.map(faultSentence).join('\n'))
  return result.plan
}

/** The register after an import, as the database would have it. */
export function after(register: Register, change?: Change, over?: Partial<ImportContext>): Register {
  const { units, people, posts } = planned(register, change, over)
  const merge = <Row extends { readonly id: string }>(rows: readonly Row[], changes: Changes<Row>): Row[] => {
    const changed = new Map(changes.changed.map((row) => [row.id, row]))
    return [...rows.map((row) => changed.get(row.id) ?? row), ...changes.added]
  }
  return {
    units: merge(register.units, units),
    people: merge(register.people, people),
    posts: merge(register.posts, posts),
  }
}

export function sentences(result: PlannedImport): readonly string[] {
  return result.faults.map(faultSentence)
}

export function put(sheet: SheetName, row: number, column: number, cell: Cell): Change {
  return (rows) => {
    const cells = rows[sheet][row]
    if (cells !== undefined) cells[column] = cell
  }
}

export function add(sheet: SheetName, ...cells: Cell[]): Change {
  return (rows) => void rows[sheet].push(cells)
}

export function idOf(register: Register, code: string): string {
  const found = [...register.units, ...register.people].find((row) => row.code === code)
  if (found === undefined) throw new Error(`no ${code}`)
  return found.id
}
