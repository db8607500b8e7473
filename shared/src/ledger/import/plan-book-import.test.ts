import fc from 'fast-check'
import { noon, ACCOUNTANT, BOOK, SECRETARY, STRANGER, refusal, Pen, debit, credit } from '../testing/samples'
import { faultSentence, type Cell, type WorkbookSheet } from '../../tables'
import { newBookState } from '../book-state'
import { BOOK_SHEETS, planBookImport, type PlannedBookImport } from '..'

type Rows = Readonly<Record<string, readonly (readonly Cell[])[]>>

const SOUND: Rows = {
  期初余额: [['101', '库存现金', 1_200, null], ['10201', '农商行', '380,000.00', ''], ['301', '资本', null, 381_200]],
  明细科目: [['10201', '农商行', null]],
  记账凭证: [
    ['2026-08', 2, '2026-08-05', '修三组下水道', '青溪管道店', '51402', '水利和下水道', 1_280, null, null, null, null],
    ['2026-08', 2, null, null, null, '10201', null, null, 1_280, null, null, null],
    ['2026-08', 3, '2026-08-20', '东鱼塘租金', '赵大山', '10201', null, '3000', null, null, null, 'HT-01'],
    ['2026-08', 3, '2026-08-20', '东鱼塘租金', '赵大山', '50101', null, null, '3000', null, null, 'HT-01'],
    ['2026-09', 1, '2026-09-02', '记错了', null, '10201', null, 1_280, null, '更正', '2026年8月第2号', null],
    ['2026-09', 1, null, null, null, '51402', null, null, 1_280, '更正', null, null],
  ],
  资产: [['ZC-01', '村口门面', '房屋', '一组', 120_000, '2019-05-01', '租出去了']],
  资源: [['ZY-01', '东鱼塘', '鱼塘水面', '三组', '12.35', '租出去了']],
  合同: [[
    'HT-01', '东鱼塘承包', '承包', 'ZY-01', '赵大山', '2026-08-01', '2031-07-31', '每季', 3_000, '先交后用', 10,
    '2028-08-01 3,300.00', null,
  ]],
}

function workbook(rows: Rows): readonly WorkbookSheet[] {
  return BOOK_SHEETS.flatMap(({ name, columns }) =>
    rows[name] === undefined ? [] : [{ name, rows: [columns.map(({ heading }) => heading), ...rows[name]] }])
}

function plan(sheets: readonly WorkbookSheet[], viewer = ACCOUNTANT): PlannedBookImport {
  let count = 0
  const ground = {
    state: newBookState(BOOK), now: noon('2026-09-14'), nextId: () => `id-${(count += 1)}`,
    wordsOf: ({ code }: { readonly code: string }) => code,
  }
  return planBookImport(viewer, ground, sheets)
}

/** The file with one cell changed; `row` from 1, as without its heading. */
function spoilt(sheet: string, row: number, column: number, cell: Cell): readonly WorkbookSheet[] {
  const rows = (SOUND[sheet] ?? []).map((cells, at) =>
    cells.map((one, index) => (at === row - 1 && index === column ? cell : one)))
  return workbook({ ...SOUND, [sheet]: rows })
}

const sentences = (sheets: readonly WorkbookSheet[]): readonly string[] => plan(sheets).faults.map(faultSentence)

