import { Module, type Provider } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { IDS } from '../../platform/platform.module'
import { DeskController } from './desk.controller'
import { MonthsController } from './months.controller'
import { RosterController } from './roster.controller'
import { SittingController } from './sitting.controller'
import { WriteBookEntry } from './write-book-entry'

type Act = new (unitOfWork: UnitOfWork, ids: Ids) => object

const ACTS: readonly Act[] = [WriteBookEntry]

@Module({
  controllers: [RosterController, MonthsController, SittingController, DeskController],
  providers: ACTS.map(useCase),
})
export class RosterModule {}

/** Such an act is made of the unit of work and the ids, and of nothing else. */
function useCase(act: Act): Provider {
  return {
    provide: act,
    useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new act(unitOfWork, ids),
    inject: [UnitOfWork, IDS],
  }
}
