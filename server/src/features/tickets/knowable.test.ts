import type { PostKind, SeatedPost, Viewer } from '@huiying/shared/identity'
import { ABOUT_WHOM, handlesInConfidence, type AboutWhom } from '@huiying/shared/tickets'
import fc from 'fast-check'
import type { FreshDatabase } from '../../../test/support/fresh-database'
import { BLOCKED_SEWER } from '../../../test/support/server-in-hand'
import { postOf } from '../../../test/support/small-village'
import { villageStory } from '../../../test/support/village-story'
import { knowable } from './knowable'

const UNITS: Readonly<Record<string, readonly PostKind[]>> = {
  liushu: ['resident', 'secretary', 'stationed-cadre', 'admin'],
  taoyuan: ['resident', 'secretary'],
  qingxi: ['staff', 'leader', 'admin', 'officer'],
  yunling: ['staff', 'leader', 'officer'],
}
const POSTS = Object.entries(UNITS).flatMap(([unitId, kinds]) => kinds.map((kind) => [unitId, kind] as const))

/** A ticket as it can come to lie: who holds it, whom it is about, whom it is kept from. */
interface Lying {
  readonly holderUnitId: 'qingxi' | 'yunling'
  readonly about: AboutWhom | null
  readonly aboutPersonId: string | null
  readonly hiddenFrom: readonly string[] | null
}

const lying = fc.record<Lying>({
  holderUnitId: fc.constantFrom('qingxi', 'yunling'),
  about: fc.constantFrom(...ABOUT_WHOM, null),
  aboutPersonId: fc.constantFrom(null, 'sun', 'wu', 'li'),
  hiddenFrom: fc.constantFrom(null, [], ['sun'], ['wu', 'sun'], ['sunny']),
})
const viewers = fc
  .record({ personId: fc.constantFrom('sun', 'wu', 'tang'), held: fc.subarray([...POSTS], { maxLength: 3 }) })
  .map(({ personId, held }): Viewer => {
    const posts = held.map(([unitId, kind]): SeatedPost => postOf(personId, kind, unitId))
    return { accountId: personId, personId, posts }
  })

describe('what lists and counts may know of', () => {
  let fresh: FreshDatabase
  let ticketId: string

  beforeAll(async () => {
    const story = await villageStory()
    fresh = story.fresh
    ticketId = await story.server.submit('wang', { ...BLOCKED_SEWER, visibility: 'confidential' })
  })
  afterAll(() => fresh.close())

  it('is what the rule says, whoever looks and however the ticket lies', async () => {
    let known = 0
    await fc.assert(
      fc.asyncProperty(viewers, lying, async (viewer, { holderUnitId, about, aboutPersonId, hiddenFrom }) => {
        await fresh.unitOfWork.run(async (work) => work.write(
          'UPDATE tickets SET holder_unit_id = ?, about = ?, about_person_id = ?, hidden_from = ? WHERE id = ?',
          [holderUnitId, about, aboutPersonId, hiddenFrom === null ? null : JSON.stringify(hiddenFrom), ticketId],
        ))
        const { sql, params } = knowable(viewer)
        const rows = await fresh.reads.query(`SELECT t.id FROM tickets t WHERE ${sql}`, params)
        const ticket = { villageId: 'liushu', subDistrictId: 'qingxi', holderUnitId, about, aboutPersonId, hiddenFrom }
        const isKnown = handlesInConfidence(viewer, ticket)
        if (isKnown) known += 1
        expect(rows.length).toBe(isKnown ? 1 : 0)
      }),
      { numRuns: 1_200 },
    )
    expect(known).toBeGreaterThan(20)
  })

  it('leaves alone what was not said in confidence', async () => {
    await fresh.unitOfWork.run(async (work) => work.write("UPDATE tickets SET visibility = 'village' WHERE id = ?", [ticketId]))
    const { sql, params } = knowable({ accountId: 'a', personId: null, posts: [] })
    expect(await fresh.reads.query(`SELECT t.id FROM tickets t WHERE ${sql}`, params)).toHaveLength(1)
  })
})
