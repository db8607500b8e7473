import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel'
import type { Post, PostKind } from '../identity'
import type { DutySlot, Seat } from './duty-slot'
import { cancelLeave, enterLeave, LEAVE_DAYS_LIMIT, monthsOfDays, type LeaveWish } from './enter-leave'
import { metresBetween } from './geo-point'
import type { Leave } from './leave'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { spanOf } from './shift'
import type { Swap } from './swap'
import { answerSwap, askSwap, withdrawSwap, type SwapGround, type SwapWish } from './swap-acts'
import { mayLeaveNote, takeOver } from './take-over'
import { nextTurnAt, turnsBetween } from './turns'

const terms = DEFAULT_ROSTER_TERMS
const china = (text: string): number => Date.parse(`2026-09-${text}+08:00`)

function slot(personId: string | null, seat: Seat = 'lead', on = '2026-09-15', changes: Partial<DutySlot> = {}): DutySlot {
  const { fromAt, toAt } = spanOf(seat, on, terms)
  const villageId = changes.villageId ?? 'liushu'
  return {
    id: `${villageId}-${on}-${seat}`, subDistrictId: 'qingxi', villageId, month: on.slice(0, 7), on, seat, personId, fromAt, toAt,
    takeOverDueAt: fromAt + terms.absentAfterMs, takenOverAt: null, isOnSite: null, source: 'generated', publishedAt: 1,
    changedAt: null, version: 1, ...changes,
  }
}
function post(personId: string, kind: PostKind, unitId = 'liushu'): Post {
  return { id: `${personId}-${kind}`, personId, kind, unitId, charge: null, fromAt: 0, toAt: null }
}

describe('taking over', () => {
  // The shift of the 15th runs from the 14th, 18:00.
  const mine = slot('li')
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
    expect([isOnSite(near), isOnSite({ latitude: 26.6, longitude: 106.7 }), isOnSite(null)]).toEqual([true, false, null])
    expect(isOnSite(near, { locationCircleM: null })).toBeNull()
    expect(JSON.stringify(takeOver(mine, 'li', china('14T18:00'), near, centre, circle))).not.toContain('26.5')
  })

  it('a note may be left while one sits and for an hour after', () => {
    const may = (text: string, personId = 'li') => mayLeaveNote(mine, personId, china(text))
    expect([may('14T17:59:59.999'), may('14T18:00'), may('15T18:59:59.999'), may('15T19:00')]).toEqual([false, true, true, false])
    expect(may('15T09:00', 'chen')).toBe(false)
  })
})

