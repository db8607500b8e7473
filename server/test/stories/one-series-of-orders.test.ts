import { DAY_MS } from '@huiying/shared/kernel'
import type { Database } from '../../src/platform/database/open-database'
import { IssueRosterOrder } from '../../src/features/roster/issue-roster-order'
import { settleRoster, slotOf } from '../support/duty-roster'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database'
import { serverInHand, type ServerInHand } from '../support/server-in-hand'
import { settleSmallVillage } from '../support/small-village'
import { startTestWeChat, type TestWeChat } from '../support/wechat'

describe('supervision orders about grievances and about duty, from two servers at once', () => {
  let fresh: FreshDatabase
  let weChat: TestWeChat
  let databases: readonly [Database, Database]
  let servers: readonly [ServerInHand, ServerInHand]

  beforeEach(async () => {
    fresh = await freshDatabase()
    weChat = await startTestWeChat()
    await settleSmallVillage(fresh.database)
    databases = [fresh.database, await fresh.openAnother()]
    servers = [serverInHand(databases[0], weChat.client), serverInHand(databases[1], weChat.client)]
  })
  afterEach(async () => {
    await weChat.standIn.stop()
    await fresh.close()
  })

  async function issue({ unitOfWork, ids }: Database, subjectId: string): Promise<void> {
    await new IssueRosterOrder(unitOfWork, ids).execute(await servers[0].as('sun'), { cause: 'hole', subjectId })
  }

  it('count in one series without gaps', async () => {
    const days = ['2026-09-16', '2026-09-17', '2026-09-18', '2026-09-21']
    await settleRoster(fresh.database, days.map((on) => slotOf('liushu', [on, 'lead', null])))
    for (let count = 0; count < 4; count += 1) await servers[0].submit('wang')
    fresh.clock.advance(DAY_MS + 1)
    await Promise.all([
      ...servers.map((server) => server.timers.drain()),
      ...days.map((on, index) => issue(databases[index % 2 === 0 ? 0 : 1], `liushu-${on}-lead`)),
    ])
    await Promise.all(servers.map((server) => server.settle()))
    const rows = await fresh.reads.query<{ sequence: number }>(
      'SELECT sequence FROM supervision_orders UNION ALL SELECT sequence FROM roster_orders',
    )
    const sequences = rows.map(({ sequence }) => Number(sequence)).sort((one, other) => one - other)
    expect(sequences).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('issue one order for one trouble, whoever of two is faster', async () => {
    await settleRoster(fresh.database, [slotOf('liushu', ['2026-09-16', 'lead', null])])
    const outcomes = await Promise.allSettled(databases.map((database) => issue(database, 'liushu-2026-09-16-lead')))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult
    expect(String(refused.reason)).toContain('roster.order-issued-already')
    await servers[0].submit('wang')
    fresh.clock.advance(DAY_MS + 1)
    await servers[1].settle()
    const rows = await fresh.reads.query<{ number: string }>('SELECT number FROM supervision_orders')
    expect(rows).toEqual([{ number: '督〔2026〕2号' }])
  })
})
