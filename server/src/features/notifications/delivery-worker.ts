import { type DueJob, DueRowsWorker, type WorkerTools } from '../../platform/database/due-rows-worker'

export interface DeliveryWorkerOptions extends WorkerTools {
  /** One for each channel; the ladder after those at whose fate it looks. */
  readonly senders: readonly DueJob[]
}

/** When something falls due anywhere. */
const NEXT = `SELECT MIN(d.due_at) AS dueAt FROM (
  SELECT MIN(due_at) AS due_at FROM deliveries UNION ALL SELECT MIN(due_at) FROM text_deliveries
  UNION ALL SELECT MIN(due_at) FROM ladders
  UNION ALL SELECT MIN(due_at) FROM group_counts UNION ALL SELECT MIN(due_at) FROM group_messages) d`

/** Sends messages of every channel as they fall due, and sees to it that somebody is reached. */
export class DeliveryWorker extends DueRowsWorker {
  constructor({ senders, ...options }: DeliveryWorkerOptions) {
    super({ ...options, name: 'deliveries', next: NEXT, jobs: senders })
  }
}
