import type { Problem } from '@huiying/shared/facts'
import { BASE_HEADING, ROSTER_SHEETS, type RosterImportAnswer } from '@huiying/shared/lists'
import { settleRoster, slotOf } from '../../../test/support/duty-roster'
import { postOf, settlePerson } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { readWorkbook } from '../../platform/workbook/read-workbook'
import { zipParts } from '../../platform/workbook/zip-parts'
import { slotTable } from '../roster/slot.table'
import { writeRoster } from './write-roster'
import type { SheetTexts } from './write-workbook'

// Workbooks on machines with much else to do.
jest.setTimeout(60_000)

type Texts = Record<string, string[][]>
const URL = '/api/roster/months/2026-10/workbook'

describe('a month of duty as a workbook', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
    const { database } = server.db
    await settlePerson(database, { id: 'zheng', name: '郑和' }, postOf('zheng', 'committee-member', 'liushu'))
    await settlePerson(database, { id: 'feng', name: '冯立' }, postOf('feng', 'committee-member', 'liushu'))
    await settleRoster(database, [
      slotOf('liushu', ['2026-10-08', 'lead', 'li']), slotOf('liushu', ['2026-10-08', 'member', 'zheng']),
      slotOf('liushu', ['2026-10-09', 'lead', 'chen']), slotOf('liushu', ['2026-10-09', 'member', 'feng']),
      slotOf('liushu', ['2026-10-11', 'member', null]), slotOf('taoyuan', ['2026-10-11', 'member', 'qian']),
      slotOf('liushu', ['2026-10-14', 'stationed', 'zhou']), slotOf('liushu', ['2026-10-15', 'leader', 'wu']),
    ])
  })
  afterEach(() => server.stop())

  async function exported(openId: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${await server.signIn(openId)}` }
    const response = await server.app.nest.inject({ method: 'GET', url: URL, headers })
    expect(response.statusCode).toBe(200)
    return response.rawPayload
  }
  async function bringIn(openId: string, bytes: Buffer, query = '') {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)]), '值班表.xlsx')
    const whole = new Response(form)
    const response = await server.app.nest.inject({
      method: 'POST', url: `${URL}${query}`, payload: Buffer.from(await whole.arrayBuffer()),
      headers: { authorization: `Bearer ${await server.signIn(openId)}`, 'content-type': whole.headers.get('content-type') ?? '' },
    })
    return { status: response.statusCode, body: JSON.parse(response.payload) as RosterImportAnswer & Problem }
  }
  /** As a person would in Excel: the rows below the headings of each sheet, all columns. */
  async function edited(bytes: Buffer, change: (texts: Texts) => void): Promise<Buffer> {
    const sheets = await readWorkbook(bytes)
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.slice(1) ?? []
    const texts = Object.fromEntries(ROSTER_SHEETS.map(({ name, columns }) => [
      name, rowsOf(name).map((row) => columns.map((_, index) => String(row[index] ?? ''))),
    ])) as Texts
    change(texts)
    return writeRoster(texts as SheetTexts)
  }
  const set = (sheet: string, row: number, column: number, text: string) => (texts: Texts) => {
    ;(texts[sheet]?.[row] as string[])[column] = text
  }
  const standing = async () =>
    Object.fromEntries((await server.db.unitOfWork.run((work) => work.find(slotTable, { month: '2026-10' })))
      .map(({ id, personId, source }) => [id.replace('2026-10-', ''), [personId, source]]))

  test('goes out with three sheets, an explanation, and a hidden column', async () => {
    const bytes = await exported('open-sun')
    const sheets = await readWorkbook(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['村两委', '包村干部', '领导坐班', '说明'])
    expect(sheets[0]?.rows.map((row) => row.slice(0, 5))).toEqual([
      ['日期', '星期', '村', '带班', '值班'],
      ['2026-10-08', '周四', '柳树村', '李建国', '郑和'], ['2026-10-09', '周五', '柳树村', '陈明', '冯立'],
      ['2026-10-11', '周日', '柳树村', null, null], ['2026-10-11', '周日', '桃园社区', null, '钱丰'],
    ])
    expect(sheets[0]?.rows[0]?.[5]).toBe(BASE_HEADING)
    const xml = zipParts(bytes)?.find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.unpack().toString() ?? ''
    expect(xml.match(/<col [^>]*hidden="1"[^>]*>/g)).toEqual([expect.stringContaining('min="6"')])
  })

  test('comes back unchanged, and nothing is written', async () => {
    const answer = await bringIn('open-sun', await exported('open-sun'))
    const body = { checkedOnly: false, changed: 0, unchanged: 8, rows: [], revision: 1 }
    expect(answer).toMatchObject({ status: 200, body })
  })

  test('brings in what was edited, through the same door as edits by hand; first to be looked at', async () => {
    const bytes = await edited(await exported('open-sun'), (texts) => {
      set('村两委', 0, 4, '冯立')(texts)
      set('村两委', 1, 4, '郑和')(texts)
      set('村两委', 2, 4, '李建国')(texts)
      set('包村干部', 0, 3, '取消')(texts)
      texts['领导坐班']?.push(['2026-10-16', '', '桃园社区', '吴立', ''])
    })
    const expected = {
      changed: 5, unchanged: 4,
      rows: expect.arrayContaining([
        { villageName: '柳树村', on: '2026-10-08', seat: 'member', beforeName: '郑和', afterName: '冯立' },
        { villageName: '柳树村', on: '2026-10-11', seat: 'member', beforeName: null, afterName: '李建国' },
        { villageName: '柳树村', on: '2026-10-14', seat: 'stationed', beforeName: '周平', afterName: null },
      ]),
    }
    expect(await bringIn('open-sun', bytes, '?checkOnly=true')).toMatchObject({ status: 200, body: { ...expected, checkedOnly: true, revision: 1 } })
    expect((await standing())['liushu-08-member']).toEqual(['zheng', 'generated'])
    expect(await bringIn('open-sun', bytes)).toMatchObject({ status: 200, body: { ...expected, checkedOnly: false, revision: 2 } })
    const now = await standing()
    expect(now).toMatchObject({
      'liushu-08-member': ['feng', 'imported'], 'liushu-09-member': ['zheng', 'imported'], 'liushu-11-member': ['li', 'imported'],
      'liushu-08-lead': ['li', 'generated'],
    })
    expect(now['liushu-14-stationed']).toBeUndefined()
    expect(Object.values(now)).toContainEqual(['wu', 'imported'])
    expect(await bringIn('open-sun', bytes)).toMatchObject({ status: 200, body: { changed: 0, revision: 2 } })
  })

  test('leaves alone what somebody else has changed since, and says where both did', async () => {
    const first = await exported('open-sun')
    const others = await edited(first, (texts) => {
      set('村两委', 0, 3, '陈明')(texts)
      set('村两委', 2, 4, '冯立')(texts)
    })
    expect(await bringIn('open-li', others)).toMatchObject({ status: 422 })
    expect(await bringIn('open-sun', others)).toMatchObject({ status: 200, body: { changed: 2 } })
    const late = await edited(first, set('村两委', 1, 4, '李建国'))
    expect(await bringIn('open-sun', late)).toMatchObject({ status: 200, body: { changed: 1 } })
    expect(await standing()).toMatchObject({
      'liushu-08-lead': ['chen', 'imported'], 'liushu-11-member': ['feng', 'imported'], 'liushu-09-member': ['li', 'imported'],
    })
    const clash = await bringIn('open-sun', await edited(first, set('村两委', 2, 4, '郑和')))
    expect(clash).toMatchObject({
      status: 422,
      body: { code: 'lists.faulty', faults: [{ field: '村两委!E4', title: '村两委 第 4 行 “值班”：导出以后被别人改成了冯立，请重新导出再改' }] },
    })
  })

  test('tells every fault at once, those of names and those of who may sit, and writes nothing', async () => {
    const before = await standing()
    const bytes = await edited(await exported('open-sun'), (texts) => {
      set('村两委', 0, 3, '郑和')(texts)
      set('村两委', 0, 4, '李建国')(texts)
      set('村两委', 1, 3, '钱丰')(texts)
      set('村两委', 1, 4, '陈明')(texts)
      set('村两委', 2, 4, '冯立')(texts)
    })
    const { status, body } = await bringIn('open-sun', bytes)
    expect(status).toBe(422)
    expect(body.faults?.map(({ title }) => title)).toEqual([
      '村两委 第 2 行 “带班”：这个人不能坐这个班：要在职，带班的是书记或主任，值班的是两委委员',
      '村两委 第 3 行 “带班”：钱丰不是本村的书记、主任或委员，请核对姓名',
      '村两委 第 3 行 “值班”：这个人那天已经有别的班，请换人或换一天',
    ])
    expect(body.details).toEqual({ count: 3 })
    expect(await standing()).toEqual(before)
  })

  test('a village\'s lead has his own village, of the committee only; others have none', async () => {
    const own = await exported('open-li')
    const [committee] = await readWorkbook(own)
    expect(committee?.rows.slice(1).map((row) => row[2])).toEqual(['柳树村', '柳树村', '柳树村'])
    expect(await bringIn('open-li', await edited(own, set('村两委', 2, 4, '陈明')))).toMatchObject({ status: 200, body: { changed: 1 } })
    expect((await bringIn('open-li', await edited(own, set('领导坐班', 0, 3, '')))).body.faults).toEqual([
      { field: '领导坐班!D2', title: '领导坐班 第 2 行 “姓名”：包村干部和领导由街道排，您只能改本村两委的班' },
    ])
    for (const who of ['open-wang', 'open-zhou', 'open-wu', 'open-zheng']) {
      const headers = { authorization: `Bearer ${await server.signIn(who)}` }
      const response = await server.app.nest.inject({ method: 'GET', url: URL, headers })
      expect({ who, status: response.statusCode }).toEqual({ who, status: 403 })
      expect(await bringIn(who, own)).toMatchObject({ status: 403, body: { code: 'session.forbidden' } })
    }
  })

  test('of staff of the county, of a month not made, and of what is no month there is none', async () => {
    const get = async (openId: string, month: string) => server.send('GET', `/api/roster/months/${month}/workbook`, { token: await server.signIn(openId) })
    expect(await get('open-tang', '2026-10')).toMatchObject({ status: 404, code: 'identity.village-not-found' })
    expect(await get('open-sun', '2026-11')).toMatchObject({ status: 404, code: 'roster.month-not-found' })
    expect(await get('open-sun', '2026-13')).toMatchObject({ status: 422, code: 'roster.month-invalid' })
    expect((await bringIn('open-sun', Buffer.from('日期,村'))).body).toMatchObject({ code: 'lists.not-a-workbook' })
  })
})
