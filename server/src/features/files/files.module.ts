import { Inject, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { HOUR_MS } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import type { Config } from '../../platform/config'
import { PollingWorker } from '../../platform/database/polling-worker'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { Log } from '../../platform/log'
import { CLOCK, CONFIG, FILE_STORE, IDS, LOG } from '../../platform/platform.module'
import type { FileStore } from '../../platform/storage'
import { FileUrlSigner } from './file-url'
import { FilesController } from './files.controller'
import { OpenStoredFile } from './open-stored-file'
import { SweepFiles } from './sweep-files'
import { UploadFile } from './upload-file'

// What is swept has lain for a day: hours more or less do not matter.
const SWEEP_PAUSE_MS = 6 * HOUR_MS

@Module({
  controllers: [FilesController],
  providers: [
    {
      provide: FileUrlSigner,
      useFactory: (config: Config) => new FileUrlSigner(config.fileUrlKey),
      inject: [CONFIG],
    },
    {
      provide: UploadFile,
      useFactory: (unitOfWork: UnitOfWork, reads: ReadDatabase, store: FileStore, ids: Ids) =>
        new UploadFile(unitOfWork, reads, store, ids),
      inject: [UnitOfWork, ReadDatabase, FILE_STORE, IDS],
    },
    {
      provide: OpenStoredFile,
      useFactory: (reads: ReadDatabase, store: FileStore, signer: FileUrlSigner, clock: Clock) =>
        new OpenStoredFile(reads, store, signer, clock),
      inject: [ReadDatabase, FILE_STORE, FileUrlSigner, CLOCK],
    },
    {
      provide: SweepFiles,
      useFactory: (unitOfWork: UnitOfWork, reads: ReadDatabase, store: FileStore, clock: Clock) =>
        new SweepFiles(unitOfWork, reads, store, clock),
      inject: [UnitOfWork, ReadDatabase, FILE_STORE, CLOCK],
    },
  ],
  exports: [FileUrlSigner],
})
export class FilesModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #sweeper: PollingWorker

  constructor(
    sweepFiles: SweepFiles,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    const round = async () => {
      const { givenUp, orphaned } = await sweepFiles.execute()
      if (givenUp + orphaned > 0) log.info({ givenUp, orphaned }, 'files nobody used were swept')
      return { didWork: givenUp + orphaned > 0, nextDueAt: null }
    }
    this.#sweeper = new PollingWorker({ name: 'file sweep', clock, log, maxSleepMs: SWEEP_PAUSE_MS, round })
  }

  onApplicationBootstrap(): void {
    if (this.config.runsWorkers) this.#sweeper.start()
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#sweeper.stop()
  }
}
