import type { TimelineStep } from '@huiying/shared/tickets'
import { heldWords, holderWords, reroutedWords, showsHeld } from './holding'
import { COMMITTEE, minutesLater, SECRETARY, ticketView } from './testing/ticket-view'
import { trackOf } from './track'

const rerouted = (change: Partial<TimelineStep> = {}): TimelineStep => ({
  at: minutesLater(20), type: 'ticket.rerouted', who: null, cycle: null, from: SECRETARY, to: COMMITTEE, why: 'leave', ...change,
})

test('says who is to answer, until somebody has', () => {
  expect(holderWords(ticketView())).toBe('现在该 李国强 书记 回您')
  expect(holderWords(ticketView({ role: 'handler', heldBy: COMMITTEE }))).toBe('现在该 张桂芳 委员 回')
  expect(holderWords(ticketView({ respondedAt: minutesLater(5) }))).toBeNull()
  expect(holderWords(ticketView({ heldBy: null }))).toBeNull()
})

test('why it went to somebody else', () => {
  expect(reroutedWords(rerouted())).toBe('李国强请假，转给张桂芳')
  expect(reroutedWords(rerouted({ why: 'hand-over' }))).toBe('李国强交班，转给张桂芳')
  expect(reroutedWords(rerouted({ why: 'swap' }))).toBe('李国强换了班，转给张桂芳')
  expect(reroutedWords(rerouted({ why: 'absence' }))).toBe('李国强没来接班，转给张桂芳')
  expect(reroutedWords(rerouted({ why: 'taken-over' }))).toBe('张桂芳接了班，由张桂芳来回')
  expect(reroutedWords(rerouted({ why: 'roster-changed' }))).toBe('值班的人换了，转给张桂芳')
  expect(reroutedWords(rerouted({ to: null }))).toBe('李国强请假，还没人接，街道看得到')
  expect(reroutedWords(rerouted({ from: null }))).toBe('值班的人换了，转给张桂芳')
})

test('the track names it where it happened, and never more than the last three', () => {
  const unread = trackOf(ticketView({ timeline: [rerouted()] }), minutesLater(25))
  expect(unread.slice(0, 3).map(({ key }) => key)).toEqual(['delivered', `rerouted-${minutesLater(20)}`, 'read'])
  const read = ticketView({ timeline: [rerouted()], readers: [{ ...SECRETARY, at: minutesLater(4) }] })
  expect(trackOf(read, minutesLater(25)).slice(0, 3).map(({ key }) => key)).toEqual(
    ['delivered', 'read', `rerouted-${minutesLater(20)}`])
  expect(unread[1]).toMatchObject({ title: '李国强请假，转给张桂芳', note: '今天上午9:20 · 回应的时间不变', state: 'done' })
  const timeline = [1, 2, 3, 4].map((minute) => rerouted({ at: minutesLater(minute) }))
  const keys = trackOf(ticketView({ timeline }), minutesLater(25)).map(({ key }) => key)
  expect(keys.filter((key) => key.startsWith('rerouted'))).toEqual([2, 3, 4].map((minute) => `rerouted-${minutesLater(minute)}`))
  expect(new Set(keys).size).toBe(keys.length)
})

test('whom it was with and how long', () => {
  const stretch = { person: COMMITTEE, seat: 'member', fromAt: 0, toAt: 1, minutes: 75 } as const
  expect(heldWords(stretch)).toEqual({ who: '张桂芳 委员 · 值班', length: '1 小时 15 分钟' })
  expect(heldWords({ ...stretch, seat: null, minutes: 0 })).toEqual({ who: '张桂芳 委员 · 没人值班，先接着', length: '不到 1 分钟' })
  expect(heldWords({ ...stretch, person: null }).who).toBe('没有人接')
  const unit = { id: 'v2', kind: 'village', name: '桃园村' } as const
  expect(heldWords({ ...stretch, unit, person: { ...COMMITTEE, unitName: '桃园村' } }).who).toBe('张桂芳 桃园村委员 · 值班')
  expect(heldWords({ ...stretch, unit }).who).toBe('桃园村 张桂芳 委员 · 值班')
  expect(heldWords({ ...stretch, unit, person: null }).who).toBe('桃园村 没有人接')
  expect(showsHeld(ticketView({ held: [stretch] }))).toBe(false)
  expect(showsHeld(ticketView({ held: [stretch], responseMissed: true }))).toBe(true)
  expect(showsHeld(ticketView({ held: [stretch, stretch] }))).toBe(true)
  expect(showsHeld(ticketView({ held: [stretch, stretch], role: 'neighbour' }))).toBe(false)
})
