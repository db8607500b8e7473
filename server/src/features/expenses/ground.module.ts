import { Module } from '@nestjs/common'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { FILE_STORE, IDS } from '../../platform/platform.module'
import type { FileStore } from '../../platform/storage'
import { FilesModule } from '../files/files.module'
import { GroundController } from './ground.controller'
import { AddKinship, RemoveKinship } from './keep-kinships'
import { MaskDecision } from './mask-decision'
import { MaskVoucher } from './mask-voucher'
import { MasksController } from './masks.controller'
import { RecordDecision } from './record-decision'
import { VoidDecision } from './void-decision'

/** What stands beside the expenses themselves: decisions, relatives, masks. */
@Module({
  imports: [FilesModule],
  controllers: [GroundController, MasksController],
  providers: [
    {
      provide: RecordDecision,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new RecordDecision(unitOfWork, ids),
      inject: [UnitOfWork, IDS],
    },
    {
      provide: VoidDecision,
      useFactory: (unitOfWork: UnitOfWork) => new VoidDecision(unitOfWork),
      inject: [UnitOfWork],
    },
    {
      provide: AddKinship,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new AddKinship(unitOfWork, ids),
      inject: [UnitOfWork, IDS],
    },
    {
      provide: RemoveKinship,
      useFactory: (unitOfWork: UnitOfWork) => new RemoveKinship(unitOfWork),
      inject: [UnitOfWork],
    },
    {
      provide: MaskVoucher,
      useFactory: (unitOfWork: UnitOfWork, reads: ReadDatabase, store: FileStore, ids: Ids) =>
        new MaskVoucher(unitOfWork, reads, store, ids),
      inject: [UnitOfWork, ReadDatabase, FILE_STORE, IDS],
    },
    {
      provide: MaskDecision,
      useFactory: (unitOfWork: UnitOfWork, reads: ReadDatabase, store: FileStore, ids: Ids) =>
        new MaskDecision(unitOfWork, reads, store, ids),
      inject: [UnitOfWork, ReadDatabase, FILE_STORE, IDS],
    },
  ],
})
export class GroundModule {}
