import { setTimeout as pause } from 'node:timers/promises'
import type { Reads } from '../database/reads'
import { silentLog } from '../log'
import { JournalPulse } from './journal-pulse'

/** A journal in which something new stands at every look; counts the looks. */
function journal() {
  const counted = { looks: 0 }
  const query = async (sql: string): Promise<readonly object[]> => {
    if (sql.includes('MAX(id)')) return [{ id: null }]
    counted.looks += 1
    // As long as a database takes: whoever leaves or comes does so while a look is under way.
    await pause(30)
    const id = String(counted.looks).padStart(26, '0')
    return [{ id, subject_id: `ticket-${counted.looks}` }]
  }
  return { counted, reads: { query } as unknown as Reads }
}

describe('the pulse of the journal', () => {
  it('is looked at once a second, however listeners come and go in the middle of a look', async () => {
    const { counted, reads } = journal()
    const pulse = new JournalPulse(reads, silentLog())
    const heard: string[] = []
    for (let turn = 0; turn < 2; turn += 1) {
      const leaveSoon = pulse.listen(() => undefined)
      await pause(10)
      leaveSoon()
    }
    const leave = pulse.listen((subjects) => heard.push(...subjects))
    await pause(2_300)
    leave()
    expect(counted.looks).toBe(3)
    // What stood there before the first look is no news.
    expect(heard).toEqual(['ticket-2', 'ticket-3'])
    await pause(1_100)
    expect(counted.looks).toBe(3)
  })
})
