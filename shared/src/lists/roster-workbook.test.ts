import { daysOfMonth, dayOf, NATIONAL_YEARS } from '../calendar'
import type { PostKind, SeatedPost } from '../identity'
import type { PlannedCell, Seat } from '../roster'
import { faultSentence, type WorkbookSheet } from '../tables'
import { parseRoster, planRosterImport, ROSTER_SHEETS, rosterSheetRows, type RosterRegister } from '.'

const MONTH = '2026-10'
const DAYS = daysOfMonth(MONTH).map((on) => dayOf(NATIONAL_YEARS, on))
const person = (id: string, name: string) => ({ id, name, code: id.toUpperCase() })
const post = (personId: string, kind: PostKind, villageId: string | null): SeatedPost => ({
  id: `${personId}-${kind}`, personId, kind, unitId: villageId ?? 's', charge: null, fromAt: 0, toAt: null, villageId, subDistrictId: 's',
})
const cell = (day: string, seat: Seat, personId: string | null, villageId = 'v'): PlannedCell => ({ villageId, on: `2026-10-${day}`, seat, personId })

const REGISTER: RosterRegister = {
  villages: [{ id: 'v', name: '柳树村', code: 'V1' }, { id: 'w', name: '桃园社区', code: 'V2' }],
  people: [
    person('g1', '李建国'), person('g2', '陈明'), person('g3', '王强'), person('g4', '王强'), person('g5', '钱丰'),
    person('g6', '周平'), person('g7', '吴立'), person('g8', '陆远'), person('g9', '冯旧'),
  ],
  posts: [
    post('g1', 'secretary', 'v'), post('g2', 'director', 'v'), post('g3', 'committee-member', 'v'), post('g4', 'committee-member', 'v'),
    post('g5', 'secretary', 'w'), post('g6', 'stationed-cadre', 'v'), post('g8', 'stationed-cadre', 'w'), post('g7', 'leader', null),
  ],
  standing: [
    cell('08', 'lead', 'g1'), cell('08', 'member', 'g3'), cell('09', 'lead', 'g2'), cell('09', 'member', null), cell('11', 'member', 'g9'),
    cell('08', 'member', 'g5', 'w'), cell('14', 'stationed', 'g6'), cell('15', 'leader', 'g7'),
  ],
  editsVisits: true,
}

type Rows = string[][]
/** As it was exported, after the editor had his way with the rows (row 0 is Excel's row 2). */
function edited(change: (rows: Record<string, Rows>) => void = () => {}, exported = REGISTER): WorkbookSheet[] {
  const rows = Object.fromEntries(
    Object.entries(rosterSheetRows(exported, DAYS)).map(([name, texts]) => [name, texts.map((row) => [...row])]),
  )
  change(rows)
  return ROSTER_SHEETS.filter(({ name }) => rows[name] !== undefined).map(({ name, columns }) => ({
    name, rows: [columns.map(({ heading }) => heading), ...(rows[name] ?? [])],
  }))
}
const plan = (sheets: readonly WorkbookSheet[], register = REGISTER) =>
  planRosterImport(parseRoster(sheets, MONTH), register)
const set = (sheet: string, row: number, column: number, text: string) => (rows: Record<string, Rows>) => {
  ;(rows[sheet]?.[row] as string[])[column] = text
}
const changesOf = (sheets: readonly WorkbookSheet[], register = REGISTER) => {
  const { changes, faults } = plan(sheets, register)
  expect(faults.map(faultSentence)).toEqual([])
  return changes.map(({ change }) => change)
}
const sentences = (sheets: readonly WorkbookSheet[], register = REGISTER) => {
  const { changes, faults } = plan(sheets, register)
  expect(changes).toEqual([])
  return faults.map(faultSentence)
}

