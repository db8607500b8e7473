import type { EpochMs } from '@huiying/shared/kernel'
import { isPassing } from './database-error'
import type { Where } from './find-query'
import type { Table, TableShape } from './table'
import type { UnitOfWork } from './unit-of-work'
import type { Work } from './work'
import { faultOf } from './work-log'

/** Waits in a table that holds only what is still to be done, clustered by when. */
export interface DueRow {
  readonly dueAt: EpochMs
  readonly id: string
}

export interface DueBatch<Row extends DueRow> {
  readonly table: Table<Row>
  readonly most: number
  /** Within the transaction that has locked them, in due order; a row that it does not delete stays due. */
  readonly handle: (work: Work, rows: readonly Row[], how: 'together' | 'alone') => Promise<void>
  /** Together they failed; each is tried alone now. */
  readonly warn?: (rows: number, fault: string) => void
  /** It failed alone: it must not stay due, or nothing behind it would get a turn. */
  readonly giveUp: (row: Row, fault: string) => Promise<void>
}

/**
 * Takes what is due, leaving out what another server has in hand.
 * @returns how many were taken
 * @throws what will pass by itself: the rows stay due
 */
export async function takeDueBatch<Row extends DueRow>(
  unitOfWork: UnitOfWork,
  { table, most, handle, warn, giveUp }: DueBatch<Row>,
): Promise<number> {
  let taken: readonly Row[] = []
  try {
    await unitOfWork.run(async (work) => {
      const due = await work.query<Record<string, unknown>>(
        `SELECT ${table.columnList} FROM ${table.name} WHERE due_at <= ? ORDER BY due_at, id LIMIT ?`,
        [work.now, most],
        { lock: 'skip-locked' },
      )
      taken = due.map((raw) => table.fromRaw(raw))
      await handle(work, taken, 'together')
    })
    return taken.length
  } catch (error) {
    if (isPassing(error) || taken.length === 0) throw error
    warn?.(taken.length, faultOf(error))
  }
  for (const row of taken) {
    const { dueAt, id } = row
    try {
      await unitOfWork.run(async (work) => {
        await handle(work, await work.find(table, { dueAt, id } as Where<Row>, { lock: 'skip-locked' }), 'alone')
      })
    } catch (error) {
      if (isPassing(error)) throw error
      await giveUp(row, faultOf(error))
    }
  }
  return taken.length
}

/** For `DueRowsWorker`. */
export function nextDueIn({ name }: TableShape): string {
  return `SELECT due_at AS dueAt FROM ${name} ORDER BY due_at, id LIMIT 1`
}
