import { Module } from '@nestjs/common'
import type { Clock } from '../../../platform/clock/clock'
import { ReadDatabase } from '../../../platform/database/read-database'
import { UnitOfWork } from '../../../platform/database/unit-of-work'
import type { Ids } from '../../../platform/ids/ids'
import { CLOCK, IDS, PLATFORM, type Platform } from '../../../platform/platform.module'
import { FilesModule } from '../../files/files.module'
import { FileUrlSigner } from '../../files/public'
import { CheckContents } from './check-contents'
import { CheckWorker } from './check-worker'
import { DecideHeld } from './decide-held'
import { HearVerdict } from './hear-verdict'
import { PublicationBoards } from './publication-boards'
import { PublicationController } from './publication.controller'
import { WeChatPushController } from './wechat-push.controller'

/** Everything by which what people say comes before all, or does not. */
@Module({
  imports: [FilesModule],
  controllers: [PublicationController, WeChatPushController],
  providers: [
    { provide: HearVerdict, useFactory: (unitOfWork: UnitOfWork) => new HearVerdict(unitOfWork), inject: [UnitOfWork] },
    {
      provide: DecideHeld,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new DecideHeld(unitOfWork, ids),
      inject: [UnitOfWork, IDS],
    },
    {
      provide: PublicationBoards,
      useFactory: (reads: ReadDatabase, clock: Clock, signer: FileUrlSigner) =>
        new PublicationBoards(reads, clock, signer),
      inject: [ReadDatabase, CLOCK, FileUrlSigner],
    },
    { provide: CheckWorker, useFactory: checkWorker, inject: [PLATFORM, FileUrlSigner] },
  ],
  exports: [CheckWorker],
})
export class PublicationModule {}


function checkWorker({ database, clock, log, weChat, config }: Platform, signer: FileUrlSigner): CheckWorker {
  const { unitOfWork, reads } = database
  const { publicUrl, weChatPush } = config
  const roads = { weChat, appId: config.weChat.appId, signer, publicUrl, hearsVerdicts: weChatPush !== null }
  const checkContents = new CheckContents(unitOfWork, roads, log)
  return new CheckWorker({ unitOfWork, reads, clock, log, checkContents })
}
