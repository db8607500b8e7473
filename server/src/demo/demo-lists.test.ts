import { parseLists, planImport } from '@huiying/shared/lists'
import { writeLists } from '../features/lists/write-workbook'
import { readWorkbook } from '../platform/workbook/read-workbook'
import { demoLists } from './demo-lists'
import { RESIDENTS, VILLAGES } from './places'

const now = Date.parse('2026-11-21T10:00:00+08:00')

describe('the lists of the demo', () => {
  const { texts } = demoLists()

  it('are the same whenever they are made', () => {
    expect(demoLists()).toEqual(demoLists())
  })

  it('pass through a workbook, and are sound', async () => {
    const { lists, faults } = parseLists(await readWorkbook(await writeLists(texts)))
    expect(faults).toEqual([])
    if (lists === null) return
    expect(lists.residents).toHaveLength(RESIDENTS)
    let ids = 0
    const register = { units: [], people: [], posts: [] }
    const { plan } = planImport(lists, register, { now, newId: () => `${(ids += 1)}`, subDistrictId: null })
    const places = plan?.answer.remarks.map((remark) => remark.column)
    expect(new Set(places)).toEqual(new Set(['电话']))
  }, 60_000)

  it('are of seven communities and one village, each with enough people for a lawful roster', () => {
    expect(VILLAGES.map((village) => village.isVillage)).toEqual([true, ...Array<boolean>(7).fill(false)])
    const holders = (post: string, unitCode: string): readonly (string | undefined)[] =>
      (texts['职务'] ?? []).filter((row) => row[2] === post && row[3] === unitCode).map((row) => row[0])
    for (const { code } of VILLAGES) {
      expect(holders('书记', code)).toHaveLength(1)
      expect(holders('委员', code).length).toBeGreaterThanOrEqual(2)
      expect(holders('包村干部', code)).toHaveLength(1)
    }
    const underOne = VILLAGES.filter(({ code }) => holders('书记', code)[0] === holders('主任', code)[0])
    expect(underOne.length).toBeGreaterThanOrEqual(1)
  })

  it('ring nowhere: every number is of a range that nobody has', () => {
    const numbers = ['人员', '居民'].flatMap((sheet) => (texts[sheet] ?? []).map((row) => row[2])).filter((phone) => phone !== '')
    expect(numbers.length).toBeGreaterThan(6_000)
    expect(numbers.every((phone) => /^1610000\d{4}$/.test(phone ?? ''))).toBe(true)
  })
})
