import fc from 'fast-check'
import { dayOf, daysOfMonth, NATIONAL_YEARS } from '../calendar'
import type { Post } from '../identity'
import { DAY_MS, HOUR_MS, MINUTE_MS, type CalendarDate } from '../kernel'
import type { GenerationInput, GenerationResult, GenerationVillage, PlannedCell } from './generation'
import { generateMonth } from './generate-month'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { spanOf } from './shift'
import { china, inputOf, leaveFrom, names, postOf } from './testing/generation-world'

const isRestDay = (on: CalendarDate): boolean => dayOf(NATIONAL_YEARS, on).kind !== 'working-day'

describe('whatever the sub-district looks like', () => {
  it('the same input makes the same month, in whatever order it is written down', () => {
    fc.assert(fc.property(world(), fc.integer({ min: 0, max: 1_000 }), (input, seed) => {
      const shuffled: GenerationInput = {
        ...input,
        villages: input.villages.map((village) => ({ ...village, posts: shuffle(village.posts, seed) })),
        leaders: shuffle(input.leaders, seed),
        leaves: shuffle(input.leaves, seed),
        past: shuffle(input.past, seed),
      }
      expect(generateMonth(shuffled)).toEqual(generateMonth(input))
    }), { numRuns: 40 })
  })

  it('nobody has two seats on a day; leave and posts are kept to', () => {
    fc.assert(fc.property(world(), (input) => {
      const { cells } = generateMonth(input)
      const taken = cells.flatMap(({ on, personId }) => (personId === null ? [] : [`${on} ${personId}`]))
      expect(taken.filter((key, index) => taken.indexOf(key) !== index)).toEqual([])
      expect(cells.filter((cell) => cell.personId !== null && !mayBeThere(input, cell))).toEqual([])
    }), { numRuns: 60 })
  })

  it('every working day has lead and member, every other day a member, or a note says why not', () => {
    fc.assert(fc.property(world(), (input) => {
      const result = generateMonth(input)
      for (const { villageId } of input.villages) {
        for (const on of daysOfMonth(input.month)) {
          const own = result.cells.filter((cell) => cell.villageId === villageId && cell.on === on)
          const seats = own.map(({ seat }) => seat).filter((seat) => seat === 'lead' || seat === 'member')
          expect([on, seats]).toEqual([on, isRestDay(on) ? ['member'] : ['lead', 'member']])
          for (const { seat, personId } of own) {
            const codes = personId === null ? holeCodes(result, villageId, seat, on) : ['none needed']
            expect([on, codes]).toEqual([on, [expect.any(String)]])
          }
        }
      }
    }), { numRuns: 60 })
  })

  it('nobody sits empty while somebody could: a hole means that everybody is away or busy', () => {
    fc.assert(fc.property(world(), (input) => {
      const { cells } = generateMonth(input)
      for (const hole of cells.filter(({ personId }) => personId === null)) {
        const village = input.villages.find(({ villageId }) => villageId === hole.villageId)
        const busy = new Set(cells.filter(({ on }) => on === hole.on).map(({ personId }) => personId))
        const people = new Set(village?.posts.map(({ personId }) => personId).filter((personId) => !busy.has(personId)))
        expect([hole, [...people].filter((personId) => mayBeThere(input, { ...hole, personId }))]).toEqual([hole, []])
      }
    }), { numRuns: 60 })
  })
})

/** Three or four villages with all that is unusual: few members, none, one lead, people with posts in two villages. */
function world(): fc.Arbitrary<GenerationInput> {
  const people = names('p', 9)
  const somebody = fc.constantFrom(...people)
  const post = (villageId: string): fc.Arbitrary<Post> => fc.tuple(
    somebody, fc.constantFrom('secretary', 'director', 'committee-member', 'committee-member', 'stationed-cadre'),
    fc.option(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 700 })), { freq: 2 }),
  ).map(([personId, kind, span]) => {
    const fromAt = span === null ? 0 : china('2026-05-01') + span[0] * DAY_MS
    return postOf(personId, kind, villageId, { fromAt, toAt: span === null ? null : fromAt + span[1] * 3 * HOUR_MS })
  })
  const village = (villageId: string): fc.Arbitrary<GenerationVillage> =>
    fc.tuple(fc.uniqueArray(post(villageId), { maxLength: 7, selector: ({ id }) => id }), fc.boolean())
      .map(([posts, isMarked]) => ({ villageId, isMarked, posts }))
  const leave = fc.tuple(somebody, fc.integer({ min: 0, max: 91 }), fc.integer({ min: 0, max: 12 }))
    .map(([personId, from, length]) => leaveFrom('2026-05-01', personId, [from, length]))
  const titles = ['党工委书记', '办事处主任', null]
  return fc.record({
    villages: fc.tuple(village('v0'), village('v1'), village('v2')),
    leaves: fc.array(leave, { maxLength: 12 }),
    leaders: fc.constant(titles.map((charge, n) => postOf(`leader${n}`, 'leader', 'qingxi', { charge }))),
    hasPast: fc.boolean(),
  }).map(({ villages, leaves, leaders, hasPast }) => {
    const past = hasPast ? generateMonth(inputOf('2026-06', villages, { leaves, leaders })).cells : []
    return inputOf('2026-07', villages, { leaves, leaders, past })
  })
}

/** Written down once more, so that the generator is not asked to judge itself. */
function mayBeThere(input: GenerationInput, { villageId, on, seat, personId }: PlannedCell): boolean {
  if (input.leaves.some((leave) => leave.personId === personId && leave.fromOn <= on && on <= leave.toOn)) return false
  const kinds = {
    lead: ['secretary', 'director'],
    member: ['committee-member', 'secretary', 'director'],
    stationed: ['stationed-cadre'],
    leader: ['leader'],
  }[seat]
  const village = input.villages.find((one) => one.villageId === villageId)
  const posts = [...input.leaders, ...(village?.posts ?? [])]
  const own = posts.filter((post) => post.personId === personId && kinds.includes(post.kind))
  const { fromAt, toAt } = spanOf(seat, on, DEFAULT_ROSTER_TERMS)
  const quarterMs = 15 * MINUTE_MS
  return Array.from({ length: Math.ceil((toAt - fromAt) / quarterMs) }, (_, quarter) => fromAt + quarter * quarterMs)
    .every((at) => own.some((post) => post.fromAt <= at && (post.toAt === null || at < post.toAt)))
}

function holeCodes({ notes }: GenerationResult, villageId: string, seat: string, on: CalendarDate): readonly string[] {
  return notes
    .filter((note) => note.villageId === villageId && note.seat === seat && note.weight === 'hole')
    .filter(({ days }) => days.length === 0 || days.includes(on))
    .map(({ code }) => code)
}

function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const rank = (index: number): number => (index * 7_919 + seed * 104_729 + index * index * seed) % 1_009
  const ranked = items.map((item, index) => ({ item, rank: rank(index + 1) }))
  return ranked.sort((one, other) => one.rank - other.rank).map(({ item }) => item)
}
