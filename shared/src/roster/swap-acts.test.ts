import { DAY_MS } from '../kernel'
import type { Post, PostKind } from '../identity'
import type { Swap } from './swap'
import { answerSwap, askSwap, withdrawSwap, type SwapGround, type SwapSlots, type SwapWish } from './swap-acts'
import { slotOf } from './testing/slot-of'

const china = (text: string): number => Date.parse(`2026-09-${text}+08:00`)

function post(personId: string, kind: PostKind, unitId = 'liushu'): Post {
  return { id: `${personId}-${kind}`, personId, kind, unitId, charge: null, fromAt: 0, toAt: null }
}

describe('a swap', () => {
  const now = china('14T09:00')
  const mine = slotOf('li', 'lead', '2026-09-15')
  const his = slotOf('chen', 'lead', '2026-09-17')
  const posts = [post('li', 'secretary'), post('chen', 'director'), post('wang', 'committee-member')]
  const ground: SwapGround = { posts, leaves: [], planned: [mine, his] }
  const wish: SwapWish = { id: 'swap-1', slotId: mine.id, returnSlotId: null, fromPersonId: 'li', toPersonId: 'chen' }
  const inReturn = { ...wish, returnSlotId: his.id }
  const ask = (
    changes: Partial<SwapWish> = {}, more: Partial<SwapGround> = {}, asked: readonly Swap[] = [], at = now,
  ) => {
    const one = { ...wish, ...changes }
    const slots = { slot: mine, returnSlot: one.returnSlotId === null ? null : his }
    return askSwap(one, slots, { ...ground, ...more }, asked, at).next
  }
  const leave = (personId: string, on: string): SwapGround['leaves'][number] => ({ personId, fromOn: on, toOn: on })

  it('is asked with a day in return or without', () => {
    expect(ask()).toMatchObject({ status: 'asked', subDistrictId: 'qingxi', returnSlotId: null, askedAt: now })
    expect(ask({ returnSlotId: his.id }).returnSlotId).toBe(his.id)
  })

  it('is refused where the other cannot sit: no such post, on leave, or he sits elsewhere', () => {
    expect(() => ask({ toPersonId: 'wang' })).toThrow('roster.cannot-sit')
    expect(() => ask({}, { leaves: [leave('chen', '2026-09-15')] })).toThrow('roster.on-leave')
    const elsewhere = slotOf('chen', 'member', '2026-09-15', { villageId: 'taoyuan' })
    expect(() => ask({}, { planned: [mine, his, elsewhere] })).toThrow('roster.sits-elsewhere')
  })

  it('is refused where the asker cannot sit in return', () => {
    expect(() => ask({ returnSlotId: his.id }, { leaves: [leave('li', '2026-09-17')] })).toThrow('roster.on-leave')
    const elsewhere = slotOf('li', 'member', '2026-09-17', { villageId: 'taoyuan' })
    expect(() => ask({ returnSlotId: his.id }, { planned: [mine, his, elsewhere] })).toThrow('roster.sits-elsewhere')
  })

  it('of the same day in both directions is nobody in two places', () => {
    const same = slotOf('chen', 'member', '2026-09-15')
    const slots = { slot: mine, returnSlot: same }
    const swap = askSwap({ ...wish, returnSlotId: same.id }, slots, { ...ground, planned: [mine, same] }, [], now)
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

  const answer = (swap: Swap, slots: SwapSlots, more: Partial<SwapGround> = {}) =>
    answerSwap(swap, 'chen', true, slots, { ...ground, ...more }, now + DAY_MS / 2)

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
