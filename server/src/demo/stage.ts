import type { EpochMs } from '@huiying/shared/kernel'
import type { UploadFile } from '../features/files/upload-file'
import type { Database } from '../platform/database/open-database'
import type { FileStore } from '../platform/storage'
import type { Workers } from '../workers'
import type { RegisterInHand } from './register-in-hand'
import type { TurningClock } from './turning-clock'

/** What the demo's year is played with: everything real but the clock. */
export interface Stage {
  readonly database: Database
  readonly clock: TurningClock
  readonly workers: Pick<Workers, 'timers' | 'outbox'>
  readonly uploadFile: UploadFile
  readonly fileStore: FileStore
  /** Keeps account numbers as a real server does. */
  readonly payeeAccountKey: string
  readonly register: RegisterInHand
  readonly now: EpochMs
}
