import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { timersTable } from '../timers/timers.table'

describe('unit of work', () => {
  let fresh: FreshDatabase
  beforeEach(async () => { fresh = await freshDatabase() })
  afterEach(() => fresh.close())

  test('writes and reads back', async () => {
    await fresh.unitOfWork.run(async (work) => {
      work.schedule('T1', { kind: 'ticket.x', dueAt: work.now + 5 })
      work.record(null, [{ type: 'ticket.withdrawn', ticketId: 'T1' }])
    })
    const rows = await fresh.unitOfWork.run((work) => work.find(timersTable, { subjectId: 'T1' }))
    expect(rows).toEqual([{ id: 'T1:ticket.x', subjectId: 'T1', kind: 'ticket.x', dueAt: fresh.clock.at() + 5 }])
    expect(await fresh.reads.query('SELECT type, by_person AS byPerson FROM journal')).toEqual([{ type: 'ticket.withdrawn', byPerson: null }])
  })
})
