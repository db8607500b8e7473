import { HOUR_MS } from '../kernel'
import { cancelLeave, enterLeave, LEAVE_DAYS_LIMIT, monthsOfDays, type LeaveWish } from './enter-leave'
import type { Leave } from './leave'
import { DEFAULT_ROSTER_TERMS } from './policy'

const terms = DEFAULT_ROSTER_TERMS
const china = (text: string): number => Date.parse(`2026-09-${text}+08:00`)

describe('leave', () => {
  const now = china('15T09:20')
  const wish: LeaveWish = { id: 'leave-1', subDistrictId: 'qingxi', personId: 'li', fromOn: '2026-09-15', toOn: '2026-09-16', enteredBy: 'li' }
  const enter = (changes: Partial<LeaveWish> = {}, known: readonly Leave[] = [], at = now) =>
    enterLeave({ ...wish, ...changes }, known, terms, at).next

  it('begins at once where the shift runs, else with the shift of its first day', () => {
    expect(enter()).toMatchObject({ fromAt: now, toAt: china('16T18:00'), enteredAt: now, cancelledAt: null })
    expect(enter({ fromOn: '2026-09-16' }).fromAt).toBe(china('15T18:00'))
  })

  it.each([
    ['a duty day that is over', { fromOn: '2026-09-14' }],
    ['an end before its beginning', { toOn: '2026-09-14' }],
    ['no date', { toOn: '2026-09-31' }],
    ['more than two months', { toOn: '2026-11-16' }],
  ])('refuses %s', (_what, changes) => {
    expect(() => enter(changes)).toThrow('roster.leave-invalid')
  })

  it('takes two months at the most, and the running duty day as long as it runs', () => {
    expect(LEAVE_DAYS_LIMIT).toBe(62)
    expect(enter({ toOn: '2026-11-15' }).toOn).toBe('2026-11-15')
    expect(enter({}, [], china('15T17:59:59.999')).fromAt).toBe(china('15T17:59:59.999'))
    expect(() => enter({}, [], china('15T18:00'))).toThrow('roster.leave-invalid')
  })

  it('does not overlap another of his, unless that was called off', () => {
    const known = enter({ id: 'other', fromOn: '2026-09-16', toOn: '2026-09-18' })
    expect(() => enter({}, [known])).toThrow('roster.leave-overlaps')
    expect(enter({ toOn: '2026-09-15' }, [known]).toOn).toBe('2026-09-15')
    expect(enter({}, [{ ...known, personId: 'chen' }]).personId).toBe('li')
    expect(enter({}, [cancelLeave(known, now).next]).personId).toBe('li')
  })

  it('ends when it is called off; one that had not begun has no length', () => {
    expect(cancelLeave(enter(), now + HOUR_MS).next).toMatchObject({ toAt: now + HOUR_MS, cancelledAt: now + HOUR_MS })
    const later = enter({ fromOn: '2026-09-16' })
    expect(cancelLeave(later, now).next.toAt).toBe(later.fromAt)
    expect(() => cancelLeave(enter(), china('16T18:00'))).toThrow('roster.leave-not-found')
    expect(() => cancelLeave(cancelLeave(enter(), now).next, now)).toThrow('roster.leave-not-found')
  })

  it('names the months it reaches over, in order', () => {
    expect(monthsOfDays('2026-09-30', '2026-10-01')).toEqual(['2026-09', '2026-10'])
    expect(monthsOfDays('2026-12-31', '2027-02-01')).toEqual(['2026-12', '2027-01', '2027-02'])
  })
})