describe('an older book', () => {
  it('comes in whole: opening first, history openly as such, a correction as a correction, rent under its contract', () => {
    const found = plan(workbook(SOUND)).plan
    expect(found?.entries.map(({ month, voucher, source, on }) => [month, voucher, source.type, on])).toEqual([
      ['2026-08', 1, 'opening', '2026-08-01'], ['2026-08', 2, 'imported', '2026-08-05'],
      ['2026-08', 3, 'imported', '2026-08-20'], ['2026-09', 1, 'reversal', '2026-09-02'],
    ])
    const [contract] = found?.contracts ?? []
    expect(found?.entries[2]?.source).toEqual({ type: 'imported', contractId: contract?.id })
    expect(contract).toMatchObject({
      holdingId: found?.resources[0]?.id, rent: { rhythm: 'quarter', amountFen: 300_000, steps: [{ fromOn: '2028-08-01', amountFen: 330_000 }] },
    })
    expect(found?.resources[0]).toMatchObject({ areaCentiMu: 1_235, kind: 'pond' })
    expect(found?.facts).toEqual([{ type: 'ledger.imported', subjectId: BOOK.id, entries: 4 }])
    expect(found?.state).toMatchObject({ entryCount: 4, hasOpening: true })
    expect(found?.state.book.subAccounts.at(-1)).toEqual({ code: '10201', name: '农商行', isActive: true })
  })

  it('goes into an empty book, by its accountant', () => {
    const pen = new Pen()
    pen.open('2026-08-01', [debit('102', 5), credit('301', 5)])
    const ground = { state: pen.state, now: noon('2026-09-14'), nextId: () => 'x', wordsOf: () => '' }
    expect(() => planBookImport(ACCOUNTANT, ground, workbook(SOUND))).toThrow(refusal('ledger.import-not-empty'))
    expect(() => plan(workbook(SOUND), SECRETARY)).toThrow(refusal('ledger.only-accountant'))
    expect(() => plan(workbook(SOUND), STRANGER)).toThrow(refusal('ledger.book-not-found'))
  })
})

