import { Module } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { IDS } from '../../platform/platform.module'
import { ExportRoster } from './export-roster'
import { ImportLists } from './import-lists'
import { ImportRoster } from './import-roster'
import { ListsController } from './lists.controller'
import { RosterWorkbookController } from './roster-workbook.controller'

@Module({
  controllers: [ListsController, RosterWorkbookController],
  providers: [
    {
      provide: ImportLists,
      inject: [UnitOfWork, IDS],
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new ImportLists(unitOfWork, ids),
    },
    {
      provide: ExportRoster,
      inject: [UnitOfWork],
      useFactory: (unitOfWork: UnitOfWork) => new ExportRoster(unitOfWork),
    },
    {
      provide: ImportRoster,
      inject: [UnitOfWork, IDS],
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new ImportRoster(unitOfWork, ids),
    },
  ],
})
export class ListsModule {}
