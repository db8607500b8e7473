import { Module } from '@nestjs/common'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { IDS, WECHAT } from '../../platform/platform.module'
import type { WeChatClient } from '../../platform/wechat'
import { FilesModule } from '../files/files.module'
import { ChallengeSeal } from './challenge-seal'
import { DraftSeal } from './draft-seal'
import { RefuseSeal } from './refuse-seal'
import { SaveSeal } from './save-seal'
import { SealController } from './seal.controller'
import { SignSeal } from './sign-seal'
import { SubmitSeal } from './submit-seal'
import { TakeBackSealSignature } from './take-back-seal-signature'
import { UseSeal } from './use-seal'
import { WithdrawSeal } from './withdraw-seal'

const PLAIN_ACTS = [SaveSeal, SubmitSeal, WithdrawSeal, ChallengeSeal, RefuseSeal, TakeBackSealSignature]
const MAKING_IDS = [DraftSeal, UseSeal]

@Module({
  imports: [FilesModule],
  controllers: [SealController],
  providers: [
    ...PLAIN_ACTS.map((Act) => ({
      provide: Act,
      useFactory: (unitOfWork: UnitOfWork) => new Act(unitOfWork),
      inject: [UnitOfWork],
    })),
    ...MAKING_IDS.map((Act) => ({
      provide: Act,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new Act(unitOfWork, ids),
      inject: [UnitOfWork, IDS],
    })),
    {
      provide: SignSeal,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids, reads: ReadDatabase, weChat: WeChatClient) =>
        new SignSeal(unitOfWork, ids, { reads, weChat }),
      inject: [UnitOfWork, IDS, ReadDatabase, WECHAT],
    },
  ],
})
export class SealModule {}
