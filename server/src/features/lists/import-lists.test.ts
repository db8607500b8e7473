import { viewerAt, type Viewer } from '@huiying/shared/identity'
import { DAY_MS } from '@huiying/shared/kernel'
import { workbook, type SheetName } from '@huiying/shared/lists/testing'
import { faultSentence, type Cell } from '@huiying/shared/tables'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { FaultyLists } from '../../platform/workbook/faulty-lists'
import { postsOf } from '../identity/public'
import { ImportLists } from './import-lists'

type Change = (rows: Record<SheetName, Cell[][]>) => void

describe('importing lists', () => {
  let fresh: FreshDatabase
  let importLists: ImportLists
  beforeEach(async () => {
    fresh = await freshDatabase()
    importLists = new ImportLists(fresh.unitOfWork, fresh.database.ids)
  })
  afterEach(() => fresh.close())

  const bring = (change?: Change, viewer: Viewer | null = null, isCheckOnly = false) =>
    importLists.execute(viewer, { sheets: workbook(change), isCheckOnly })

  async function counts(): Promise<Record<string, number>> {
    const tables = ['units', 'people', 'posts', 'journal']
    const rows = await Promise.all(tables.map((name) => fresh.reads.query<{ count: number }>(`SELECT COUNT(*) AS count FROM ${name}`)))
    return Object.fromEntries(tables.map((name, index) => [name, Number(rows[index]?.[0]?.count)]))
  }

  async function viewerWithCode(code: string): Promise<Viewer> {
    const [person] = await fresh.reads.query<{ id: string }>('SELECT id FROM people WHERE code = ?', [code])
    if (person === undefined) throw new Error(`nobody has code ${code}`)
    const now = fresh.clock.at()
    return viewerAt(`account-${code}`, person.id, await postsOf(fresh.reads, person.id, now), now)
  }

  it('fills an empty register, and tells the journal', async () => {
    const answer = await bring()
    expect(answer).toMatchObject({ checkedOnly: false, added: 25, changed: 0, unchanged: 0 })
    expect(await counts()).toEqual({ units: 6, people: 8, posts: 11, journal: 1 })
    const [entry] = await fresh.reads.query<{ body: string; by: string | null }>('SELECT body, by_person AS `by` FROM journal')
    const [street] = await fresh.reads.query<{ id: string }>("SELECT id FROM units WHERE code = 'QX'")
    expect(entry?.by).toBeNull()
    expect(JSON.parse(entry?.body ?? '')).toEqual({ type: 'identity.lists-imported', subjectId: street?.id, rows: 25 })
  })

  it('brought again, and by two at a time, doubles nothing', async () => {
    await Promise.all([bring(), bring()])
    fresh.clock.advance(30 * DAY_MS)
    expect(await bring()).toMatchObject({ added: 0, changed: 0, unchanged: 25 })
    expect(await counts()).toMatchObject({ units: 6, people: 8, posts: 11 })
  })

  it('writes nothing when only checked, and nothing when one cell is wrong', async () => {
    expect(await bring(undefined, null, true)).toMatchObject({ checkedOnly: true, added: 25 })
    const faulty = bring((rows) => rows.居民.push(['R010', '李梅', '138', 'QX-01', '']))
    await expect(faulty).rejects.toThrow(FaultyLists)
    await expect(faulty).rejects.toMatchObject({ code: 'lists.faulty', details: { count: 1 } })
    expect(await counts()).toEqual({ units: 0, people: 0, posts: 0, journal: 0 })
  })

  it('changes what changed, in place', async () => {
    await bring()
    const before = await viewerWithCode('G003')
    const answer = await bring((rows) => {
      rows.人员[2] = ['G003', '郑禾', '13811111111']
      rows.职务[3] = ['G003', '郑禾', '书记', 'QX-02', '', '2024-03-01', '2026-12-31']
    })
    expect(answer).toMatchObject({ added: 0, changed: 2, unchanged: 23 })
    const after = await viewerWithCode('G003')
    expect(after.personId).toBe(before.personId)
    expect(after.posts).toMatchObject([{ id: before.posts[0]?.id, toAt: Date.parse('2027-01-01T00:00:00+08:00') }])
  })

  it('is open to the admin of the sub-district for his own, and to nobody else', async () => {
    await bring()
    expect(await bring(undefined, await viewerWithCode('G005'))).toMatchObject({ unchanged: 25 })
    await expect(bring(undefined, await viewerWithCode('G001'))).rejects.toMatchObject({ code: 'session.forbidden' })
    await importLists.execute(null, { isCheckOnly: false, sheets: workbook((rows) => {
      rows.单位.splice(0, 6, ['C', '云岭县', '区县', ''], ['BS', '白石镇', '镇', 'C'])
      rows.人员.splice(0, 5, ['B001', '白山', '13700000001'])
      rows.职务.splice(0, 7, ['B001', '', '管理员', 'BS', '', '2024-01-01', ''])
      rows.居民.splice(0, 4)
    }) })
    const faulty = await bring(undefined, await viewerWithCode('B001')).catch((error: unknown) => error)
    expect(faulty).toBeInstanceOf(FaultyLists)
    expect((faulty as FaultyLists).faults.map(faultSentence)).toContain(
      '单位 第 3 行 “编号”：QX 不是您的街道（乡镇），这里只能导入自己的，请核对编号',
    )
  })

  it('brings eight thousand residents, and brings them again', async () => {
    const many: Change = (rows) => {
      for (let index = 0; index < 8_000; index += 1) rows.居民.push([`R1-${index}`, '张大山', '', 'QX-01', 'QX-01-1'])
    }
    expect(await bring(many)).toMatchObject({ added: 16_025 })
    expect(await bring(many)).toMatchObject({ added: 0, changed: 0, unchanged: 16_025 })
  }, 60_000)
})
