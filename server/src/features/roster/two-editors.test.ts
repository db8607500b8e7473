import { cellKey, type CellChange, type PlannedCell } from '@huiying/shared/roster'
import { settleDutyVillage } from '../../../test/support/duty-village'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { settleSmallVillage, viewerOf } from '../../../test/support/small-village'
import type { Database } from '../../platform/database/open-database'
import { ChangeCells } from './change-cells'
import { EnterLeave } from './enter-leave'
import { GenerateMonth } from './generate-month'
import { monthCellsOf } from './months'
import { PublishMonth } from './publish-month'

const MONTH = '2026-10'
const LEADS = ['li', 'chen']

/** Each on a server of his own, on the same data. */
describe('two people edit one month', () => {
  let fresh: FreshDatabase
  let servers: readonly Database[]
  beforeEach(async () => {
    fresh = await freshDatabase()
    await settleSmallVillage(fresh.database)
    await settleDutyVillage(fresh.database)
    servers = [fresh.database, await fresh.openAnother()]
  })
  afterEach(() => fresh.close())

  const server = (number: number): Database => servers[number] ?? fresh.database
  const generate = async (on: Database) =>
    new GenerateMonth(on.unitOfWork, on.ids).execute(await viewerOf(on, 'sun'), MONTH, { keepEdits: true })
  const publish = async (on: Database, seenRevision: number) =>
    new PublishMonth(on.unitOfWork, on.ids).execute(await viewerOf(on, 'sun'), MONTH, { seenRevision, acceptHoles: true })
  const change = async (on: Database, who: string, ...changes: readonly CellChange[]) =>
    new ChangeCells(on.unitOfWork, on.ids).execute(await viewerOf(on, who), MONTH, changes)
  const outcomes = async (...running: readonly Promise<unknown>[]): Promise<readonly string[]> =>
    (await Promise.allSettled(running)).map((one) => (one.status === 'fulfilled' ? 'done' : String((one.reason as Error).message))).sort()
  const month = async () => monthCellsOf(fresh.reads, 'qingxi', MONTH)
  const leadOn = async (on: string): Promise<PlannedCell> => {
    const cell = (await month())?.cells.find((one) => cellKey(one) === `liushu|${on}|lead`)
    if (cell === undefined) throw new Error(`nobody leads on ${on}`)
    return cell
  }
  /** The other of the two leads. */
  const handedOver = ({ villageId, on, seat, personId }: PlannedCell): CellChange =>
    ({ villageId, on, seat, seenPersonId: personId, personId: LEADS.find((one) => one !== personId) ?? null })

  test('different cells at the same time: both are kept, under revisions of their own', async () => {
    await generate(server(0))
    const [first, second] = [handedOver(await leadOn('2026-10-12')), handedOver(await leadOn('2026-10-13'))]
    expect(await outcomes(change(server(0), 'sun', first), change(server(1), 'li', second))).toEqual(['done', 'done'])
    expect([(await leadOn('2026-10-12')).personId, (await leadOn('2026-10-13')).personId]).toEqual([first.personId, second.personId])
    expect((await month())?.month.revision).toBe(3)
    const logged = await fresh.reads.query('SELECT revision FROM roster_changes ORDER BY revision')
    expect(logged).toEqual([{ revision: 2 }, { revision: 3 }])
  })

  test.each([1, 2, 3])('the same cell at the same time: one is kept, the other is refused and nothing of his is written (%i)', async () => {
    await generate(server(0))
    const shared = await leadOn('2026-10-12')
    const own = handedOver(await leadOn('2026-10-14'))
    const hole = { ...handedOver(shared), personId: null }
    expect(await outcomes(change(server(0), 'sun', handedOver(shared)), change(server(1), 'li', own, hole)))
      .toEqual(['done', 'roster.cell-changed'])
    const [left, right] = [(await leadOn('2026-10-12')).personId, (await leadOn('2026-10-14')).personId]
    expect([[handedOver(shared).personId, own.seenPersonId], [null, own.personId]]).toContainEqual([left, right])
    expect((await month())?.month.revision).toBe(2)
  })

  test('somebody publishes what another has just changed: he is told to look first', async () => {
    await generate(server(0))
    const changed = handedOver(await leadOn('2026-10-12'))
    await change(server(1), 'li', changed)
    expect(await outcomes(publish(server(0), 1))).toEqual(['roster.revision-changed'])
    expect(await outcomes(publish(server(0), 2), publish(server(1), 2))).toEqual(['done', 'roster.month-published'])
  })

  test.each([1, 2, 3])('leave and publishing at the same time: nobody on leave is put in force (%i)', async () => {
    await generate(server(0))
    const leave = new EnterLeave(server(1).unitOfWork, server(1).ids)
    const wish = { personId: null, fromOn: '2026-10-01', toOn: '2026-10-31' }
    const done = await outcomes(publish(server(0), 1), leave.execute(await viewerOf(server(1), 'zheng'), wish))
    expect([['done', 'done'], ['done', 'roster.revision-changed']]).toContainEqual(done)
    expect((await month())?.cells.filter(({ personId }) => personId === 'zheng')).toEqual([])
  })

  test('both make the same new month: it is made, once', async () => {
    expect(await outcomes(generate(server(0)), generate(server(1)))).toEqual(['done', 'done'])
    const cells = (await month())?.cells ?? []
    const [counted] = await fresh.reads.query<{ n: number }>('SELECT COUNT(*) AS n FROM duty_slots')
    expect(cells.length).toBeGreaterThan(80)
    expect(Number(counted?.n)).toBe(cells.length)
    expect((await month())?.month.revision).toBe(2)
  })

  test('both change the running shift of a published month: what was sat stays, nobody sits twice', async () => {
    await generate(server(0))
    await publish(server(0), 1)
    fresh.clock.set('2026-10-12T10:00:00+08:00')
    const running = await leadOn('2026-10-12')
    const hole = { ...handedOver(running), personId: null }
    expect(await outcomes(change(server(0), 'sun', handedOver(running)), change(server(1), 'li', hole)))
      .toEqual(['done', 'roster.cell-changed'])
    const slots = await fresh.reads.query<{ person_id: string | null; from_at: number; to_at: number }>(
      "SELECT person_id, from_at, to_at FROM duty_slots WHERE duty_on = '2026-10-12' AND seat = 'lead' AND village_id = 'liushu' ORDER BY from_at",
    )
    expect(slots).toHaveLength(2)
    expect(slots[0]).toMatchObject({ person_id: running.personId, to_at: fresh.clock.at() })
    expect(slots[1]).toMatchObject({ from_at: fresh.clock.at() })
  })
})
