import { Module } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import { PromiseController } from './promise.controller'
import { SetPromise } from './set-promise'

@Module({
  controllers: [PromiseController],
  providers: [{
    provide: SetPromise,
    useFactory: (unitOfWork: UnitOfWork) => new SetPromise(unitOfWork),
    inject: [UnitOfWork],
  }],
})
export class SlaModule {}
