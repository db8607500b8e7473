import { MINUTE_MS } from '../kernel'
import type { DutySlot } from './duty-slot'
import { nextTurnAt, turnsBetween } from './turns'
import { slotOf } from './testing/slot-of'

const china = (text: string): number => Date.parse(`2026-09-${text}+08:00`)

describe('what the clock has to tell', () => {
  const leaving = slotOf('li', 'lead', '2026-09-15', { takenOverAt: china('14T18:00') })
  const coming = slotOf('chen', 'lead', '2026-09-16')
  const visit = slotOf('zhou', 'stationed', '2026-09-15', { takenOverAt: china('15T08:30') })
  const all = [leaving, coming, visit]
  const told = (from: string, to: string, slots: readonly DutySlot[] = all) =>
    turnsBetween(slots, china(from), china(to)).map((fact) =>
      fact.type === 'roster.shift-changed' ? [fact.at, ...fact.slotIds] : 'at' in fact ? [fact.at, fact.type] : [])

  it('one border for a village however many end and begin there, then who is absent', () => {
    expect(told('15T17:00', '15T18:00')).toEqual([[china('15T18:00'), coming.id]])
    expect(told('15T17:00', '15T18:30')).toEqual([[china('15T18:00'), coming.id]])
    expect(told('15T17:00', '15T18:30:00.001')).toEqual([
      [china('15T18:00'), coming.id], [china('15T18:30:00.001'), 'roster.absent'],
    ])
    expect(told('15T18:00', '15T18:30')).toEqual([])
  })

  it('nothing twice of a place taken by hand, and nothing of before it was published', () => {
    const handedOn = [{ ...leaving, toAt: china('15T09:20') },
      slotOf('chen', 'lead', '2026-09-15', { id: 'rest', fromAt: china('15T09:20'), takeOverDueAt: china('15T09:50'), changedAt: china('15T09:20') })]
    expect(told('15T09:00', '15T09:50', handedOn)).toEqual([])
    expect(told('15T09:00', '15T10:00', handedOn)).toEqual([[china('15T09:50') + 1, 'roster.absent']])
    expect(told('14T09:00', '15T10:00', [{ ...coming, ...slotOf('li'), publishedAt: china('15T09:00') }])).toEqual([])
  })

  it('wakes for whatever comes first', () => {
    expect(nextTurnAt(all, china('15T09:00'))).toBe(china('15T18:00'))
    expect(nextTurnAt(all, china('15T18:00'))).toBe(china('15T18:30') + 1)
    expect(nextTurnAt([{ ...coming, takenOverAt: china('15T17:30') }], china('15T18:00'))).toBe(china('16T18:00'))
    expect(nextTurnAt(all, china('16T18:00'))).toBeNull()
    expect(china('15T18:30') - china('15T18:00')).toBe(30 * MINUTE_MS)
  })
})
