import type { EpochMs } from '@huiying/shared/kernel'
import type { UploadFile } from '../features/files/upload-file'
import type { Database } from '../platform/database/open-database'
import type { Workers } from '../workers'
import type { RegisterInHand } from './register-in-hand'
import type { TurningClock } from './turning-clock'

/** What the nine days are played with: everything real but the clock. */
export interface Stage {
  readonly database: Database
  readonly clock: TurningClock
  readonly workers: Pick<Workers, 'timers' | 'outbox'>
  readonly uploadFile: UploadFile
  readonly register: RegisterInHand
  readonly now: EpochMs
}
