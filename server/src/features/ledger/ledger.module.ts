import { Module, type Provider } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { IDS } from '../../platform/platform.module'
import { AddSubAccount } from './add-sub-account'
import { AssertMonth } from './assert-month'
import { HoldingsController } from './holdings.controller'
import { KeeperController } from './keeper.controller'
import { LedgerPolicyController } from './ledger-policy.controller'
import { OpenBook } from './open-book'
import { PostOpening } from './post-opening'
import { PostOwnEntry } from './post-own-entry'
import { PostYearEnd } from './post-year-end'
import { PublishBookMonth } from './publish-book-month'
import { SaveHolding } from './save-holding'
import { SetLedgerPolicy } from './set-ledger-policy'
import { SwitchSubAccount } from './switch-sub-account'
import { WithdrawAssertion } from './withdraw-assertion'

type Act = new (unitOfWork: UnitOfWork, ids: Ids) => object

const ACTS: readonly Act[] = [
  OpenBook, AddSubAccount, SwitchSubAccount, PostOpening, PostOwnEntry, PostYearEnd, AssertMonth, WithdrawAssertion,
  PublishBookMonth, SaveHolding, SetLedgerPolicy,
]

/** The desk of whoever keeps the books; what everybody reads is `ReaderModule`. */
@Module({
  controllers: [KeeperController, HoldingsController, LedgerPolicyController],
  providers: ACTS.map(useCase),
})
export class LedgerModule {}

/** Such an act is made of the unit of work and the ids, and of nothing else. */
function useCase(act: Act): Provider {
  return {
    provide: act,
    useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new act(unitOfWork, ids),
    inject: [UnitOfWork, IDS],
  }
}
