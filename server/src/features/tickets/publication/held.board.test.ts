import { DAY_MS } from '@huiying/shared/kernel'
import { PAGE_SIZE } from '@huiying/shared/tickets'
import { villageStory, type VillageStory } from '../../../../test/support/village-story'
import { FileUrlSigner } from '../../files/public'
import { forgetReporters } from '../forget-reporters'
import { contentCheckTable } from './content-check.table'
import { withheldContents } from './held.board'

describe('what was not shown to all', () => {
  let story: VillageStory
  beforeEach(async () => {
    story = await villageStory()
  })
  afterEach(() => story.fresh.close())

  it('is listed page by page, what was decided last first, each once, and goes with its reporter', async () => {
    const { fresh, server } = story
    const { unitOfWork, clock, reads } = fresh.database
    const signer = new FileUrlSigner('a key for tests only, 32 characters')
    const pageFrom = async (cursor: string | null, who = 'sun') =>
      withheldContents(reads, signer, await server.as(who), await clock.now(), cursor)
    const [ended, running] = [await server.submit('wang'), await server.submit('zhao')]
    const withhold = async (ticketId: string, name: string, times: number, isSameInstant: boolean): Promise<void> =>
      unitOfWork.run(async (work) => work.insert(contentCheckTable, ...Array.from({ length: times }, (_, at) => ({
        id: `${name}-${String(at).padStart(2, '0')}`, kind: 'photo' as const, ticketId, messageId: null,
        subDistrictId: 'qingxi', state: 'withheld' as const, dueAt: null, createdAt: work.now, attempts: 0, asked: 0,
        traceId: null, why: 'review' as const, heldAt: work.now - at,
        // The longer it was held, the later it was decided.
        decidedAt: work.now + (isSameInstant ? 0 : at), decidedBy: 'sun',
      }))))
    // Decided in one instant, so that only their ids tell where the first page ends.
    await withhold(running, 'running', PAGE_SIZE + 2, true)
    fresh.clock.advance(DAY_MS)
    await withhold(ended, 'ended', 3, false)

    const first = await pageFrom(null)
    expect(first.rows.slice(0, 4).map(({ id }) => id)).toEqual(['ended-02', 'ended-01', 'ended-00', `running-${PAGE_SIZE + 1}`])
    expect(first.rows).toHaveLength(PAGE_SIZE)
    const second = await pageFrom(first.nextCursor)
    expect([second.rows.length, second.nextCursor]).toEqual([5, null])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(PAGE_SIZE + 5)
    expect((await pageFrom("0.x' OR 1=1")).rows[0]?.id).toBe('ended-02')
    expect([(await pageFrom(null, 'li')).rows, (await pageFrom(null, 'tang')).rows]).toEqual([[], []])

    await server.reply('li', ended, '我九点半到')
    await server.close('li', ended, '管道通开了')
    await server.rate('wang', ended)
    fresh.clock.advance(20 * 366 * DAY_MS)
    expect(await forgetReporters(unitOfWork, reads, await clock.now(), async () => undefined)).toBe(1)
    expect((await pageFrom(null)).rows[0]?.id).toBe(`running-${PAGE_SIZE + 1}`)
  })
})
