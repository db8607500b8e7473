import { DAY_MS } from '@huiying/shared/kernel'
import { WITHHELD_ROWS } from '@huiying/shared/tickets'
import { villageStory, type VillageStory } from '../../../../test/support/village-story'
import { FileUrlSigner } from '../../files/public'
import { forgetReporters } from '../forget-reporters'
import { contentCheckTable } from './content-check.table'
import { heldContents } from './held.board'

describe('what was not shown to all', () => {
  let story: VillageStory
  beforeEach(async () => {
    story = await villageStory()
  })
  afterEach(() => story.fresh.close())

  it('is listed from the newest on, says how much more there is, and goes with its reporter', async () => {
    const { fresh, server } = story
    const { unitOfWork, clock, reads } = fresh.database
    const signer = new FileUrlSigner('a key for tests only, 32 characters')
    const listed = async (): Promise<readonly [number, number, string | undefined]> => {
      const { withheld, withheldCount } = await heldContents(reads, signer, await server.as('sun'), await clock.now())
      return [withheld.length, withheldCount, withheld[0]?.id]
    }
    const [ended, running] = [await server.submit('wang'), await server.submit('zhao')]
    const withhold = async (ticketId: string, name: string, times: number): Promise<void> =>
      unitOfWork.run(async (work) => work.insert(contentCheckTable, ...Array.from({ length: times }, (_, at) => ({
        id: `${name}-${at}`, kind: 'photo' as const, ticketId, messageId: null, subDistrictId: 'qingxi',
        state: 'withheld' as const, dueAt: null, createdAt: work.now, attempts: 0, asked: 0, traceId: null,
        why: 'review' as const, heldAt: work.now + at, decidedAt: work.now + at, decidedBy: 'sun',
      }))))
    await withhold(running, 'running', WITHHELD_ROWS)
    expect(await listed()).toEqual([WITHHELD_ROWS, WITHHELD_ROWS, `running-${WITHHELD_ROWS - 1}`])
    fresh.clock.advance(DAY_MS)
    await withhold(ended, 'ended', 3)
    expect(await listed()).toEqual([WITHHELD_ROWS, WITHHELD_ROWS + 3, 'ended-2'])

    await server.reply('li', ended, '我九点半到')
    await server.close('li', ended, '管道通开了')
    await server.rate('wang', ended)
    fresh.clock.advance(20 * 366 * DAY_MS)
    expect(await forgetReporters(unitOfWork, reads, await clock.now(), () => undefined)).toBe(1)
    expect(await listed()).toEqual([WITHHELD_ROWS, WITHHELD_ROWS, `running-${WITHHELD_ROWS - 1}`])
  })
})
