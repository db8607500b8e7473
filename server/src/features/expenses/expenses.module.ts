import { Module, type Provider } from '@nestjs/common'
import type { Clock } from '../../platform/clock/clock'
import type { Config } from '../../platform/config'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { CLOCK, CONFIG, IDS, WECHAT } from '../../platform/platform.module'
import type { WeChatClient } from '../../platform/wechat'
import { FilesModule } from '../files/files.module'
import { FileUrlSigner } from '../files/public'
import { CancelExpense } from './cancel-expense'
import { ChallengeExpense } from './challenge-expense'
import { CloseBookMonth } from './close-book-month'
import { DraftExpense } from './draft-expense'
import { ExpenseActsController } from './expense-acts.controller'
import { ExpenseBoards } from './expense-boards'
import { ExpenseBoardsController } from './expense-boards.controller'
import { ExpenseEntriesController } from './expense-entries.controller'
import { PayExpense } from './pay-expense'
import { PostExpense } from './post-expense'
import { RefuseExpense } from './refuse-expense'
import { ReverseEntryOf } from './reverse-entry-of'
import { SaveExpense } from './save-expense'
import { SetExpensePolicy } from './set-expense-policy'
import { SignExpense } from './sign-expense'
import { SubmitExpense } from './submit-expense'
import { TakeBackSignature } from './take-back-signature'
import { WithdrawExpense } from './withdraw-expense'

type Act = new (unitOfWork: UnitOfWork, ids: Ids) => object

const ACTS: readonly Act[] = [
  SubmitExpense, WithdrawExpense, ChallengeExpense, RefuseExpense, TakeBackSignature, CancelExpense, PayExpense,
  PostExpense, ReverseEntryOf, CloseBookMonth, SetExpensePolicy,
]

@Module({
  imports: [FilesModule],
  // Before the view of one expense, whose address would take `policy` for an id.
  controllers: [ExpenseBoardsController, ExpenseActsController, ExpenseEntriesController],
  providers: [
    ...ACTS.map(useCase),
    {
      provide: DraftExpense,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids, config: Config) =>
        new DraftExpense(unitOfWork, ids, config.payeeAccountKey),
      inject: [UnitOfWork, IDS, CONFIG],
    },
    {
      provide: SaveExpense,
      useFactory: (unitOfWork: UnitOfWork, config: Config) => new SaveExpense(unitOfWork, config.payeeAccountKey),
      inject: [UnitOfWork, CONFIG],
    },
    {
      provide: SignExpense,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids, reads: ReadDatabase, weChat: WeChatClient) =>
        new SignExpense(unitOfWork, ids, { reads, weChat }),
      inject: [UnitOfWork, IDS, ReadDatabase, WECHAT],
    },
    {
      provide: ExpenseBoards,
      useFactory: (reads: ReadDatabase, clock: Clock, signer: FileUrlSigner) => new ExpenseBoards(reads, clock, signer),
      inject: [ReadDatabase, CLOCK, FileUrlSigner],
    },
  ],
})
export class ExpensesModule {}

/** Such an act is made of the unit of work and the ids, and of nothing else. */
function useCase(act: Act): Provider {
  return {
    provide: act,
    useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new act(unitOfWork, ids),
    inject: [UnitOfWork, IDS],
  }
}
