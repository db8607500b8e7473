import { Module } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import { LeaveForGood } from './leave-for-good'
import { LeavingController } from './leaving.controller'

@Module({
  controllers: [LeavingController],
  providers: [
    {
      provide: LeaveForGood,
      inject: [UnitOfWork],
      useFactory: (unitOfWork: UnitOfWork) => new LeaveForGood(unitOfWork),
    },
  ],
})
export class LeavingModule {}
