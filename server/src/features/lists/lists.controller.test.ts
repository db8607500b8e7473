import type { ImportListsAnswer } from '@huiying/shared/lists'
import { SOUND_ROWS, workbook, type SheetName } from '@huiying/shared/lists/testing'
import type { SessionAnswer } from '@huiying/shared/identity'
import { faultSentence } from '@huiying/shared/tables'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { createApp, type HuiyingApp } from '../../create-app'
import { loadConfig } from '../../platform/config'
import { silentLog } from '../../platform/log'
import { readWorkbook } from '../../platform/workbook/read-workbook'
import { WORKBOOK_LIMIT_BYTES } from '../../platform/workbook/workbook-limits'
import { ImportLists } from './import-lists'
import { writeLists } from './write-workbook'

// Workbooks of thousands of cells, on machines with much else to do.
jest.setTimeout(30_000)

type Texts = Record<SheetName, string[][]>

describe('the doors of the lists', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-lists-'))
  let fresh: FreshDatabase
  let app: HuiyingApp
  let url: string

  beforeAll(async () => {
    fresh = await freshDatabase()
    const importLists = new ImportLists(fresh.unitOfWork, fresh.database.ids)
    await importLists.execute(null, { sheets: workbook(), isCheckOnly: false })
    const config = loadConfig({ DATA_DIR: dataDir, DEMO: '1', PORT: '0', WORKERS: '0' })
    app = await createApp(config, { database: fresh.database, clock: fresh.clock, log: silentLog() })
    url = await app.start()
  })
  afterAll(async () => {
    await app.stop()
    await fresh.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  async function signIn(code: string): Promise<string> {
    const [person] = await fresh.reads.query<{ id: string }>('SELECT id FROM people WHERE code = ?', [code])
    const response = await fetch(`${url}/api/session/demo`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ personId: person?.id }),
    })
    return ((await response.json()) as SessionAnswer).token
  }

  async function send(bytes: Buffer, token: string | null, query = ''): Promise<Response> {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)]), '名册.xlsx')
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
    return fetch(`${url}/api/lists${query}`, { method: 'POST', body: form, headers })
  }

  /** The sound lists with the same rows as text, after `change`. */
  function file(change: (texts: Texts) => void = () => {}): Promise<Buffer> {
    const texts = Object.fromEntries(
      Object.entries(SOUND_ROWS).map(([sheet, rows]) => [sheet, rows.map((row) => row.map(String))]),
    ) as Texts
    change(texts)
    return writeLists(texts)
  }

  it('take a file and say what it changed', async () => {
    const token = await signIn('G005')
    const newer = await file((texts) => void texts.居民.push(['R020', '杜秋', '13800000020', 'QX-02', '']))
    const checked = await send(newer, token, '?check=true')
    expect(checked.status).toBe(200)
    const expected: Partial<ImportListsAnswer> = { checkedOnly: true, added: 2, unchanged: 25 }
    expect(await checked.json()).toMatchObject(expected)
    expect(await (await send(newer, token)).json()).toMatchObject({ checkedOnly: false, added: 2 })
    expect(await (await send(newer, token)).json()).toMatchObject({ added: 0, changed: 0, unchanged: 27 })
  })

  it('name every fault by its place in Excel', async () => {
    const response = await send(await file((texts) => {
      texts.人员[1] = ['G002', '吴敏', '13800']
      texts.职务[6] = ['G005', '冯立', '村医', 'QX', '', '2024-03-01', '']
    }), await signIn('G005'))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      code: 'lists.faulty', title: '表格里有 2 处要改，改好再传；现在一行都没有存', details: { count: 2 },
      faults: [
        { field: '人员!C3', title: '人员 第 3 行 “电话”：13800 不是 11 位手机号，请改成 11 位' },
        { field: '职务!C8', title: expect.stringContaining('职务 第 8 行 “职务”：“村医”不认识') },
      ],
    })
  })

  it.each<[string, Buffer, number, string]>([
    ['a text', Buffer.from('编号,名称'), 422, 'lists.not-a-workbook'],
    ['nothing', Buffer.alloc(0), 422, 'file.missing'],
    ['eleven megabytes', Buffer.alloc(WORKBOOK_LIMIT_BYTES + 1_000_000), 413, 'lists.too-large'],
  ])('refuse %s', async (_name, bytes, status, code) => {
    const response = await send(bytes, await signIn('G005'))
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { code } })
  })

  it('are closed to everybody but an admin', async () => {
    const bytes = await file()
    expect((await send(bytes, null)).status).toBe(401)
    for (const code of ['G001', 'R001']) expect((await send(bytes, await signIn(code))).status).toBe(403)
    const withoutFile = await fetch(`${url}/api/lists`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${await signIn('G005')}` }, body: '{}',
    })
    expect(withoutFile.status).toBe(415)
  })

  it('hand out a template that is empty, and says so when it comes back as it was', async () => {
    const token = await signIn('G005')
    const response = await fetch(`${url}/api/lists/template`, { headers: { authorization: `Bearer ${token}` } })
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    const bytes = Buffer.from(await response.arrayBuffer())
    const sheets = await readWorkbook(bytes)
    expect(sheets.map((sheet) => sheet.name)).toEqual(['单位', '人员', '职务', '居民', '说明'])
    expect(sheets[2]?.rows[0]).toEqual(['人员编号', '姓名', '职务', '单位编号', '分工', '开始日期', '结束日期'])
    const answer = (await (await send(bytes, token)).json()) as { faults: { title: string }[] }
    expect(answer.faults.map((fault) => fault.title)).toEqual([
      faultSentence({ sheet: '单位', row: 1, column: '类型', cell: '1:1', words: '没有街道（乡镇），请加上一行' }),
    ])
  })
})
