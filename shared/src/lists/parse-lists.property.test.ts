import * as fc from 'fast-check'
import type { Cell } from '../tables'
import { LIST_SHEETS, parseLists } from '.'
import { readCode, readDay, readPersonName, readPhone } from '../tables'
import { workbook, type SheetName } from './testing'

const anyCell = fc.oneof(
  fc.string(), fc.string({ unit: 'binary' }), fc.double(), fc.integer(), fc.boolean(), fc.date({ noInvalidDate: false }),
  fc.constantFrom<Cell>(null, undefined, '13800000001', 'QX-01', '书记', '2026-01-01', '２０２６年１月１日', '1.3E+10', 'G001', '＿', '\u3000'),
)

it('whatever stands in the cells: no throw, and either lists or faults', () => {
  const sheets = fc.tuple(...LIST_SHEETS.map((sheet) =>
    fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 6 }).map((rows) => ({
      name: sheet.name, rows: [sheet.columns.map((column) => column.heading), ...rows],
    })),
  ))
  fc.assert(fc.property(sheets, (book) => {
    const { lists, faults } = parseLists(book)
    expect(lists === null).toBe(faults.length > 0)
    for (const fault of faults) {
      expect(fault.row).toBeGreaterThan(0)
      expect(fault.cell).toMatch(/^([A-Z]+\d+|\d+:\d+)$/)
      expect(fault.words).not.toContain('undefined')
    }
  }))
})

it('one spoilt cell in sound lists never passes as something else: the rest of the file reads the same, or is refused', () => {
  const spot = fc.constantFrom<SheetName>('单位', '人员', '职务', '居民').chain((sheet) =>
    fc.record({ sheet: fc.constant(sheet), row: fc.nat(3), column: fc.nat(4), cell: anyCell }))
  fc.assert(fc.property(spot, ({ sheet, row, column, cell }) => {
    const { lists } = parseLists(workbook((rows) => {
      const cells = rows[sheet][row]
      if (cells !== undefined) cells[column] = cell
    }))
    if (lists === null) return
    // A row may turn blank only as a whole, so none of these can have got lost.
    expect(lists.units).toHaveLength(6)
    expect(lists.posts).toHaveLength(7)
    expect(lists.residents).toHaveLength(4)
  }))
})

it('a phone typed in any common way is the same phone', () => {
  const digits = fc.tuple(fc.constantFrom('3', '4', '5', '6', '7', '8', '9'), fc.stringMatching(/^\d{9}$/)).map(([second, rest]) => `1${second}${rest}`)
  const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  fc.assert(fc.property(digits, (phone) => {
    const typed: Cell[] = [
      phone, Number(phone), wide(phone), ` ${phone} `, `+86 ${phone}`, `${phone}.0`, `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
      `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
    ]
    for (const cell of typed) expect(readPhone(cell)).toEqual({ value: phone })
  }))
})

it('what is read is read the same again', () => {
  fc.assert(fc.property(anyCell, (cell) => {
    for (const reader of [readCode, readPhone, readPersonName, readDay]) {
      const first = reader(cell)
      if ('value' in first && first.value !== null) expect(reader(first.value)).toEqual(first)
    }
  }))
})
