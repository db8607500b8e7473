import { HOUR_MS, MINUTE_MS } from '../kernel'
import type { Post, PostKind } from '../identity'
import type { DutySlot } from './duty-slot'
import type { Leave } from './leave'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { replacePerson } from './replace'
import { dutyDayAt, isAbsent, isSitting, spanOf } from './shift'
import { holderAt, onDutyAt, sittingAt, stretchesHeld, type VillageDuty } from './sitting'
import { slotOf } from './testing/slot-of'

const terms = DEFAULT_ROSTER_TERMS
const china = (text: string): number => Date.parse(`2026-09-${text}+08:00`)

let count = 0
/** Taken over on time, unless told otherwise; each with an id of its own, since a cell may have several. */
const slot: typeof slotOf = (personId, seat = 'lead', on = '2026-09-15', changes = {}) =>
  slotOf(personId, seat, on, { id: `slot-${++count}`, takenOverAt: spanOf(seat, on, terms).fromAt, ...changes })

function post(personId: string, kind: PostKind): Post {
  return { id: `${personId}-${kind}`, personId, kind, unitId: 'liushu', charge: null, fromAt: 0, toAt: null }
}
const posts = [post('li', 'secretary'), post('chen', 'director'), post('zhao', 'committee-member')]
const duty = (slots: readonly DutySlot[], leaves: readonly Leave[] = []): VillageDuty => ({ slots, posts, leaves })
const leave = (personId: string, from: string, to: string): Leave => ({
  id: `leave-${personId}`, subDistrictId: 'qingxi', personId, fromOn: '2026-09-15', toOn: '2026-09-15', fromAt: china(from),
  toAt: china(to), enteredBy: personId, enteredAt: china(from), cancelledAt: null,
})

describe('the border between two shifts', () => {
  it('17:59:59.999 belongs to the leaving shift, 18:00:00.000 to the next', () => {
    const both = duty([slot('li', 'lead', '2026-09-15'), slot('chen', 'lead', '2026-09-16')])
    expect(onDutyAt(both, china('15T17:59:59.999'))).toEqual(['li'])
    expect(onDutyAt(both, china('15T18:00:00.000'))).toEqual(['chen'])
    expect(dutyDayAt(china('15T17:59:59.999'), terms)).toBe('2026-09-15')
    expect(dutyDayAt(china('15T18:00:00.000'), terms)).toBe('2026-09-16')
  })

  it('a shift that changes in the morning runs until the next morning', () => {
    const morning = { ...terms, handOverMinute: 8 * 60 }
    expect(spanOf('lead', '2026-09-15', morning)).toEqual({ fromAt: china('15T08:00'), toAt: china('16T08:00') })
    expect(dutyDayAt(china('15T07:59'), morning)).toBe('2026-09-14')
    expect(dutyDayAt(china('15T08:00'), morning)).toBe('2026-09-15')
  })

  it('the stationed cadre sits by day', () => {
    expect(spanOf('stationed', '2026-09-16', terms)).toEqual({ fromAt: china('16T08:30'), toAt: china('16T18:00') })
  })
})

describe('who is there', () => {
  const late = slot('li', 'lead', '2026-09-15', { takenOverAt: china('14T18:47') })

  it('he has half an hour; the last instant of it is in time, and who comes later came late for good', () => {
    const never = { ...late, takenOverAt: null }
    expect([isSitting(never, china('14T18:30')), isSitting(never, china('14T18:30:00.001'))]).toEqual([true, false])
    expect([isAbsent(never, china('14T18:30')), isAbsent(never, china('14T18:30:00.001'))]).toEqual([false, true])
    expect(isAbsent({ ...late, takenOverAt: china('14T18:30') }, china('15T09:00'))).toBe(false)
    expect(isSitting(late, china('14T18:46'))).toBe(false)
    expect(isSitting(late, china('14T18:47'))).toBe(true)
    expect(isAbsent(late, china('15T09:00'))).toBe(true)
  })

  it('a shift that ended before its time to take over ran out was nobody’s absence', () => {
    expect(isAbsent(slot('li', 'lead', '2026-09-15', { takenOverAt: null, toAt: china('14T18:10') }), china('15T09:00'))).toBe(false)
  })

  it('a draft seats nobody, and a hole neither', () => {
    expect(sittingAt(duty([slot('li', 'lead', '2026-09-15', { publishedAt: null })]), china('15T09:00')).isEmpty).toBe(true)
    expect(sittingAt(duty([slot(null)]), china('15T09:00'))).toEqual({ slots: [], isEmpty: true })
  })
})

