import { Module } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { IDS } from '../../platform/platform.module'
import { ImportLists } from './import-lists'
import { ListsController } from './lists.controller'

@Module({
  controllers: [ListsController],
  providers: [
    {
      provide: ImportLists,
      inject: [UnitOfWork, IDS],
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new ImportLists(unitOfWork, ids),
    },
  ],
})
export class ListsModule {}