describe('every fault is named by its sheet and cell', () => {
  it.each<[string, number, number, Cell, string]>([
    ['期初余额', 1, 2, 1_201, '期初余额 第 1 行：借贷不平，借方多 ¥1.00，请核对每一行'],
    ['期初余额', 1, 1, '银行存款', '期初余额 第 2 行 “名称”：101 是“库存现金”，不是“银行存款”，请核对编号和名称'],
    ['期初余额', 2, 0, '10299', '期初余额 第 3 行 “科目”：没有 10299 这个科目，请核对，或者先写进“明细科目”表'],
    ['明细科目', 1, 0, '9', '明细科目 第 2 行 “编号”：9 不是科目编号，请写成 102 或 10201 这样'],
    ['记账凭证', 1, 0, '8月', '记账凭证 第 2 行 “月”：8月 看不出是哪个月，请写成 2026-08 这样'],
    ['记账凭证', 1, 1, 9, '记账凭证 第 2 行 “号”：2026-08 第 9 号借贷不平，借方多 ¥1,280.00，请核对这一笔的每一行'],
    ['记账凭证', 1, 2, '2026-09-05', '记账凭证 第 2 行 “日期”：2026-09-05 不在 2026-08 这个月里，请核对'],
    ['记账凭证', 1, 3, null, '记账凭证 第 2 行 “摘要”：空着，请写清楚这笔钱是做什么的'],
    ['记账凭证', 4, 4, '马连英', '记账凭证 第 5 行 “对方”：和第 4 行不一样；同一号的几行是一笔，请改成一样，或者改号'],
    ['记账凭证', 2, 8, 1_280.005, '记账凭证 第 3 行 “贷方”：1280.005 看不出是多少钱，请写成 1280.50 这样，最多两位小数'],
    ['记账凭证', 2, 8, -5, '记账凭证 第 3 行 “贷方”：不能是负数；要冲减，请写到另一边，或写一笔更正'],
    ['记账凭证', 5, 10, '2026年8月第7号', '记账凭证 第 6 行 “更正”：前面没有这一笔，请核对是几月第几号'],
    ['记账凭证', 3, 11, 'HT-02', '记账凭证 第 5 行 “合同”：和第 4 行不一样；同一号的几行是一笔，请改成一样，或者改号'],
    ['资产', 1, 2, '别墅', '资产 第 2 行 “类别”：“别墅”不认识，请从这些里选一个：房屋、路、桥和水利、机器设备、车辆、办公用品、果树和牲畜、别的'],
    ['资源', 1, 4, '十二亩', '资源 第 2 行 “亩数”：十二亩 看不出是多少亩，请写成 12.35 这样，最多两位小数'],
    ['合同', 1, 3, 'ZY-09', '合同 第 2 行 “标的”：“资产”和“资源”表里都没有编号 ZY-09，请核对'],
    ['合同', 1, 6, '2026-07-31', '合同 第 2 行 “结束日期”：这一格没写对，请核对'],
  ])('%s %i/%i as %s', (sheet, row, column, cell, sentence) => {
    expect(sentences(spoilt(sheet, row, column, cell))).toContain(sentence)
  })

  it('a gap in the numbers, and money that was not there then', () => {
    const [first, second, ...rest] = SOUND['记账凭证'] ?? []
    expect(sentences(workbook({ ...SOUND, 记账凭证: rest }))).toEqual(['记账凭证 第 2 行 “号”：2026-08 少了第 2 号，凭证号要一个不漏，请核对'])
    const large = [[...(first ?? [])], [...(second ?? [])]]
    for (const [at, column] of [[0, 7], [1, 8]] as const) (large[at] ?? [])[column] = 380_001
    expect(sentences(workbook({ ...SOUND, 记账凭证: [...large, ...rest] }))).toContain('记账凭证 第 2 行 “贷方”：ledger.not-enough-money')
  })

  it('sheets nobody knows, and none at all', () => {
    expect(sentences([...workbook(SOUND), { name: '流水', rows: [] }])[0]).toMatch(/^流水 第 1 行：不认识“流水”这张表/)
    expect(sentences([{ name: '说明', rows: [] }])).toEqual(['记账凭证 第 1 行：没有“期初余额”也没有“记账凭证”，请照模板填'])
    const headings = Object.fromEntries(Object.keys(SOUND).map((name) => [name, []]))
    expect(sentences(workbook(headings))).toEqual(['记账凭证 第 1 行：里面什么都没有填，请填好再传'])
  })

  it('any single cell that holds what its column cannot mean is named, it and nothing far away', () => {
    const spots = Object.entries(SOUND).flatMap(([sheet, rows]) =>
      rows.flatMap((cells, row) => cells.map((_, column) => ({ sheet, row: row + 1, column }))))
    // Free words may hold anything; what they must not be is too long.
    const junk = fc.constantFrom<Cell>('#REF!'.repeat(60), '？'.repeat(300), '1.2.3'.repeat(60), '\u{1f600}'.repeat(260))
    fc.assert(fc.property(fc.constantFrom(...spots), junk, ({ sheet, row, column }, cell) => {
      const { plan: made, faults } = plan(spoilt(sheet, row, column, cell))
      expect(made).toBeNull()
      const letter = String.fromCharCode(65 + column)
      expect(faults.map((fault) => `${fault.sheet}!${fault.cell}`)).toContain(`${sheet}!${letter}${row + 1}`)
    }), { numRuns: 300 })
  })

  it('whatever stands in the cells: no throw, and either a plan or faults', () => {
    const anyCell = fc.oneof(
      fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.date({ noInvalidDate: false }),
      fc.constantFrom<Cell>(null, '102', '2026-08', 1),
    )
    const spot = fc.constantFrom(...Object.keys(SOUND)).chain((sheet) =>
      fc.record({ sheet: fc.constant(sheet), row: fc.nat(5), column: fc.nat(11), cell: anyCell }))
    fc.assert(fc.property(spot, ({ sheet, row, column, cell }) => {
      const { plan: made, faults } = plan(spoilt(sheet, row + 1, column, cell))
      expect(made === null).toBe(faults.length > 0)
      for (const fault of faults) expect(fault.words).not.toContain('undefined')
    }), { numRuns: 300 })
  })
})