describe('a roster as a table', () => {
  test('one row for each village and day that has cells; two of one name with their codes', () => {
    const rows = rosterSheetRows(REGISTER, DAYS)
    expect(rows['村两委']?.map((row) => row.slice(0, 5))).toEqual([
      ['2026-10-08', '周四', '柳树村', '李建国', '王强（G3）'],
      ['2026-10-09', '周五', '柳树村', '陈明', ''],
      ['2026-10-11', '周日', '柳树村', '', '冯旧'],
      ['2026-10-08', '周四', '桃园社区', '', '钱丰'],
    ])
    expect(rows['包村干部']?.map((row) => row.slice(0, 4))).toEqual([['2026-10-14', '周三', '柳树村', '周平']])
    expect(rows['领导坐班']?.map((row) => row.slice(0, 4))).toEqual([['2026-10-15', '周四', '柳树村', '吴立']])
  })

  test('holidays and make-up days are named; two villages of one name have their codes', () => {
    const rows = rosterSheetRows({
      ...REGISTER, standing: [cell('01', 'member', 'g1'), cell('10', 'member', 'g1')],
      villages: [{ id: 'v', name: '新村', code: 'V1' }, { id: 'w', name: '新村', code: 'V2' }],
    }, DAYS)
    expect(rows['村两委']?.map((row) => row.slice(1, 3))).toEqual([['周四 国庆节', '新村（V1）'], ['周六 调休上班', '新村（V1）']])
  })

  test('the same file again changes nothing, also when it was sorted or a sheet was left out', () => {
    expect(plan(edited())).toMatchObject({ changes: [], faults: [], unchanged: 8 })
    expect(plan(edited((rows) => void rows['村两委']?.reverse())).changes).toEqual([])
    expect(plan(edited((rows) => void delete rows['领导坐班']))).toMatchObject({ changes: [], faults: [], unchanged: 7 })
  })

  test('another person, nobody, and a hole that is filled', () => {
    expect(changesOf(edited((rows) => {
      set('村两委', 0, 3, '陈 明')(rows)
      set('村两委', 0, 4, '')(rows)
      set('村两委', 1, 4, '王强(g4)')(rows)
    }))).toEqual([
      { villageId: 'v', on: '2026-10-08', seat: 'lead', seenPersonId: 'g1', personId: 'g2' },
      { villageId: 'v', on: '2026-10-08', seat: 'member', seenPersonId: 'g3', personId: null },
      { villageId: 'v', on: '2026-10-09', seat: 'member', seenPersonId: null, personId: 'g4' },
    ])
  })

  test('a visit is taken away, moved, or added by a row of one\'s own', () => {
    expect(changesOf(edited((rows) => {
      set('包村干部', 0, 3, '取消')(rows)
      rows['包村干部']?.push(['2026/10/13', '', '柳树村', '陆远', ''])
      rows['领导坐班']?.push(['2026-10-16', '', '桃园社区', '吴立', '2026-10-15|v|g7'])
    }))).toEqual([
      { villageId: 'v', on: '2026-10-14', seat: 'stationed', seenPersonId: 'g6', personId: undefined },
      { villageId: 'v', on: '2026-10-13', seat: 'stationed', seenPersonId: undefined, personId: 'g8' },
      { villageId: 'w', on: '2026-10-16', seat: 'leader', seenPersonId: undefined, personId: 'g7' },
    ])
  })

  test('what somebody else has changed since the export is left as he made it', () => {
    const standing = [cell('08', 'lead', 'g2'), cell('08', 'member', 'g4'), ...REGISTER.standing.slice(2)]
    const now = { ...REGISTER, standing }
    expect(changesOf(edited(), now)).toEqual([])
    expect(changesOf(edited(set('村两委', 1, 4, '王强（G3）')), now)).toMatchObject([{ on: '2026-10-09', seat: 'member' }])
    expect(changesOf(edited(set('村两委', 0, 3, '陈明')), now)).toEqual([])
    expect(sentences(edited(set('村两委', 0, 4, '李建国')), now)).toEqual([
      '村两委 第 2 行 “值班”：导出以后被别人改成了王强，请重新导出再改',
    ])
    const gone = { ...REGISTER, standing: REGISTER.standing.slice(0, -1) }
    expect(changesOf(edited(), gone)).toEqual([])
    expect(sentences(edited(set('领导坐班', 0, 3, '')), gone)).toEqual(['领导坐班 第 2 行 “姓名”：导出以后被别人取消了，请重新导出再改'])
  })

  test('without the hidden column whatever stands there now was seen', () => {
    const bare = edited(set('村两委', 0, 3, '陈明')).map(({ name, rows }) => ({ name, rows: rows.map((row) => row.slice(0, -1)) }))
    expect(changesOf(bare)).toEqual([{ villageId: 'v', on: '2026-10-08', seat: 'lead', seenPersonId: 'g1', personId: 'g2' }])
  })

  test('every fault at once, with its place and what to do', () => {
    expect(sentences(edited((rows) => {
      set('村两委', 0, 3, '钱丰')(rows)
      set('村两委', 0, 4, '王强（G2）')(rows)
      set('村两委', 1, 3, '取消')(rows)
      set('村两委', 1, 4, '王强')(rows)
      set('村两委', 2, 0, '2026-11-11')(rows)
      set('村两委', 3, 2, '桃花村')(rows)
      rows['村两委']?.push(['2026-10-08', '', '柳树村', '', '', ''], ['', '', '柳树村', '陈明', '', ''])
      set('包村干部', 0, 3, '李建国')(rows)
      set('领导坐班', 0, 3, '吴立（X9）')(rows)
    })).sort()).toEqual([
      '包村干部 第 2 行 “姓名”：李建国不是本街道的包村干部，请核对姓名',
      '村两委 第 3 行 “值班”：有 2 位叫王强，请写成 王强（G3） 或 王强（G4）',
      '村两委 第 2 行 “带班”：钱丰不是本村的书记、主任或委员，请核对姓名',
      '村两委 第 2 行 “值班”：编号 G2 是陈明，不是王强，请核对',
      '村两委 第 3 行 “带班”：村两委的班不能取消；没有人就空着',
      '村两委 第 4 行 “日期”：2026-11-11 不在 2026 年 10 月里，请核对',
      '村两委 第 5 行 “村”：没有桃花村，或者它不归您排班，请核对',
      '村两委 第 6 行 “日期”：和第 2 行是同一天、同一个村，请只留一行',
      '村两委 第 7 行 “日期”：空着，请填上',
      '领导坐班 第 2 行 “姓名”：没有编号 X9 的本街道的领导，请核对',
    ].sort())
  })

  test('a village\'s lead changes its committee, not its visitors, and no other village', () => {
    const own = { ...REGISTER, villages: REGISTER.villages.slice(0, 1), editsVisits: false }
    expect(sentences(edited(set('包村干部', 0, 3, '')), own)).toEqual([
      '村两委 第 5 行 “村”：没有桃园社区，或者它不归您排班，请核对', '包村干部 第 2 行 “姓名”：包村干部和领导由街道排，您只能改本村两委的班',
    ])
    expect(changesOf(edited(set('村两委', 0, 3, '陈明'), own), own)).toHaveLength(1)
  })

  test('a file that holds none of the sheets is told so', () => {
    expect(sentences([{ name: '单位', rows: [['编号']] }])).toEqual([expect.stringContaining('没有“村两委”这张表')])
  })
})
