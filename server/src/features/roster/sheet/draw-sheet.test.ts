import { readPdf, type ReadPdf } from '../../../../test/support/read-pdf'
import { scanned } from '../../../../test/support/scan-code'
import { wallSheet, type Seats } from '../../../../test/support/wall-sheets'
import { drawSheet } from './draw-sheet'
import type { WallSheet } from './wall-sheet'

const COMMITTEE: Seats = ({ isWorkingDay }) => (isWorkingDay ? ['lead: 李建国', 'member: 赵大山'] : ['member: 赵大山'])

describe('the sheet on the wall', () => {
  const read = async (sheet: WallSheet, size: 'A4' | 'A3' = 'A4') => readPdf(await drawSheet(sheet, size))
  const wordsOf = ({ texts }: ReadPdf) => texts.join('')

  test('one page of A4 or A3, its Chinese embedded and searchable, with a title', async () => {
    const [a4, a3] = [await read(wallSheet('2026-09', COMMITTEE)), await read(wallSheet('2026-09', COMMITTEE), 'A3')]
    expect(a4).toMatchObject({ pages: 1, size: { width: 595.28, height: 841.89 }, fonts: 2, embeddedFonts: 2 })
    expect(a3).toMatchObject({ pages: 1, size: { width: 841.89, height: 1190.55 }, fonts: 2, embeddedFonts: 2 })
    expect(a4.title).toBe('柳树村 2026年9月 谁在值班')
    expect(a3.texts).toEqual(a4.texts)
    expect(wordsOf(a4)).not.toMatch(/[\ufffd□]/)
  })

  test('the village, the month, who sits, how to call, and when one hands over', async () => {
    const { texts } = await read(wallSheet('2026-09', COMMITTEE))
    expect(texts).toEqual(expect.arrayContaining([
      '柳树村', '2026年9月 谁在值班', '青溪街道　8月28日公布', '周一', '周日', '李建国', '赵大山', '中秋节', '调休上班',
      '每天 18:00 交接班。18:00 以后有事，找第二天那一格的人。',
      '扫一扫', '有事就说', '1 小时内有人回', '139 0000 0003', '有危险先打：110 报警　119 火警　120 急救', '9月14日 周一 上午10:05 打印',
    ]))
    const days = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number)
    expect(days).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    // 22 working days in September 2026, of which the 25th is a holiday and the 20th made up for.
    expect(texts.filter((text) => text === '李建国')).toHaveLength(22 + 1)
    expect(texts.filter((text) => text === '赵大山')).toHaveLength(30)
  })

  test('when the stationed cadre and the leaders come', async () => {
    const visitors: WallSheet['visitors'] = [
      { seat: 'stationed', name: '周平', title: null, days: ['2026-09-02', '2026-09-09', '2026-09-16', '2026-09-23', '2026-09-30'] },
      { seat: 'leader', name: '吴立', title: '镇长', days: ['2026-09-15', '2026-09-21'] },
      { seat: 'leader', name: null, title: null, days: ['2026-09-24'] },
    ]
    const { texts } = await read(wallSheet('2026-09', COMMITTEE, { visitors }))
    expect(texts).toEqual(expect.arrayContaining([
      '包村干部 周平：每周三（2日、9日、16日、23日、30日） 8:30–18:00', '领导坐班 吴立（镇长）：15日、21日 8:30–18:00', '领导坐班 待定：24日 8:30–18:00',
    ]))
  })

  test.each([['A4', 1], ['A3', Math.SQRT2]] as const)('the code on %s is read back to the address, letter by letter', async (size, scale) => {
    const sheet = wallSheet('2026-09', COMMITTEE)
    const { bars } = await read(sheet, size)
    expect(scanned(bars)).toBe(sheet.address)
    const right = Math.max(...bars.map(({ x, width }) => x + width))
    const left = Math.min(...bars.map(({ x }) => x))
    // 3 cm at least: what a phone reads at arm's length.
    expect((right - left) / scale).toBeGreaterThan(85)
  })

  test('without an address there is no code, and the words do not ask to scan', async () => {
    const page = await read(wallSheet('2026-09', COMMITTEE, { address: null }))
    expect(page.bars).toEqual([])
    expect(page.texts).toContain('打开“回应”')
    expect(wordsOf(page)).not.toContain('扫一扫')
  })

  test('a hole says so, a change is marked and explained, and neither where there is none', async () => {
    const plain = await read(wallSheet('2026-09', COMMITTEE))
    expect(wordsOf(plain)).not.toMatch(/待定|改/)
    const marked = await read(wallSheet('2026-09', ({ on }) =>
      on === '2026-09-07' ? ['lead!: 陈明', 'member:'] : on === '2026-09-08' ? ['member:'] : ['member: 赵大山']))
    expect(marked.texts.filter((text) => text === '待定')).toHaveLength(2)
    // On the day, and in the legend.
    expect(marked.texts.filter((text) => text === '改')).toHaveLength(2)
    expect(marked.texts).toContain('公布后改过')
  })

  test('a draft is marked across the page', async () => {
    const draft = await read(wallSheet('2026-09', COMMITTEE, { publishedAt: null }))
    expect(draft.texts).toEqual(expect.arrayContaining(['草　稿', '青溪街道　草稿，还没有公布']))
    expect(wordsOf(await read(wallSheet('2026-09', COMMITTEE)))).not.toContain('草')
  })

  test.each([['2026-08', 31], ['2026-02', 28]])('%s: all of its %d days, with four seats a day and long names, on one page', async (month, days) => {
    const names = ['lead: 欧阳建国', 'member!: 阿卜杜热合曼·阿卜杜克热木', 'stationed: 古丽娜尔·吐尔逊', 'leader: 迪丽热巴·买买提江']
    const page = await read(wallSheet(month, () => names))
    for (const text of names) expect(wordsOf(page).split(text.replace(/^.*: /, '')).length - 1).toBe(days)
    expect(page.pages).toBe(1)
  })

  test('a character that the font has is printed, a rarer one is a box and a line that asks for a pen', async () => {
    const rare = await read(wallSheet('2026-09', () => ['member: 张㛃𬱖']))
    expect(rare.texts).toContain('张㛃𬱖')
    expect(wordsOf(rare)).not.toContain('□')
    const missing = await read(wallSheet('2026-09', () => ['member: 𠮷田玉', 'lead: 李\ufe00明\u{1f600}']))
    expect(missing.texts).toEqual(expect.arrayContaining(['□田玉', '李明□', '□ 处是印不出来的字，请用笔补上。']))
  })

  test('more numbers than one can read: the first twelve, and where the others are', async () => {
    const phones = Array.from({ length: 14 }, (_, index) => ({ name: `张${index}`, title: '委员', phone: `1390000${1_000 + index}` }))
    const { texts } = await read(wallSheet('2026-09', COMMITTEE, { phones }))
    expect(texts.filter((text) => text.startsWith('139 '))).toHaveLength(12)
    expect(texts).toContain('打电话也行（还有的，扫码看）')
    expect(wordsOf(await read(wallSheet('2026-09', COMMITTEE, { phones: [] })))).not.toContain('打电话')
  })

  test('the same sheet, the same bytes', async () => {
    const sheet = wallSheet('2026-09', COMMITTEE)
    expect((await drawSheet(sheet, 'A4')).equals(await drawSheet(sheet, 'A4'))).toBe(true)
  })
})
