import { HOUR_MS, MINUTE_MS } from '../kernel'
import { close, reject, reply } from './acts'
import { actionsFor } from './actions'
import { escalate, recordMinutes } from './escalate'
import { minutesByHolder } from './holder-minutes'
import { GRANDMOTHER, NEIGHBOUR, NINE, SECRETARY, STAFF, STRANGER, freshTicket, someone, words } from './testing/samples'
import type { Ticket } from './ticket'
import { object, refusalOfRuling, rule, transfer, type Destination } from './transfer'
import { waysActionsFor } from './ways-actions'

const village = (id: string): Destination => ({ to: { id, kind: 'village', parentId: 'qingxi' }, owner: null })
const TAOYUAN = village('taoyuan')
const LIUSHU = village('liushu')
const THIRD = village('banmu')
const WATER: Destination = { to: { id: 'water', kind: 'department', parentId: 'qingxi' }, owner: null }
const ABOVE: Destination = { to: { id: 'qingxi', kind: 'sub-district', parentId: 'yunling' }, owner: null }
const FAR: Destination = { to: { id: 'far', kind: 'village', parentId: 'elsewhere' }, owner: null }
const THIRD_SECRETARY = someone('ban', ['secretary'], 'banmu')
const at = (minutes: number): number => NINE + minutes * MINUTE_MS
const WHY = words('管子在桃园那头，要他们挖')

function given(minutes = 50): Ticket {
  return transfer(SECRETARY, freshTicket(), TAOYUAN, WHY, at(minutes)).next
}

it('goes to another village with the clock it has, and each holder has his minutes', () => {
  const before = freshTicket()
  const after = transfer(SECRETARY, before, TAOYUAN, WHY, at(50)).next
  expect(after).toMatchObject({ holderUnitId: 'taoyuan', responseDueAt: before.responseDueAt, status: 'submitted' })
  expect(after.cycles).toEqual(before.cycles)
  expect(minutesByHolder(after, at(60)).map(({ unitId, minutes }) => [unitId, minutes])).toEqual([['liushu', 50], ['taoyuan', 10]])
})

it('is no answer; the receiver answers and closes, the first one still may answer but closes no more', () => {
  const ticket = given()
  expect(ticket.respondedAt).toBeNull()
  expect(reply(SECRETARY, ticket, words('桃园的人下午来挖'), at(55)).next.respondedBy).toBe('li')
  expect(() => close(SECRETARY, ticket, { ...words('挖开修好了'), outcome: 'settled', reason: null }, at(55))).toThrow('ticket.only')
  expect(close(STRANGER, ticket, { ...words('挖开修好了'), outcome: 'settled', reason: null }, at(55)).next.status).toBe('closed')
})

it.each([
  ['back to the sender', STRANGER, LIUSHU, 'ticket.return-to-sender'],
  ['to where it is', STRANGER, TAOYUAN, 'ticket.return-to-sender'],
  ['by him who has it no more', SECRETARY, THIRD, 'ticket.only-holder'],
  ['by a neighbour', NEIGHBOUR, THIRD, 'ticket.only-handlers'],
  ['up, which is another act', STRANGER, ABOVE, 'ticket.unit-not-found'],
  ['to another sub-district', STRANGER, FAR, 'ticket.unit-not-found'],
])('does not go %s', (_why, viewer, destination, code) => {
  expect(() => transfer(viewer, given(), destination, WHY, at(52))).toThrow(code)
})

it('makes no third hop', () => {
  const twice = transfer(STRANGER, given(), THIRD, WHY, at(52)).next
  expect(() => transfer(THIRD_SECRETARY, twice, WATER, WHY, at(53))).toThrow('ticket.no-third-hop')
  expect(actionsFor(THIRD_SECRETARY, twice, at(53))).not.toContain('transfer')
  expect(escalate(THIRD_SECRETARY, twice, WHY, at(53)).next.holderUnitId).toBe('qingxi')
})

