import { DueRowsWorker, type DueRowsWorkerOptions } from '../../../platform/database/due-rows-worker'
import type { CheckContents } from './check-contents'

export interface CheckWorkerOptions extends Omit<DueRowsWorkerOptions, 'name' | 'next' | 'senders'> {
  readonly checkContents: CheckContents
}

const NEXT = 'SELECT due_at AS dueAt FROM content_checks WHERE due_at IS NOT NULL ORDER BY due_at, id LIMIT 1'

/** Has looked at what people said, as it falls due. */
export class CheckWorker extends DueRowsWorker {
  constructor({ checkContents, ...options }: CheckWorkerOptions) {
    super({ ...options, name: 'content checks', next: NEXT, senders: [checkContents] })
  }
}
