import { Module, type Provider } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { IDS } from '../../platform/platform.module'
import { AnswerSwap } from './answer-swap'
import { AskSwap } from './ask-swap'
import { CancelLeave } from './cancel-leave'
import { ChangeCells } from './change-cells'
import { DeskController } from './desk.controller'
import { EnterLeave } from './enter-leave'
import { GenerateMonth } from './generate-month'
import { IssueRosterOrder } from './issue-roster-order'
import { LeaveHandOverNote } from './leave-hand-over-note'
import { MonthsController } from './months.controller'
import { MyDutyController } from './my-duty.controller'
import { PublishMonth } from './publish-month'
import { RosterController } from './roster.controller'
import { RulesController } from './rules.controller'
import { SetMarks } from './set-marks'
import { SetPolicy } from './set-policy'
import { SetServiceCentre } from './set-service-centre'
import { SheetController } from './sheet.controller'
import { TakeOverShift } from './take-over-shift'
import { WeekController } from './week.controller'
import { WithdrawSwap } from './withdraw-swap'
import { WriteBookEntry } from './write-book-entry'

type Act = new (unitOfWork: UnitOfWork, ids: Ids) => object

const ACTS: readonly Act[] = [
  WriteBookEntry, TakeOverShift, LeaveHandOverNote, EnterLeave, CancelLeave, AskSwap, AnswerSwap, WithdrawSwap,
  GenerateMonth, PublishMonth, ChangeCells, SetPolicy, SetMarks, SetServiceCentre, IssueRosterOrder,
]

@Module({
  controllers: [
    RosterController, MonthsController, RulesController, DeskController, WeekController, SheetController,
    MyDutyController,
  ],
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