it.each(['', ' 。', '。。', '啊啊'])('wants a reason, not %j', (text) => {
  expect(() => transfer(SECRETARY, freshTicket(), TAOYUAN, words(text), at(1))).toThrow('ticket.way-reason-missing')
})

it('what belongs to a department goes to no village, from wherever, and is refused with its name', () => {
  const owner = { id: 'water', name: '供水站' }
  const pushed = (destination: Destination) => ({ ...destination, owner })
  expect(() => transfer(SECRETARY, freshTicket(), pushed(TAOYUAN), WHY, at(1))).toThrow(
    expect.objectContaining({ code: 'ticket.belongs-to-department', details: { department: '供水站' } }))
  const above = escalate(SECRETARY, freshTicket(), WHY, at(1)).next
  expect(() => transfer(STAFF, above, pushed(TAOYUAN), WHY, at(2))).toThrow('ticket.belongs-to-department')
  expect(() => rule(STAFF, above, { isUpheld: null, destination: pushed(LIUSHU) }, WHY, at(2))).toThrow('ticket.belongs-to-department')
  expect(transfer(STAFF, above, pushed(WATER), WHY, at(2)).next.holderUnitId).toBe('water')
})

describe('an objection', () => {
  it('is made by the receiver, once, within half an hour', () => {
    const ticket = given()
    expect(() => object(SECRETARY, ticket, WHY, at(51))).toThrow('ticket.nothing-to-object')
    expect(() => object(STAFF, ticket, WHY, at(51))).toThrow('ticket.nothing-to-object')
    expect(() => object(STRANGER, ticket, WHY, at(80) + 1)).toThrow('ticket.objection-too-late')
    const objected = object(STRANGER, ticket, WHY, at(80)).next
    expect(objected.holderUnitId).toBe('taoyuan')
    expect(() => object(STRANGER, objected, WHY, at(80))).toThrow('ticket.objected-already')
    expect(() => transfer(STRANGER, objected, THIRD, WHY, at(80))).toThrow('ticket.objection-pending')
    const stays = rule(STAFF, objected, { isUpheld: false, destination: null }, WHY, at(90)).next
    expect(stays).toMatchObject({ holderUnitId: 'taoyuan', moves: [{ isUpheld: false, ruledBy: 'sun' }] })
    expect(() => object(STRANGER, stays, WHY, at(79))).toThrow('ticket.objected-already')
  })

  it('is decided by the sub-district alone: back, elsewhere, or to itself', () => {
    const objected = object(STRANGER, given(), WHY, at(60)).next
    expect(() => rule(SECRETARY, objected, { isUpheld: true, destination: LIUSHU }, WHY, at(61))).toThrow('ticket.only-sub-district')
    for (const destination of [LIUSHU, THIRD, WATER, ABOVE]) {
      const ruled = rule(STAFF, objected, { isUpheld: true, destination }, WHY, at(61)).next
      expect(ruled).toMatchObject({ holderUnitId: destination.to.id, moves: [{ isUpheld: true }, { how: 'ruling' }] })
    }
    expect(() => rule(STAFF, objected, { isUpheld: true, destination: null }, WHY, at(61))).toThrow('ticket.ruling-missing')
    expect(() => rule(STAFF, objected, { isUpheld: null, destination: LIUSHU }, WHY, at(61))).toThrow('ticket.ruling-missing')
  })

  it('a ruling counts as no hop, and nobody may object to it', () => {
    const objected = object(STRANGER, given(), WHY, at(60)).next
    const back = rule(STAFF, objected, { isUpheld: true, destination: LIUSHU }, WHY, at(61)).next
    expect(() => object(SECRETARY, back, WHY, at(62))).toThrow('ticket.nothing-to-object')
    expect(transfer(SECRETARY, back, THIRD, WHY, at(62)).next.holderUnitId).toBe('banmu')
    expect(() => transfer(SECRETARY, back, TAOYUAN, WHY, at(62))).toThrow('ticket.return-to-sender')
  })
})

