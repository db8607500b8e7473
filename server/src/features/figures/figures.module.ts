import { Module } from '@nestjs/common'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import { CallbacksController } from './callbacks.controller'
import { FiguresController } from './figures.controller'
import { RecordCall } from './record-call'
import { SetCallbackShare } from './set-callback-share'
import { ViewCallbackPhone } from './view-callback-phone'

@Module({
  controllers: [FiguresController, CallbacksController],
  providers: [
    { provide: RecordCall, useFactory: (unitOfWork: UnitOfWork) => new RecordCall(unitOfWork), inject: [UnitOfWork] },
    {
      provide: SetCallbackShare,
      useFactory: (unitOfWork: UnitOfWork) => new SetCallbackShare(unitOfWork),
      inject: [UnitOfWork],
    },
    {
      provide: ViewCallbackPhone,
      useFactory: (unitOfWork: UnitOfWork, reads: ReadDatabase) => new ViewCallbackPhone(unitOfWork, reads),
      inject: [UnitOfWork, ReadDatabase],
    },
  ],
})
export class FiguresModule {}
