import { deflateRawSync } from 'node:zlib'
import writeSheets from 'write-excel-file/node'
import { readWorkbook } from './read-workbook'
import { WORKBOOK_LIMIT_BYTES } from './workbook-limits'

interface Entry {
  readonly name: string
  readonly content: string
  /** What the archive says of the unpacked size; by default the truth. */
  readonly saysBytes?: number
}

/** A zip archive, put together by hand so that it can lie. */
function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, saysBytes = Buffer.byteLength(content) } of entries) {
    const packed = deflateRawSync(content)
    const tail = Buffer.alloc(26 - 4)
    tail.writeUInt16LE(8, 4)
    tail.writeUInt32LE(packed.length, 14)
    tail.writeUInt32LE(saysBytes, 18)
    const head = (signature: number, extra: number): Buffer => {
      const bytes = Buffer.alloc(signature === 0x04034b50 ? 30 : 46)
      bytes.writeUInt32LE(signature, 0)
      bytes.writeUInt16LE(8, extra)
      bytes.writeUInt32LE(packed.length, extra + 10)
      bytes.writeUInt32LE(saysBytes, extra + 14)
      bytes.writeUInt16LE(name.length, extra + 18)
      return bytes
    }
    const central = head(0x02014b50, 10)
    central.writeUInt32LE(offset, 42)
    const local = Buffer.concat([head(0x04034b50, 8), Buffer.from(name), packed])
    locals.push(local)
    directory.push(Buffer.concat([central, Buffer.from(name)]))
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listing, end])
}

const XMLNS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function workbookOf(sheetData: string, saysBytes?: number): Buffer {
  const sheet = `<?xml version="1.0"?><worksheet ${XMLNS}><sheetData>${sheetData}</sheetData></worksheet>`
  return zip([
    { name: 'xl/workbook.xml', content: `<workbook ${XMLNS} xmlns:r="${RELATIONS}"><sheets><sheet name="单位" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>` },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, ...(saysBytes === undefined ? {} : { saysBytes }) },
  ])
}

it('reads texts, numbers and days of every sheet', async () => {
  const bytes = await writeSheets([
    { sheet: '单位', data: [['编号'], ['QX'], [null], [13800000001]] },
    { sheet: '职务', data: [[{ value: new Date('2026-01-05T00:00:00Z'), format: 'yyyy-mm-dd' }, true]] },
  ]).toBuffer()
  expect(await readWorkbook(bytes)).toEqual([
    { name: '单位', rows: [['编号'], ['QX'], [null], [13800000001]] },
    { name: '职务', rows: [[new Date('2026-01-05T00:00:00Z'), true]] },
  ])
})

it('reads what the archive made by hand holds, so that the refusals below are for their own reasons', async () => {
  expect(await readWorkbook(workbookOf('<row r="2"><c r="B2" t="inlineStr"><is><t>青溪</t></is></c></row>'))).toEqual([
    { name: '单位', rows: [[null, null], [null, '青溪']] },
  ])
})

it.each<[string, Buffer]>([
  ['an empty file', Buffer.alloc(0)],
  ['a text file', Buffer.from('编号,名称\nQX,青溪街道\n')],
  ['an .xls of old', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)])],
  ['a zip of something else', zip([{ name: 'a.txt', content: 'hello' }])],
  ['half a workbook', workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>').subarray(0, 300)],
  ['a workbook with a damaged part', (() => { const bytes = workbookOf('<row r="1"/>'); bytes.fill(0xff, 40, 90); return bytes })()],
  ['a part that is larger than it says', workbookOf(`<row r="1"/>${' '.repeat(1_000_000)}`, 100)],
  ['an entity in the text', workbookOf('<!DOCTYPE x [<!ENTITY a "aaaa">]><row r="1"/>')],
  ['a place written in riddles', workbookOf('<row r="&#57;99"/>')],
  ['xml that breaks off', zip([{ name: 'xl/workbook.xml', content: '<workbook' }])],
])('refuses %s', async (_name, bytes) => {
  await expect(readWorkbook(bytes)).rejects.toMatchObject({ code: 'lists.not-a-workbook' })
})

it.each<[string, Buffer]>([
  ['a file over the limit', Buffer.alloc(WORKBOOK_LIMIT_BYTES + 1)],
  ['a bomb: a hundred megabytes of blanks in a hundred kilobytes', workbookOf(' '.repeat(100_000_000))],
  ['a row at the end of the world', workbookOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')],
  ['a column at the end of the world', workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>')],
  ['a cell that names another row than its row', workbookOf('<row><c r=\'A999999\'><v>1</v></c></row>')],
])('refuses %s as too large', async (_name, bytes) => {
  await expect(readWorkbook(bytes)).rejects.toMatchObject({ code: 'lists.too-large' })
})
