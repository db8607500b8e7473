import { SECOND_MS } from '@huiying/shared/kernel'
import { DueRowsWorker, type WorkerTools } from '../../../platform/database/due-rows-worker'
import type { CheckContents } from './check-contents'

export interface CheckWorkerOptions extends WorkerTools {
  readonly checkContents: CheckContents
}

const NEXT = 'SELECT due_at AS dueAt FROM content_checks WHERE due_at IS NOT NULL ORDER BY due_at, id LIMIT 1'
/**
 * WeChat looks at 4,000 texts and 2,000 pictures of an app in a minute and refuses the rest (44991). Batches of twenty,
 * a second apart, keep three servers of one app below the one and one server below the other; publication may wait.
 */
const REST_MS = SECOND_MS

/** Has looked at what people said, as it falls due. */
export class CheckWorker extends DueRowsWorker {
  constructor({ checkContents, ...options }: CheckWorkerOptions) {
    super({ ...options, name: 'content checks', next: NEXT, jobs: [checkContents], restMs: REST_MS })
  }
}
