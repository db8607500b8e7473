import { NATIONAL_YEARS } from '../calendar'
import type { DutySlot } from './duty-slot'
import { shownDay, shownSlots } from './village-days'

const slot = (id: string, changes: Partial<DutySlot> = {}): DutySlot => ({
  id, subDistrictId: 's', villageId: 'v', month: '2026-09', on: '2026-09-14', seat: 'lead', personId: id, fromAt: 0, toAt: 100,
  takeOverDueAt: 30, takenOverAt: null, isOnSite: null, source: 'generated', publishedAt: 0, changedAt: null, version: 1, ...changes,
})

describe('the cells of a village as they are shown', () => {
  test('whoever took over from another is the one shown', () => {
    const shown = shownSlots([slot('second', { fromAt: 40 }), slot('first', { toAt: 40 }), slot('third', { fromAt: 60 })])
    expect(shown.map(({ id }) => id)).toEqual(['third'])
  })

  test('replaced in the instant it began, the one that goes on is shown', () => {
    expect(shownSlots([slot('a'), slot('z', { toAt: 0 })]).map(({ id }) => id)).toEqual(['a'])
  })

  test('by day, then by seat', () => {
    const shown = shownSlots([
      slot('leader', { seat: 'leader' }), slot('next', { on: '2026-09-15' }), slot('member', { seat: 'member' }), slot('lead'),
    ])
    expect(shown.map(({ id }) => id)).toEqual(['lead', 'member', 'leader', 'next'])
  })

  test('days of a known year are told by the calendar, of an unknown one by the weekday', () => {
    expect(shownDay(NATIONAL_YEARS, '2026-10-10')).toEqual({ on: '2026-10-10', kind: 'working-day', name: '调休上班' })
    expect(shownDay(NATIONAL_YEARS, '2026-10-01')).toMatchObject({ kind: 'public-holiday', name: '国庆节' })
    expect(shownDay(NATIONAL_YEARS, '2027-01-01')).toEqual({ on: '2027-01-01', kind: 'working-day', name: null })
    expect(shownDay(NATIONAL_YEARS, '2027-01-02')).toMatchObject({ kind: 'rest-day' })
  })
})
