import { DAY_MS, HOUR_MS, startOfChinaDay } from '../kernel'
import type { Post, PostKind } from '../identity'
import { onDutyAt } from './duty'
import { dutyDay, setDuty } from './set-duty'

const today = startOfChinaDay('2026-09-14')
const now = today + 9 * HOUR_MS

let count = 0
function post(personId: string, kind: PostKind, fromAt = 0, toAt: number | null = null): Post {
  return { id: `post-${++count}`, personId, kind, unitId: 'village', charge: null, fromAt, toAt }
}

const cadres = [post('wang', 'secretary'), post('li', 'director'), post('zhao', 'committee-member'), post('chen', 'accountant')]

/** The on-duty posts there are after a change. */
function after(onDuty: readonly Post[], on: string, personIds: readonly string[], at = now): readonly Post[] {
  const change = setDuty(dutyDay(on, at), personIds, cadres, onDuty)
  const gone = new Set(change.dropped.map(({ id }) => id))
  const ended = new Map(change.ended.map((one) => [one.id, one]))
  return [
    ...onDuty.filter(({ id }) => !gone.has(id)).map((one) => ended.get(one.id) ?? one),
    ...change.added.map(({ personId, fromAt, toAt }) => post(personId, 'on-duty', fromAt, toAt)),
  ]
}

describe('setting who sits', () => {
  test('tomorrow: from midnight to midnight in China', () => {
    const [li] = after([], '2026-09-15', ['li'])
    expect(li).toMatchObject({ personId: 'li', fromAt: today + DAY_MS, toAt: today + 2 * DAY_MS })
  })

  test('today: from now on, and whoever sat until now stays on record', () => {
    const morning = post('li', 'on-duty', today, today + DAY_MS)
    const posts = after([morning], '2026-09-14', ['zhao'])
    expect(onDutyAt([...cadres, ...posts], now - 1)).toEqual(['li'])
    expect(onDutyAt([...cadres, ...posts], now)).toEqual(['zhao'])
    expect(posts.find(({ id }) => id === morning.id)).toMatchObject({ toAt: now })
  })

  test('whoever stays keeps his post; the same person twice sits once', () => {
    const li = post('li', 'on-duty', today, today + DAY_MS)
    expect(after([li], '2026-09-14', ['li', 'zhao', 'zhao']).map(({ personId }) => personId)).toEqual(['li', 'zhao'])
    expect(after([li], '2026-09-14', ['li'])).toEqual([li])
  })

  test('the last word of two in the same instant holds', () => {
    const first = after([], '2026-09-14', ['li'])
    expect(after(first, '2026-09-14', ['zhao']).map(({ personId }) => personId)).toEqual(['zhao'])
  })

  test('a post over several days: the one day is taken out, the days after it stand', () => {
    const week = post('li', 'on-duty', today, null)
    const posts = after([week], '2026-09-16', ['zhao'])
    const sits = (days: number) => onDutyAt([...cadres, ...posts], today + days * DAY_MS)
    expect([sits(1), sits(2), sits(3)]).toEqual([['li'], ['zhao'], ['li']])
  })

  test('nobody: the village falls back on its secretary', () => {
    const posts = after([post('li', 'on-duty', today, today + DAY_MS)], '2026-09-14', [])
    expect(onDutyAt([...cadres, ...posts], now)).toEqual(['wang'])
  })

  test.each([['an accountant', 'chen'], ['a stranger', 'nobody']])('%s cannot be put on duty', (_, personId) => {
    expect(() => after([], '2026-09-15', [personId])).toThrow('identity.duty-not-cadre')
  })

  test.each(['2026-09-13', '2026-02-30', 'tomorrow', '9999-12-31'])('no such day: %s', (on) => {
    expect(() => dutyDay(on, now)).toThrow('identity.date-invalid')
  })

  test('the last millisecond of a day still is that day', () => {
    expect(dutyDay('2026-09-14', today + DAY_MS - 1).fromAt).toBe(today + DAY_MS - 1)
    expect(() => dutyDay('2026-09-14', today + DAY_MS)).toThrow('identity.date-invalid')
  })
})
