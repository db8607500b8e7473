import { DomainError, MINUTE_MS } from '@huiying/shared/kernel'
import type { TicketView } from '@huiying/shared/tickets'
import fc from 'fast-check'
import { dutyStory, type DutyStory } from '../support/duty-story'

const PEOPLE = ['li', 'chen', 'zhao', 'he'] as const
const DAYS = ['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17'] as const
const SEATS = ['lead', 'member'] as const

const person = fc.constantFrom(...PEOPLE)
const day = fc.constantFrom(...DAYS)
const seat = fc.constantFrom(...SEATS)
const act = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 14 * 60 }) }),
  fc.record({ kind: fc.constant('take-over' as const), who: person, on: day, seat }),
  fc.record({ kind: fc.constant('leave' as const), who: person, on: day, length: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constant('swap' as const), who: person, whom: person, on: day, seat, returnOn: fc.option(day) }),
  fc.record({ kind: fc.constant('edit' as const), on: day, seat, who: fc.option(person) }),
  fc.record({ kind: fc.constant('submit' as const), whom: fc.option(person) }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** What moves duty moves no deadline, and no minute is lost or counted twice, whatever comes in whatever order. */
describe('leave, swaps, absence, hand-over and edits', () => {
  it('leave every deadline as submitted, and account every minute', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const story = await dutyStory()
        try {
          await story.sits()
          const promised = new Map<string, TicketView>()
          for (const one of [{ kind: 'submit', whom: null } as const, ...acts]) {
            await step(story, promised, one)
            if (one.kind === 'wait') await story.server.settle()
            for (const before of promised.values()) {
              const after = await story.view(before.id)
              hold(before, after, story.fresh.clock.at())
              promised.set(before.id, after)
            }
          }
          await nobodySitsTwice(story)
        } finally {
          await story.close()
        }
      }),
      { numRuns: 25, seed: 20260914 },
    )
  }, 120_000)
})

async function step(story: DutyStory, promised: Map<string, TicketView>, one: Act): Promise<void> {
  const { fresh, server, roster, view } = story
  const slotOf = async (on: string, name: string): Promise<string> => {
    const rows = await fresh.reads.query<{ id: string }>(
      'SELECT id FROM duty_slots WHERE duty_on = ? AND seat = ? ORDER BY from_at DESC LIMIT 1', [on, name])
    return rows[0]?.id ?? ''
  }
  switch (one.kind) {
    case 'wait':
      return fresh.clock.advance(one.minutes * MINUTE_MS + 7)
    case 'submit': {
      const ticketId = await server.submit('wang', { addresseeId: one.whom })
      promised.set(ticketId, await view(ticketId))
      return
    }
    case 'take-over':
      return allowRefusal(async () => roster.takeOver(one.who, await slotOf(one.on, one.seat)))
    case 'leave':
      return allowRefusal(() => {
        const toOn = DAYS[Math.min(3, DAYS.indexOf(one.on) + one.length)] ?? one.on
        return roster.leave(one.who, one.on, toOn)
      })
    case 'swap':
      return allowRefusal(async () => {
        const inReturn = one.returnOn === null ? null : await slotOf(one.returnOn, one.seat)
        const swapId = await roster.askSwap(one.who, await slotOf(one.on, one.seat), one.whom, inReturn)
        await roster.answerSwap(one.whom, swapId, true)
      })
    case 'edit':
      return allowRefusal(async () => {
        const rows = await fresh.reads.query<{ person_id: string | null }>('SELECT person_id FROM duty_slots WHERE id = ?', [await slotOf(one.on, one.seat)])
        await roster.edit('sun', '2026-09', {
          villageId: 'liushu', on: one.on, seat: one.seat, seenPersonId: rows[0]?.person_id ?? null, personId: one.who,
        })
      })
  }
}

/** Many of the acts are refused, as they should be; nothing else may go wrong. */
async function allowRefusal(act: () => Promise<unknown>): Promise<void> {
  await act().catch((error: unknown) => {
    if (!(error instanceof DomainError) || !error.code.startsWith('roster.')) throw error
  })
}

function hold(before: TicketView, after: TicketView, now: number): void {
  expect([after.responseDueAt, after.cycle.closureDueAt]).toEqual([before.responseDueAt, before.cycle.closureDueAt])
  const { held, submittedAt } = after
  expect(held.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(Math.floor((now - submittedAt) / MINUTE_MS))
  expect(held.map(({ fromAt }) => fromAt)).toEqual([submittedAt, ...held.slice(0, -1).map(({ toAt }) => toAt)])
  expect(held.at(-1)?.toAt).toBe(now)
  expect(held.every(({ person: who }) => who !== null)).toBe(true)
  // Whoever had it, had it: nothing that is done later changes the past.
  expect(withinFirst(held, before.now)).toEqual(withinFirst(before.held, before.now))
}

function withinFirst(held: TicketView['held'], until: number): readonly string[] {
  const earlier = held.filter(({ fromAt }) => fromAt < until)
  return earlier.map(({ person: who, seat: sat, fromAt }) => `${who?.personId} ${sat} ${fromAt}`)
}

async function nobodySitsTwice({ fresh }: DutyStory): Promise<void> {
  const rows = await fresh.reads.query<{ n: number }>(
    'SELECT COUNT(*) AS n FROM duty_slots WHERE to_at > ? AND person_id IS NOT NULL GROUP BY duty_on, person_id', [fresh.clock.at()])
  expect(rows.map(({ n }) => Number(n)).filter((n) => n > 1)).toEqual([])
  const cells = await fresh.reads.query<{ n: number }>(
    'SELECT COUNT(*) AS n FROM duty_slots WHERE to_at > ? GROUP BY duty_on, seat', [fresh.clock.at()])
  expect(cells.map(({ n }) => Number(n)).filter((n) => n > 1)).toEqual([])
}
