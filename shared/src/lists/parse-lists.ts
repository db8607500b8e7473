import { addDays, startOfChinaDay } from '../kernel'
import {
  readCode, readDay, readPersonName, readPhone, readTable, readTextUpTo, type Cell, type ListFault, type Read,
  type TableRow, type WorkbookSheet,
} from '../tables'
import { checkPeople } from './check-people'
import { checkPosts } from './check-posts'
import { checkResidents } from './check-residents'
import { checkUnits } from './check-units'
import type { Lists, PersonEntry, PostEntry, ResidentEntry, UnitEntry } from './lists'
import { Codes } from './notes'
import {
  CHARGE_LIMIT, LIST_POST_NAMES, LIST_SHEETS, LIST_UNIT_KIND_NAMES, PEOPLE_SHEET, POSTS_SHEET, postKindOf,
  RESIDENTS_SHEET, UNIT_NAME_LIMIT, unitKindOf, UNITS_SHEET,
} from './template'

export type ParsedLists =
  | { readonly lists: Lists; readonly faults: readonly [] }
  | { readonly lists: null; readonly faults: readonly ListFault[] }

/**
 * A sub-district's lists out of the cells of a workbook: either all of them, sound in themselves, or all their faults
 * in the order of the sheets and rows. What the database already holds is checked by `planImport`.
 */
export function parseLists(workbook: readonly WorkbookSheet[]): ParsedLists {
  const faults: ListFault[] = []
  const unitRows = readTable(workbook, UNITS_SHEET, faults)
  const peopleRows = readTable(workbook, PEOPLE_SHEET, faults)
  const postRows = readTable(workbook, POSTS_SHEET, faults) ?? []
  const residentRows = readTable(workbook, RESIDENTS_SHEET, faults)

  const [unitCodes, cadreCodes, residentCodes] = [new Codes(faults), new Codes(faults), new Codes(faults)]
  const units = (unitRows ?? []).flatMap((row) => readUnit(row, unitCodes))
  const cadres = (peopleRows ?? []).flatMap((row) => readPerson(row, PEOPLE_SHEET.name, cadreCodes))
  const posts = postRows.flatMap(readPost)
  const homes = (residentRows ?? []).map((row) => readResident(row, residentCodes))

  const people = checkPeople(cadres, homes.flatMap((home) => home.people), faults)
  const lists: Lists = { units, people, posts, residents: homes.flatMap((home) => home.residents) }
  const knownUnits = unitRows === null ? null : new Set(unitCodes.all())
  const bothRead = peopleRows !== null && residentRows !== null
  const knownPeople = bothRead ? new Set([...cadreCodes.all(), ...residentCodes.all()]) : null
  if (knownUnits !== null) checkUnits(units, knownUnits, faults)
  checkPosts(lists, knownUnits, knownPeople, faults)
  checkResidents(lists, knownUnits, faults)
  return faults.length === 0 ? { lists, faults: [] } : { lists: null, faults: inOrder(faults) }
}

function readUnit(row: TableRow, codes: Codes): readonly UnitEntry[] {
  const code = row.read('编号', readCode)
  const name = row.read('名称', readTextUpTo(UNIT_NAME_LIMIT))
  const kind = row.read('类型', (cell) => readWord(cell, unitKindOf, LIST_UNIT_KIND_NAMES))
  const parentCode = row.read('上级编号', readCode)
  codes.note(code, row)
  if (!code || !name || !kind || parentCode === undefined) return []
  return [{ row: row.number, place: row, code, name, kind, parentCode }]
}

function readPerson(row: TableRow, sheet: string, codes: Codes): readonly PersonEntry[] {
  const code = row.read('编号', readCode)
  const name = row.read('姓名', readPersonName)
  const phone = row.read('电话', readPhone)
  codes.note(code, row)
  if (!code || !name || phone === undefined) return []
  return [{ row: row.number, place: row, sheet, code, name, phone }]
}

interface Home {
  readonly people: readonly PersonEntry[]
  readonly residents: readonly ResidentEntry[]
}

/** A row of 居民 is a person and where he lives; a fault in the one still lets the other be checked. */
function readResident(row: TableRow, codes: Codes): Home {
  const people = readPerson(row, RESIDENTS_SHEET.name, codes)
  const villageCode = row.read('村编号', readCode)
  const groupCode = row.read('小组编号', readCode)
  if (!villageCode || groupCode === undefined) return { people, residents: [] }
  return { people, residents: [{ row: row.number, place: row, personCode: people[0]?.code ?? '', villageCode, groupCode }] }
}

function readPost(row: TableRow): readonly PostEntry[] {
  const personCode = row.read('人员编号', readCode)
  const writtenName = row.read('姓名', readPersonName)
  const kind = row.read('职务', (cell) => readWord(cell, postKindOf, LIST_POST_NAMES))
  const unitCode = row.read('单位编号', readCode)
  const charge = row.read('分工', readTextUpTo(CHARGE_LIMIT))
  const fromOn = row.read('开始日期', readDay)
  const toOn = row.read('结束日期', readDay)
  if (!personCode || !kind || !unitCode || !fromOn) return []
  if (writtenName === undefined || charge === undefined || toOn === undefined) return []
  const fromAt = startOfChinaDay(fromOn)
  const toAt = toOn === null ? null : startOfChinaDay(addDays(toOn, 1))
  return [{ row: row.number, place: row, personCode, writtenName, kind, unitCode, charge, fromOn, toOn, fromAt, toAt }]
}

/** A word that must be one of a fixed list. */
function readWord<Value>(cell: Cell, find: (words: string) => Value | null, choices: readonly string[]): Read<Value> {
  const read = readTextUpTo(CHARGE_LIMIT)(cell)
  if ('fault' in read) return read
  if (read.value === null) return { value: null }
  const value = find(read.value.normalize('NFKC').replace(/\s/g, ''))
  return value === null ? { fault: `“${read.value}”不认识，请从这些里选一个：${choices.join('、')}` } : { value }
}

function inOrder(faults: readonly ListFault[]): readonly ListFault[] {
  const rank = (fault: ListFault): number => LIST_SHEETS.findIndex((sheet) => sheet.name === fault.sheet)
  return [...faults].sort((a, b) => rank(a) - rank(b) || a.row - b.row)
}
