import type { PersonTag } from '@huiying/shared/identity'
import { addDays, chinaClockFace, startOfChinaDay } from '@huiying/shared/kernel'
import {
  DEFAULT_ROSTER_TERMS, type CellRow, type RosterChangeRow, type RosterMonthAnswer, type Seat,
} from '@huiying/shared/roster'

const person = (personId: string, name: string, post: PersonTag['post']): PersonTag => ({ personId, name, post, charge: null })

const PEOPLE: readonly PersonTag[] = [
  person('zhou', '周书记', 'secretary'), person('wu', '吴主任', 'director'),
  person('zheng', '郑委员', 'committee-member'), person('wang', '王委员', 'committee-member'),
  person('bao', '包干部', 'stationed-cadre'), person('ling', '凌镇长', 'leader'), person('feng', '冯委员', 'committee-member'),
]

const day = (index: number) => {
  const on = addDays('2026-11-02', index)
  const { weekday } = chinaClockFace(startOfChinaDay(on))
  return { on, kind: weekday === 0 || weekday === 6 ? ('rest-day' as const) : ('working-day' as const), name: null }
}

const CELLS: readonly CellRow[] = [
  [0, 0, 0, 0, 0], [0, 0, 1, 2, 0], [0, 1, 0, 1, 0], [0, 1, 1, -1, 0], [0, 2, 0, 0, 0], [0, 2, 1, 3, 0],
  [0, 2, 2, 4, 0], [0, 5, 1, 2, 0], [1, 0, 1, 6, 0],
]

/** A week from Monday, 2 November 2026, of two villages: the first is marked, and has a hole on Tuesday. */
export function aMonth(changes: Partial<RosterMonthAnswer> = {}): RosterMonthAnswer {
  return {
    now: startOfChinaDay('2026-11-01'), month: '2026-11', subDistrict: { id: 's1', kind: 'sub-district', name: '清河街道' },
    status: 'draft', revision: 5, publishedAt: null, days: Array.from({ length: 7 }, (_, index) => day(index)),
    villages: [
      {
        village: { id: 'v1', kind: 'village', name: '青石村' }, marks: ['weak'],
        candidates: { committeeLeads: [0, 1], members: [0, 1, 2, 3], stationed: [4] },
      },
      {
        village: { id: 'v2', kind: 'village', name: '大河村' }, marks: [],
        candidates: { committeeLeads: [], members: [6], stationed: [4] },
      },
    ],
    people: PEOPLE, cells: CELLS, notes: [], holes: 1, editable: ['v1', 'v2'], mayGenerate: true,
    terms: DEFAULT_ROSTER_TERMS, ...changes,
  }
}

interface ChangeFacts {
  readonly revision: number
  readonly on: string
  readonly seat: Seat
  readonly before: string | null
  readonly after: string | null
}

/** By default: somebody else put 吴主任 in 周书记's place on Monday. */
export function changeRow(facts: Partial<ChangeFacts> = {}): RosterChangeRow {
  const { revision, on, seat, before, after } = {
    revision: 6, on: '2026-11-02', seat: 'lead' as const, before: 'zhou', after: 'wu', ...facts,
  }
  const tag = (id: string | null) => PEOPLE.find(({ personId }) => personId === id) ?? null
  return {
    revision, on, seat, villageId: 'v1', villageName: '青石村', before: tag(before), after: tag(after), source: 'edited',
    isAfterPublishing: false, at: startOfChinaDay('2026-11-01'), by: person('li', '李四', 'staff'),
  }
}
