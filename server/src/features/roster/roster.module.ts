import { Module } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { IDS } from '../../platform/platform.module'
import { RosterController } from './roster.controller'
import { SetDuty } from './set-duty'

@Module({
  controllers: [RosterController],
  providers: [
    {
      provide: SetDuty,
      inject: [UnitOfWork, IDS],
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new SetDuty(unitOfWork, ids),
    },
  ],
})
export class RosterModule {}
