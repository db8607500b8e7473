import { DomainError } from '@huiying/shared/kernel'
import type { Cell, WorkbookSheet } from '@huiying/shared/tables'
import readSheets from 'read-excel-file/universal'
import {
  LAST_COLUMN_LIMIT, LAST_ROW_LIMIT, PARTS_LIMIT, UNPACKED_LIMIT_BYTES, WORKBOOK_LIMIT_BYTES, WORKBOOK_LIMIT_MB,
} from './workbook-limits'
import { zipParts, type ZipPart } from './zip-parts'

/**
 * The sheets of an .xlsx file as rows of cells. Whatever it says of itself is checked before it is unpacked.
 * @throws lists.not-a-workbook, lists.too-large
 */
export async function readWorkbook(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  if (bytes.length > WORKBOOK_LIMIT_BYTES) throw tooLarge()
  checkParts(zipParts(bytes))
  try {
    // A copy of its own: a small buffer shares its memory with others.
    const sheets = await readSheets(new Uint8Array(bytes).buffer)
    // The package's type says `typeof Date` where it hands over a `Date`.
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as readonly (readonly Cell[])[] }))
  } catch {
    // Its messages may quote cells.
    throw new DomainError('lists.not-a-workbook')
  }
}

function checkParts(parts: readonly ZipPart[] | null): void {
  if (parts === null || !parts.some((part) => part.name === 'xl/workbook.xml')) throw new DomainError('lists.not-a-workbook')
  const unpackedBytes = parts.reduce((total, part) => total + part.unpackedBytes, 0)
  if (parts.length > PARTS_LIMIT || unpackedBytes > UNPACKED_LIMIT_BYTES) throw tooLarge()
  for (const part of parts.filter(({ name }) => /\.(xml|rels)$/i.test(name))) checkXml(part)
}

function checkXml(part: ZipPart): void {
  const xml = unpacked(part).toString('latin1')
  // No spreadsheet program writes one; it is how a short file swells.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new DomainError('lists.not-a-workbook')
  // Elsewhere `r` means other things: the right edge of a colour run, for one.
  if (!xml.includes('sheetData')) return
  // Rows and cells say where they stand in `r`: "12", "C12".
  for (const [, place = ''] of xml.matchAll(/[\s"']r\s*=\s*["']([^"']*)["']/g)) {
    const match = /^([A-Z]{0,3})(\d{0,7})$/.exec(place)
    if (match === null) throw new DomainError('lists.not-a-workbook')
    const [, letters = '', digits = ''] = match
    if (Number(digits) > LAST_ROW_LIMIT || columnNumber(letters) > LAST_COLUMN_LIMIT) throw tooLarge()
  }
}

function unpacked(part: ZipPart): Buffer {
  try {
    return part.unpack()
  } catch {
    throw new DomainError('lists.not-a-workbook')
  }
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function tooLarge(): DomainError {
  return new DomainError('lists.too-large', { limitMb: WORKBOOK_LIMIT_MB })
}
