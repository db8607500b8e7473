import { Module } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { IDS } from '../../platform/platform.module'
import { AnswerObjection } from './answer-objection'
import { RaiseObjection } from './raise-objection'
import { ReaderController } from './reader.controller'
import { VillageBooksController } from './village-books.controller'

/** The reading side of the room, apart from the desk of whoever keeps the books. */
@Module({
  controllers: [ReaderController, VillageBooksController],
  providers: [
    {
      provide: RaiseObjection,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new RaiseObjection(unitOfWork, ids),
      inject: [UnitOfWork, IDS],
    },
    {
      provide: AnswerObjection,
      useFactory: (unitOfWork: UnitOfWork) => new AnswerObjection(unitOfWork),
      inject: [UnitOfWork],
    },
  ],
})
export class ReaderModule {}
