import { Module } from '@nestjs/common'
import type { Clock } from '../../platform/clock/clock'
import type { Config } from '../../platform/config'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Log } from '../../platform/log'
import { CLOCK, CONFIG, LOG, WECHAT } from '../../platform/platform.module'
import type { WeChatClient } from '../../platform/wechat'
import { AcceptSubscriptions } from './accept-subscriptions'
import { DeliveryWorker } from './delivery-worker'
import { NoticeBoards } from './notice-boards'
import { NoticesController } from './notices.controller'
import { ReadNotices } from './read-notices'
import { SendDeliveries } from './send-deliveries'
import { SetPreferences } from './set-preferences'

@Module({
  controllers: [NoticesController],
  providers: [
    {
      provide: NoticeBoards,
      useFactory: (reads: ReadDatabase, clock: Clock, config: Config) =>
        new NoticeBoards(reads, clock, config.weChatTemplates),
      inject: [ReadDatabase, CLOCK, CONFIG],
    },
    { provide: ReadNotices, useFactory: (unitOfWork: UnitOfWork) => new ReadNotices(unitOfWork), inject: [UnitOfWork] },
    {
      provide: AcceptSubscriptions,
      useFactory: (unitOfWork: UnitOfWork) => new AcceptSubscriptions(unitOfWork),
      inject: [UnitOfWork],
    },
    {
      provide: SetPreferences,
      useFactory: (unitOfWork: UnitOfWork) => new SetPreferences(unitOfWork),
      inject: [UnitOfWork],
    },
    {
      provide: DeliveryWorker,
      useFactory: (
        unitOfWork: UnitOfWork,
        reads: ReadDatabase,
        clock: Clock,
        log: Log,
        weChat: WeChatClient,
        config: Config,
      ) =>
        new DeliveryWorker({
          unitOfWork,
          reads,
          clock,
          log,
          send: new SendDeliveries(unitOfWork, weChat, config.weChatTemplates, log),
        }),
      inject: [UnitOfWork, ReadDatabase, CLOCK, LOG, WECHAT, CONFIG],
    },
  ],
  exports: [DeliveryWorker],
})
export class NotificationsModule {}
