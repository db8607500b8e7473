import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel'
import type { ContentCheck } from './content-check'
import { afterAnswer, afterSilence, awaitsVerdict, checksWanted, isForNeighbours, VERDICT_WAIT_MS } from './publication'

const NINE = Date.parse('2026-09-14T09:00:00+08:00')
const TICKET = {
  id: 't1', subDistrictId: 'qingxi', visibility: 'village', status: 'submitted', photoIds: ['p1', 'p2'], voiceId: 'v1',
  openFileIds: null, publishedAt: null,
} as const
const REPLY = {
  id: 'm1', side: 'handler', kind: 'reply', photoIds: [], voiceId: 'v2', openFileIds: null, publishedAt: null,
} as const

const wanted = (ticket: object, ...messages: readonly object[]): readonly string[] =>
  checksWanted({ ...TICKET, ...ticket }, messages.map((one) => ({ ...REPLY, ...one })), NINE).map(({ id }) => id)

describe('what must be looked at', () => {
  it('is what neighbours will see and nobody has looked at: words, pictures, the voices of those who answer', () => {
    expect(wanted({})).toEqual(['t1', 'p1', 'p2'])
    expect(wanted({ publishedAt: NINE, openFileIds: ['p1'] }, {})).toEqual(['p2', 'm1', 'v2'])
    expect(wanted({ publishedAt: NINE, openFileIds: ['p1', 'p2'] }, { publishedAt: NINE, openFileIds: ['v2'] })).toEqual([])
  })

  it.each([
    { visibility: 'confidential' }, { visibility: 'handlers' }, { status: 'withdrawn' },
  ])('is nothing of %j', (changes) => {
    expect(wanted(changes, {})).toEqual([])
  })

  it.each([
    { side: 'reporter', kind: 'message' }, { kind: 'transfer' }, { kind: 'task' }, { kind: 'withheld' }, { kind: 'published' },
  ])('is no message that no neighbour reads: %j', (changes) => {
    expect(isForNeighbours({ ...REPLY, ...changes } as typeof REPLY)).toBe(false)
    expect(wanted({ publishedAt: NINE, photoIds: [] }, changes)).toEqual([])
  })
})

describe('what follows from an answer', () => {
  const [check] = checksWanted(TICKET, [], NINE) as readonly [ContentCheck]

  it('only a pass opens; doubt, and nobody to ask about, is for a person', () => {
    expect(afterAnswer(check, { says: 'pass' }, NINE)).toBe('open')
    for (const says of ['review', 'risky', 'unasked'] as const) {
      expect(afterAnswer(check, { says }, NINE)).toMatchObject({ state: 'held', why: says, heldAt: NINE, dueAt: null })
    }
  })

  it('without an answer it is asked again, less and less often, and for a day at most', () => {
    let [now, one, times]: [number, ContentCheck, number] = [NINE, check, 0]
    const pauses: number[] = []
    while (one.state === 'to-ask') {
      const next = afterAnswer(one, { says: 'nothing' }, now)
      if (next === 'open') throw new Error('silence opens nothing')
      one = next
      times += 1
      if (one.dueAt === null) break
      pauses.push(one.dueAt - now)
      now = one.dueAt
    }
    expect(one).toMatchObject({ state: 'held', why: 'silent', heldAt: NINE + VERDICT_WAIT_MS })
    expect(Math.max(...pauses)).toBe(HOUR_MS)
    expect([now - NINE, times < 50]).toEqual([DAY_MS, true])
  })

  it('a verdict that comes later is waited for half an hour, twice', () => {
    const asked = afterAnswer(check, { says: 'accepted', traceId: 'x' }, NINE) as ContentCheck
    expect(asked).toMatchObject({ state: 'asked', traceId: 'x', asked: 1, dueAt: NINE + 30 * MINUTE_MS })
    const again = afterSilence(asked, NINE)
    expect(again).toMatchObject({ state: 'to-ask', dueAt: NINE })
    const twice = afterAnswer(again, { says: 'accepted', traceId: 'y' }, NINE) as ContentCheck
    const given = afterSilence(twice, NINE)
    expect(given).toMatchObject({ state: 'held', why: 'silent' })
    // One that comes after all still counts, as long as nobody has decided and nothing worse was said.
    expect([awaitsVerdict(given), awaitsVerdict({ ...given, why: 'risky' }), awaitsVerdict({ ...given, state: 'withheld' })])
      .toEqual([true, false, false])
  })
})