describe('the way up', () => {
  it('the village hands it up, the sub-district meets and hands it back', () => {
    const above = escalate(SECRETARY, freshTicket(), WHY, at(20)).next
    expect(waysActionsFor(SECRETARY, above, at(21))).toEqual(['set-topic'])
    expect(() => escalate(STAFF, above, WHY, at(21))).toThrow('ticket.held-above')
    const minutes = { heldOn: '2026-09-14', attendees: '吴立、孙静、李建国', decision: '街道出钱，村里明天开挖' }
    expect(() => recordMinutes(SECRETARY, above, minutes, 'm', at(30))).toThrow('ticket.only-sub-district')
    expect(() => recordMinutes(STAFF, above, { ...minutes, heldOn: '2026-09-13' }, 'm', at(30))).toThrow('ticket.minutes-day')
    expect(() => recordMinutes(STAFF, above, { ...minutes, heldOn: '2026-09-15' }, 'm', at(30))).toThrow('ticket.minutes-day')
    const met = recordMinutes(STAFF, above, minutes, 'm', at(29))
    expect(met.facts.map(({ type }) => type)).toEqual(['ticket.responded', 'ticket.minutes-recorded'])
    const back = rule(STAFF, met.next, { isUpheld: null, destination: LIUSHU }, WHY, at(31)).next
    expect(back).toMatchObject({ holderUnitId: 'liushu', moves: [{ how: 'escalation' }, { how: 'ruling' }] })
    expect(() => rule(STAFF, met.next, { isUpheld: null, destination: THIRD }, WHY, at(31))).toThrow('ticket.not-handed-back')
  })

  it('after a second rejection it stays there', () => {
    let ticket = freshTicket()
    for (const round of [1, 2]) {
      ticket = close(SECRETARY, ticket, { ...words('管道通开了'), outcome: 'settled', reason: null }, NINE + round * HOUR_MS).next
      ticket = reject(GRANDMOTHER, ticket, words('又堵了'), NINE + round * HOUR_MS + 1).next
    }
    expect(() => transfer(STAFF, ticket, TAOYUAN, WHY, at(200))).toThrow('ticket.stays-above')
    expect(actionsFor(STAFF, ticket, at(200))).not.toContain('rule')
    const held = minutesByHolder(ticket, at(180)).map(({ unitId, minutes }) => [unitId, minutes])
    expect(held).toEqual([['liushu', 120], ['qingxi', 60]])
  })
})

it('the sub-district is offered those places that it can put it, unasked, on an objection, and from above', () => {
  const objected = object(STRANGER, given(), words('断的那一段在柳树村里'), at(55)).next
  const above = rule(STAFF, given(), { isUpheld: null, destination: ABOVE }, WHY, at(55)).next
  const offers: readonly (readonly [Ticket, readonly string[]])[] = [
    [freshTicket(), ['qingxi']], [given(), ['qingxi']], [objected, ['liushu', 'banmu', 'water', 'qingxi']],
    [above, ['liushu', 'taoyuan']], [{ ...freshTicket(), visibility: 'confidential' }, []],
  ]
  for (const [ticket, offered] of offers) {
    const all = [LIUSHU, TAOYUAN, THIRD, WATER, ABOVE, FAR]
    const may = all.filter((destination) => refusalOfRuling(ticket, destination) === null)
    expect(may.map(({ to }) => to.id)).toEqual(offered)
    const isUpheld = ticket === objected ? true : null
    for (const destination of may) {
      expect(rule(STAFF, ticket, { isUpheld, destination }, WHY, at(56)).next.holderUnitId).toBe(destination.to.id)
    }
  }
})

it('what is confidential goes nowhere', () => {
  const ticket: Ticket = { ...freshTicket(), visibility: 'confidential', holderUnitId: 'qingxi' }
  expect(() => transfer(STAFF, ticket, TAOYUAN, WHY, at(1))).toThrow('ticket.confidential-stays')
  expect(() => rule(STAFF, ticket, { isUpheld: null, destination: LIUSHU }, WHY, at(1))).toThrow('ticket.confidential-stays')
})
