import type { CadreCard, PersonTag, PostKind } from '@huiying/shared/identity'
import {
  CELL_FLAGS, DEFAULT_ROSTER_TERMS, SEATS, type CellRow, type RosterMonthAnswer, type Seat,
} from '@huiying/shared/roster'
import { handOverWords } from './sheet-words'
import { peopleToCall, wallSheetOf, type WallExtras } from './wall-sheet'

const PEOPLE: readonly PersonTag[] = [
  { personId: 'li', name: '李建国', post: 'secretary', charge: null },
  { personId: 'zhao', name: '赵大山', post: 'committee-member', charge: null },
  { personId: 'zhou', name: '周平', post: 'stationed-cadre', charge: null },
  { personId: 'wu', name: '吴立', post: 'leader', charge: '镇长' },
  { personId: 'qian', name: '钱丰', post: 'secretary', charge: null },
]
const HOLE = -1
const [LIUSHU, TAOYUAN] = [0, 1]

const cell = (village: number, day: number, seat: Seat, person: number, flags = 0): CellRow =>
  [village, day, SEATS.indexOf(seat), person, flags]

const answer = (changes: Partial<RosterMonthAnswer> = {}): RosterMonthAnswer => ({
  now: 2_000, month: '2026-09', subDistrict: { id: 'qingxi', kind: 'sub-district', name: '青溪街道' },
  status: 'published', revision: 3, publishedAt: 1_000,
  days: [
    { on: '2026-09-19', kind: 'rest-day', name: null },
    { on: '2026-09-20', kind: 'working-day', name: '调休上班' },
    { on: '2026-09-25', kind: 'public-holiday', name: '中秋节' },
  ],
  villages: [['liushu', '柳树村'], ['taoyuan', '桃园社区']].map(([id = '', name = '']) => ({
    village: { id, kind: 'village', name }, marks: [], candidates: { committeeLeads: [], members: [], stationed: [] },
  })),
  people: PEOPLE,
  cells: [
    cell(TAOYUAN, 0, 'member', 4),
    cell(LIUSHU, 1, 'leader', 3),
    cell(LIUSHU, 1, 'stationed', 2),
    cell(LIUSHU, 1, 'member', HOLE, CELL_FLAGS.changedAfterPublishing + CELL_FLAGS.byHand),
    cell(LIUSHU, 1, 'lead', 0, CELL_FLAGS.byHand + CELL_FLAGS.absent),
    cell(LIUSHU, 0, 'member', 1),
    cell(LIUSHU, 2, 'stationed', 2),
    cell(LIUSHU, 2, 'leader', HOLE),
  ],
  notes: [], holes: 2, editable: [], mayGenerate: false, terms: DEFAULT_ROSTER_TERMS,
  ...changes,
})

const card = (personId: string, phone: string | null, kind: PostKind, charge: string | null = null): CadreCard =>
  ({ personId, name: `${personId}!`, posts: [{ kind, charge }], phone, onDuty: false })
const EXTRAS: WallExtras = {
  cards: [
    card('li', '13900000003', 'secretary'), card('chen', '13900000004', 'director'), card('zhao', null, 'committee-member'),
    card('zhou', '13900000006', 'stationed-cadre'), card('wu', '13900000008', 'leader', '镇长'),
  ],
  terms: { handOverMinute: 1_080, visitFromMinute: 510, visitToMinute: 1_080 },
  promise: '1 小时内有人回',
  address: 'https://huiying.example.cn/',
}

describe('from a month\'s rows of numbers to a village\'s sheet', () => {
  test('that village alone, day by day, seats in their order, holes and changes as such', () => {
    const sheet = wallSheetOf(answer(), 'liushu', EXTRAS)
    expect(sheet).toMatchObject({
      subDistrictName: '青溪街道', villageName: '柳树村', month: '2026-09', publishedAt: 1_000, printedAt: 2_000,
      address: 'https://huiying.example.cn/', terms: EXTRAS.terms,
    })
    expect(sheet.days).toEqual([
      { on: '2026-09-19', kind: 'rest-day', name: null, seats: [{ seat: 'member', name: '赵大山', isChanged: false }] },
      {
        on: '2026-09-20', kind: 'working-day', name: '调休上班',
        seats: [
          { seat: 'lead', name: '李建国', isChanged: false },
          { seat: 'member', name: null, isChanged: true },
          { seat: 'stationed', name: '周平', isChanged: false },
          { seat: 'leader', name: '吴立', isChanged: false },
        ],
      },
      {
        on: '2026-09-25', kind: 'public-holiday', name: '中秋节',
        seats: [{ seat: 'stationed', name: '周平', isChanged: false }, { seat: 'leader', name: null, isChanged: false }],
      },
    ])
  })

  test('who comes, and on which days', () => {
    expect(wallSheetOf(answer(), 'liushu', EXTRAS).visitors).toEqual([
      { seat: 'stationed', name: '周平', title: null, days: ['2026-09-20', '2026-09-25'] },
      { seat: 'leader', name: '吴立', title: '镇长', days: ['2026-09-20'] },
      { seat: 'leader', name: null, title: null, days: ['2026-09-25'] },
    ])
  })

  test('numbers of those alone who sit for the village: no leader\'s, nobody\'s who does not sit', () => {
    expect(peopleToCall(answer(), 'liushu')).toEqual(['zhao', 'li', 'zhou'])
    expect(peopleToCall(answer(), 'taoyuan')).toEqual(['qian'])
    expect(peopleToCall(answer(), 'nowhere')).toEqual([])
    expect(wallSheetOf(answer(), 'liushu', EXTRAS).phones).toEqual([
      { name: 'li!', title: '书记', phone: '13900000003' }, { name: 'zhou!', title: '包村干部', phone: '13900000006' },
    ])
  })

  test('a draft has no day of publishing; what is not there yet cannot be printed', () => {
    expect(wallSheetOf(answer({ status: 'draft', publishedAt: null }), 'liushu', EXTRAS).publishedAt).toBeNull()
    expect(() => wallSheetOf(answer({ status: null, publishedAt: null, cells: [] }), 'liushu', EXTRAS)).toThrow('roster.month-not-found')
    expect(() => wallSheetOf(answer(), 'nowhere', EXTRAS)).toThrow('roster.month-not-found')
  })
})

test.each([
  [1_080, '每天 18:00 交接班。18:00 以后有事，找第二天那一格的人。'],
  [510, '每天 8:30 交接班。8:30 以前有事，找前一天那一格的人。'],
  [0, '每天 0:00 交接班。'],
])('handed over at minute %d: in whose square one looks at night', (handOverMinute, words) => {
  expect(handOverWords({ handOverMinute })).toBe(words)
})