describe('leave', () => {
  const now = china('15T09:20')
  const wish: LeaveWish = { id: 'leave-1', subDistrictId: 'qingxi', personId: 'li', fromOn: '2026-09-15', toOn: '2026-09-16', enteredBy: 'li' }
  const enter = (changes: Partial<LeaveWish> = {}, known: readonly Leave[] = [], at = now) => enterLeave({ ...wish, ...changes }, known, terms, at).next

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

describe('a swap', () => {
  const now = china('14T09:00')
  const mine = slot('li', 'lead', '2026-09-15')
  const his = slot('chen', 'lead', '2026-09-17')
  const posts = [post('li', 'secretary'), post('chen', 'director'), post('wang', 'committee-member')]
  const ground: SwapGround = { posts, leaves: [], planned: [mine, his] }
  const wish: SwapWish = { id: 'swap-1', slotId: mine.id, returnSlotId: null, fromPersonId: 'li', toPersonId: 'chen' }
  const inReturn = { ...wish, returnSlotId: his.id }
  const ask = (changes: Partial<SwapWish> = {}, more: Partial<SwapGround> = {}, asked: readonly Swap[] = [], at = now) => {
    const one = { ...wish, ...changes }
    return askSwap(one, { slot: mine, returnSlot: one.returnSlotId === null ? null : his }, { ...ground, ...more }, asked, at).next
  }
  const leave = (personId: string, on: string): SwapGround['leaves'][number] => ({ personId, fromOn: on, toOn: on })

  it('is asked with a day in return or without', () => {
    expect(ask()).toMatchObject({ status: 'asked', subDistrictId: 'qingxi', returnSlotId: null, askedAt: now })
    expect(ask({ returnSlotId: his.id }).returnSlotId).toBe(his.id)
  })

  it('is refused where the other cannot sit: no such post, on leave, or he sits elsewhere', () => {
    expect(() => ask({ toPersonId: 'wang' })).toThrow('roster.cannot-sit')
    expect(() => ask({}, { leaves: [leave('chen', '2026-09-15')] })).toThrow('roster.on-leave')
    const elsewhere = slot('chen', 'member', '2026-09-15', { villageId: 'taoyuan' })
    expect(() => ask({}, { planned: [mine, his, elsewhere] })).toThrow('roster.sits-elsewhere')
  })

  it('is refused where the asker cannot sit in return', () => {
    expect(() => ask({ returnSlotId: his.id }, { leaves: [leave('li', '2026-09-17')] })).toThrow('roster.on-leave')
    const elsewhere = slot('li', 'member', '2026-09-17', { villageId: 'taoyuan' })
    expect(() => ask({ returnSlotId: his.id }, { planned: [mine, his, elsewhere] })).toThrow('roster.sits-elsewhere')
  })

  it('of the same day in both directions is nobody in two places', () => {
    const same = slot('chen', 'member', '2026-09-15')
    const swap = askSwap({ ...wish, returnSlotId: same.id }, { slot: mine, returnSlot: same }, { ...ground, planned: [mine, same] }, [], now)
    expect(swap.next.status).toBe('asked')
  })

  it('is about one’s own coming shift, with somebody else, and asked once', () => {
    expect(() => ask({ fromPersonId: 'wang' })).toThrow('roster.slot-not-found')
    expect(() => ask({ toPersonId: 'li' })).toThrow('roster.swap-same-person')
    expect(() => ask({}, {}, [], mine.toAt)).toThrow('roster.cell-over')
    expect(() => ask({}, {}, [ask()])).toThrow('roster.swap-asked-already')
    expect(ask({}, {}, [withdrawSwap(ask(), 'li', now).next]).status).toBe('asked')
    const gone = { slot: mine, returnSlot: null }
    expect(() => askSwap(inReturn, gone, ground, [], now)).toThrow('roster.slot-not-found')
    expect(() => askSwap(inReturn, { ...gone, returnSlot: { ...his, personId: 'li' } }, ground, [], now)).toThrow('roster.slot-not-found')
  })

  const answer = (swap: Swap, slots: { slot: DutySlot | null; returnSlot: DutySlot | null }, more: Partial<SwapGround> = {}, at = now + DAY_MS / 2) =>
    answerSwap(swap, 'chen', true, slots, { ...ground, ...more }, at)

  it('counts when both still sit where they sat', () => {
    const swap = ask({ returnSlotId: his.id })
    expect(answer(swap, { slot: mine, returnSlot: his }).next.status).toBe('accepted')
    expect(() => answer(swap, { slot: { ...mine, personId: 'wang' }, returnSlot: his })).toThrow('roster.swap-over')
    expect(() => answer(swap, { slot: mine, returnSlot: { ...his, personId: 'wang' } })).toThrow('roster.swap-over')
    expect(() => answer(swap, { slot: { ...mine, toAt: now }, returnSlot: his })).toThrow('roster.swap-over')
    expect(() => answer(swap, { slot: mine, returnSlot: his }, { leaves: [leave('chen', '2026-09-15')] })).toThrow('roster.on-leave')
  })

  it('may be declined whatever has become of the shift, is answered once and by whom it was put to', () => {
    const declined = answerSwap(ask(), 'chen', false, { slot: null, returnSlot: null }, ground, now).next
    expect(declined).toMatchObject({ status: 'declined', answeredAt: now })
    expect(() => answer(declined, { slot: mine, returnSlot: null })).toThrow('roster.swap-over')
    expect(() => answerSwap(ask(), 'wang', true, { slot: mine, returnSlot: null }, ground, now)).toThrow('roster.swap-not-found')
    expect(() => withdrawSwap(ask(), 'chen', now)).toThrow('roster.swap-not-found')
    expect(() => withdrawSwap(declined, 'li', now)).toThrow('roster.swap-over')
  })
})

describe('what the clock has to tell', () => {
  const leaving = slot('li', 'lead', '2026-09-15', { takenOverAt: china('14T18:00') })
  const coming = slot('chen', 'lead', '2026-09-16')
  const visit = slot('zhou', 'stationed', '2026-09-15', { takenOverAt: china('15T08:30') })
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
      slot('chen', 'lead', '2026-09-15', { id: 'rest', fromAt: china('15T09:20'), takeOverDueAt: china('15T09:50'), changedAt: china('15T09:20') })]
    expect(told('15T09:00', '15T09:50', handedOn)).toEqual([])
    expect(told('15T09:00', '15T10:00', handedOn)).toEqual([[china('15T09:50') + 1, 'roster.absent']])
    expect(told('14T09:00', '15T10:00', [{ ...coming, ...slot('li'), publishedAt: china('15T09:00') }])).toEqual([])
  })

  it('wakes for whatever comes first', () => {
    expect(nextTurnAt(all, china('15T09:00'))).toBe(china('15T18:00'))
    expect(nextTurnAt(all, china('15T18:00'))).toBe(china('15T18:30') + 1)
    expect(nextTurnAt([{ ...coming, takenOverAt: china('15T17:30') }], china('15T18:00'))).toBe(china('16T18:00'))
    expect(nextTurnAt(all, china('16T18:00'))).toBeNull()
    expect(china('15T18:30') - china('15T18:00')).toBe(30 * MINUTE_MS)
  })
})
