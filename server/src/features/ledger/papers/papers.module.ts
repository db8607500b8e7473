import { Module } from '@nestjs/common'
import { UnitOfWork } from '../../../platform/database/unit-of-work'
import type { Ids } from '../../../platform/ids/ids'
import { IDS } from '../../../platform/platform.module'
import { BookFileController } from './book-file.controller'
import { ImportBook } from './import-book'
import { PapersController } from './papers.controller'

/** What leaves a book on paper and in files, and how an older one comes in. */
@Module({
  controllers: [PapersController, BookFileController],
  providers: [
    {
      provide: ImportBook,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new ImportBook(unitOfWork, ids),
      inject: [UnitOfWork, IDS],
    },
  ],
})
export class PapersModule {}
