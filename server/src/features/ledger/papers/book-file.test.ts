import type { Problem } from '@huiying/shared/facts'
import type { HoldingsAnswer, ImportedAnswer, StatementsAnswer } from '@huiying/shared/ledger'
import { BOOK_ID, openBook } from '../../../../test/support/book-in-test'
import { settleFilledBook } from '../../../../test/support/filled-book'
import { postOf, settlePerson } from '../../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../../test/support/test-app'
import { readWorkbook } from '../../../platform/workbook/read-workbook'
import { postedEntry } from '../public'
import type { OutSheet } from './book-file.board'
import { writeBookFile } from './write-book-file'

const FRESH = 'book-taoyuan'
jest.setTimeout(120_000)

describe('a whole book as a file', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
    await openBook(server.db.database, { id: FRESH, villageId: 'taoyuan', name: '桃园社区集体经济组织' })
    await settlePerson(server.db.database, { id: 'ren', name: '任会计' }, postOf('ren', 'accountant', 'taoyuan'))
  })
  afterEach(() => server.stop())

  const get = async (path: string, openId: string) => {
    const headers = { authorization: `Bearer ${await server.signIn(openId)}` }
    const { statusCode: status, rawPayload: bytes } = await server.app.nest.inject({ method: 'GET', url: `/api/books/${path}`, headers })
    return { status, bytes }
  }
  const bring = async (bytes: Buffer, bookId = FRESH, openId = 'open-ren') => {
    const mark = 'x-huiying-boundary'
    const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`
    const { statusCode: status, payload } = await server.app.nest.inject({
      method: 'POST', url: `/api/books/${bookId}/import`,
      headers: { authorization: `Bearer ${await server.signIn(openId)}`, 'content-type': `multipart/form-data; boundary=${mark}` },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]),
    })
    return { status, body: JSON.parse(payload) as ImportedAnswer & Problem }
  }
  const statements = async (bookId: string, openId: string) =>
    (JSON.parse((await get(`${bookId}/statements?month=2026-09`, openId)).bytes.toString()) as StatementsAnswer).statements

  test('what one village exports, another takes in, and its statements and rent are the same', async () => {
    const entries = await settleFilledBook(server.db.database)
    const { bytes } = await get(`${BOOK_ID}/workbook`, 'open-sun')
    const sheets = await readWorkbook(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['科目', '记账凭证', '资产', '资源', '合同'])
    expect(sheets[1]?.rows).toHaveLength(1 + entries.flatMap(({ lines }) => lines).length)

    const { status, body } = await bring(bytes)
    expect(body).toEqual({ entries: entries.length, accounts: 0, assets: 1, resources: 1, contracts: 1 })
    expect(status).toBe(200)
    expect(await statements(FRESH, 'open-ren')).toEqual(await statements(BOOK_ID, 'open-wang'))
    const overdue = async (bookId: string, openId: string) =>
      (JSON.parse((await get(`${bookId}/holdings`, openId)).bytes.toString()) as HoldingsAnswer).overdueFen
    expect(await overdue(BOOK_ID, 'open-wang')).toBe(200_000)
    expect(await overdue(FRESH, 'open-ren')).toBe(200_000)
    const again = await readWorkbook((await get(`${FRESH}/workbook`, 'open-ren')).bytes)
    const figures = (file: typeof sheets) => file[1]?.rows.map((row) => row.filter((_, column) => column !== 9))
    expect(figures(again)).toEqual(figures(sheets))
    // Openly what it is: nobody takes it for an entry with five signatures.
    expect([...new Set(again[1]?.rows.slice(1).map((row) => row[9]))]).toEqual(['建账时的家底', '建账前记的', '更正'])
    const [paid] = await server.db.database.reads.query<{ id: string }>(
      "SELECT id FROM ledger_entries WHERE book_id = ? AND source_type = 'imported' ORDER BY position LIMIT 1", [FRESH],
    )
    expect((await postedEntry(server.db.database.reads, paid?.id ?? ''))?.entry.source.type).toBe('imported')

    expect((await bring(bytes)).body.code).toBe('ledger.import-not-empty')
  })

  test('one fault, and nothing at all is stored; it is told by sheet and cell', async () => {
    await settleFilledBook(server.db.database)
    const { bytes } = await get(`${BOOK_ID}/workbook`, 'open-sun')
    const rows = (await readWorkbook(bytes)).map(({ name, rows: all }): OutSheet => ({
      name, headings: (all[0] ?? []).map(String),
      rows: all.slice(1).map((row) => row.map((cell) => (cell == null ? null : String(cell)))),
    }))
    const spoilt = rows.map((sheet) => (sheet.name !== '记账凭证' ? sheet : {
      ...sheet, rows: sheet.rows.map((row, index) => row.map((cell, column) => (index === 5 && column === 8 ? '一千' : cell))),
    }))
    const { status, body } = await bring(await writeBookFile(spoilt))
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'lists.faulty' })
    expect(body.faults).toEqual([{
      field: '记账凭证!I7', title: '记账凭证 第 7 行 “贷方”：一千 看不出是多少钱，请写成 1280.50 这样，最多两位小数',
    }])
    for (const table of ['ledger_entries', 'ledger_lines', 'ledger_assets', 'ledger_contracts', 'ledger_turnovers', 'ledger_money']) {
      const [left] = await server.db.database.reads.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE book_id = ?`, [FRESH])
      expect({ table, n: Number(left?.n) }).toEqual({ table, n: 0 })
    }
  })

  test('the empty template is a file that says what is missing; only the accountant brings one in', async () => {
    const { status, bytes } = await get(`${FRESH}/import/template`, 'open-ren')
    expect(status).toBe(200)
    const sheets = await readWorkbook(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['期初余额', '明细科目', '记账凭证', '资产', '资源', '合同', '说明'])
    expect(sheets[0]?.rows).toHaveLength(43)
    expect((await bring(bytes)).body.faults).toEqual([
      { field: '记账凭证!1:1', title: '记账凭证 第 1 行：里面什么都没有填，请填好再传' },
    ])
    expect((await bring(bytes, FRESH, 'open-qian')).body.code).toBe('ledger.only-accountant')
    expect((await bring(bytes, FRESH, 'open-wang')).body.code).toBe('ledger.book-not-found')
    expect((await get(`${FRESH}/workbook`, 'open-wang')).status).toBe(404)
  })

  test('five thousand lines come in at once', async () => {
    const vouchers = Array.from({ length: 2_498 }, (_, index) => {
      const [number, day] = [`${index + 2}`, `2026-08-${`${1 + Math.floor(index / 81)}`.padStart(2, '0')}`]
      const at = ['2026-08', number, day, `修路第 ${index + 1} 天`, '青溪建材店']
      const amount = { amountFen: 1_000 + index }
      return [
        [...at, '51401', null, amount, null, null, null, null], [...at, '102', null, null, amount, null, null, null],
      ]
    }).flat()
    const file = await writeBookFile([
      { name: '期初余额', headings: ['科目', '名称', '借方', '贷方'], rows: [['102', null, { amountFen: 10_000_000_000 }, null], ['301', null, null, { amountFen: 10_000_000_000 }]] },
      { name: '记账凭证', headings: ['月', '号', '日期', '摘要', '对方', '科目', '名称', '借方', '贷方', '来源', '更正', '合同'], rows: vouchers },
    ])
    const startedAt = performance.now()
    const { body } = await bring(file)
    process.stdout.write(`${vouchers.length} lines of history were brought in within ${Math.round(performance.now() - startedAt)} ms\n`)
    expect(body).toMatchObject({ entries: 2_499 })
  })
})
