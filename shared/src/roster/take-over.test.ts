import type { DutySlot } from './duty-slot'
import { metresBetween } from './geo-point'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { mayLeaveNote, takeOver } from './take-over'
import { slotOf } from './testing/slot-of'

const terms = DEFAULT_ROSTER_TERMS
const china = (text: string): number => Date.parse(`2026-09-${text}+08:00`)

describe('taking over', () => {
  // The shift of the 15th runs from the 14th, 18:00.
  const mine = slotOf('li')
  const at = (text: string, one: DutySlot | null = mine, personId = 'li') => takeOver(one, personId, china(text), null, null, terms)

  it('goes from an hour before, to the millisecond, until the end', () => {
    expect(() => at('14T16:59:59.999')).toThrow('roster.too-early')
    expect(at('14T17:00').next.takenOverAt).toBe(china('14T17:00'))
    expect(at('15T17:59:59.999').next.takenOverAt).toBe(china('15T17:59:59.999'))
    expect(() => at('15T18:00')).toThrow('roster.cell-over')
  })

  it('is late from the first millisecond after the half hour', () => {
    expect(at('14T18:30').facts).toMatchObject([{ type: 'roster.taken-over', isLate: false }])
    expect(at('14T18:30:00.001').facts).toMatchObject([{ type: 'roster.taken-over', isLate: true }])
  })

  it('is for one’s own published shift, and once', () => {
    expect(() => at('14T18:00', mine, 'chen')).toThrow('roster.slot-not-found')
    expect(() => at('14T18:00', null)).toThrow('roster.slot-not-found')
    expect(() => at('14T18:00', { ...mine, publishedAt: null })).toThrow('roster.slot-not-found')
    expect(() => at('14T18:01', at('14T18:00').next)).toThrow('roster.taken-over-already')
  })

  it('asks where one is only within a circle of the policy, keeps yes or no, and stops nobody', () => {
    const centre = { latitude: 26.5, longitude: 106.7 }
    const near = { latitude: 26.5009, longitude: 106.7 }
    const circle = { locationCircleM: 150 }
    const isOnSite = (place: typeof near | null, within: { readonly locationCircleM: number | null } = circle) =>
      takeOver(mine, 'li', china('14T18:00'), place, centre, within).next.isOnSite
    expect(metresBetween(near, centre)).toBeGreaterThan(99)
    expect(metresBetween(near, centre)).toBeLessThan(101)
    const far = { latitude: 26.6, longitude: 106.7 }
    expect([isOnSite(near), isOnSite(far), isOnSite(null)]).toEqual([true, false, null])
    expect(isOnSite(near, { locationCircleM: null })).toBeNull()
    expect(JSON.stringify(takeOver(mine, 'li', china('14T18:00'), near, centre, circle))).not.toContain('26.5')
  })

  it('a note may be left while one sits and for an hour after', () => {
    const may = (text: string, personId = 'li') => mayLeaveNote(mine, personId, china(text))
    expect([may('14T17:59:59.999'), may('14T18:00'), may('15T18:59:59.999'), may('15T19:00')]).toEqual([false, true, true, false])
    expect(may('15T09:00', 'chen')).toBe(false)
  })
})