describe('whom an unanswered grievance is with', () => {
  const at = china('15T09:00')
  const day = [slot('chen', 'lead'), slot('zhao', 'member')]

  it('the @-ed cadre while he sits, else the lead', () => {
    expect(holderAt(duty(day), 'zhao', at)?.personId).toBe('zhao')
    expect(holderAt(duty(day), 'li', at)?.personId).toBe('chen')
  })

  it('nobody of the committee there: secretary or director, and no slot is charged', () => {
    expect(holderAt(duty([slot(null)]), null, at)).toEqual({ slotId: null, personId: 'li' })
    expect(holderAt(duty([slot(null)], [leave('li', '15T08:00', '15T18:00')]), null, at)?.personId).toBe('chen')
    expect(holderAt(duty([slot('li', 'lead', '2026-09-15', { takenOverAt: null })]), null, at)?.personId).toBe('chen')
    expect(holderAt({ slots: [], posts: [], leaves: [] }, null, at)).toBeNull()
  })

  it('who has lost his post sits no more, whatever the roster still says', () => {
    const ended = posts.map((one) => (one.personId === 'chen' ? { ...one, toAt: china('15T09:00') } : one))
    const at9 = (then: number) => holderAt({ ...duty([slot('chen')]), posts: ended }, 'chen', then)
    expect(at9(at - 1)?.personId).toBe('chen')
    expect(at9(at)).toEqual({ slotId: null, personId: 'li' })
    expect(sittingAt({ ...duty([slot('gao', 'stationed')]), posts: ended }, at).slots).toHaveLength(1)
  })

  it('a stationed cadre who sits alone is told, and the village’s lead stands in', () => {
    const alone = duty([slot('zhou', 'stationed', '2026-09-15')])
    expect(onDutyAt(alone, at)).toEqual(['li', 'zhou'])
    expect(holderAt(alone, null, at)?.personId).toBe('li')
  })

  it('its minutes are accounted to the slots that held it, without gap or overlap', () => {
    const before = slot('chen', 'lead', '2026-09-15')
    const { ended, next } = replacePerson(before, 'zhao', 'leave', 'slot-new', terms, china('15T09:20'))
    const evening = slot('li', 'lead', '2026-09-16', { takenOverAt: china('15T18:40') })
    const slots = [ended ?? before, { ...next, takenOverAt: china('15T09:25') }, evening]
    const span = { fromAt: china('15T08:50'), toAt: china('15T19:00') }
    const stretches = stretchesHeld(duty(slots), 'chen', span)
    const told = stretches.map(({ holding, fromAt, toAt }) =>
      [holding?.slotId ?? null, holding?.personId, (toAt - fromAt) / MINUTE_MS])
    expect(told).toEqual([
      [before.id, 'chen', 30],
      ['slot-new', 'zhao', 8 * 60 + 40],
      [evening.id, 'li', 30 + 1 / MINUTE_MS],
      [null, 'chen', 10 - 1 / MINUTE_MS],
      [evening.id, 'li', 20],
    ])
    expect(stretches.reduce((sum, { fromAt, toAt }) => sum + toAt - fromAt, 0)).toBe(span.toAt - span.fromAt)
  })
})

describe('somebody else in a slot’s place', () => {
  const one = slot('chen', 'lead')

  it('before it begins: the slot itself changes', () => {
    const { ended, next } = replacePerson({ ...one, takenOverAt: null }, 'li', 'swap', 'new', terms, one.fromAt)
    expect(ended).toBeNull()
    expect(next).toMatchObject({ id: one.id, personId: 'li', source: 'swap', fromAt: one.fromAt, changedAt: one.fromAt })
  })

  it('while it runs: what was sat stays, the rest is the other’s, who has half an hour to take over', () => {
    const now = one.fromAt + 15 * HOUR_MS
    const { ended, next } = replacePerson(one, null, 'leave', 'new', terms, now)
    expect(ended).toMatchObject({ id: one.id, personId: 'chen', toAt: now, takenOverAt: one.takenOverAt })
    expect(next).toMatchObject({ id: 'new', personId: null, fromAt: now, toAt: one.toAt, takeOverDueAt: now + 30 * MINUTE_MS, takenOverAt: null })
  })
})
