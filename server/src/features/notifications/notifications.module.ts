import { Module } from '@nestjs/common'
import type { Clock } from '../../platform/clock/clock'
import type { Config } from '../../platform/config'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import { PLATFORM, CLOCK, CONFIG, type Platform } from '../../platform/platform.module'
import { createTencentSms } from '../../platform/sms'
import { createGroupRobot } from '../../platform/wecom/group-robot'
import { AcceptSubscriptions } from './accept-subscriptions'
import { ClimbLadders } from './climb-ladders'
import { DeliveryWorker } from './delivery-worker'
import { NoticeBoards } from './notice-boards'
import { NoticesController } from './notices.controller'
import { ReadNotices } from './read-notices'
import { SendDeliveries } from './send-deliveries'
import { SendGroupMessages } from './send-group-messages'
import { SendTexts } from './send-texts'
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
    { provide: DeliveryWorker, useFactory: deliveryWorker, inject: [PLATFORM] },
  ],
  exports: [DeliveryWorker],
})
export class NotificationsModule {}

/** Every channel there is, each off where the operator has set nothing for it. */
function deliveryWorker({ database, clock, ids, log, weChat, config }: Platform): DeliveryWorker {
  const { unitOfWork, reads } = database
  const { sms, groupRobots } = config.channels
  return new DeliveryWorker({
    unitOfWork,
    reads,
    clock,
    log,
    senders: [
      new SendDeliveries(unitOfWork, weChat, config.weChatTemplates, log),
      new SendTexts(unitOfWork, sms === null ? null : createTencentSms(sms, clock), log),
      new ClimbLadders(unitOfWork, ids),
      new SendGroupMessages(unitOfWork, ids, createGroupRobot(), groupRobots, log),
    ],
  })
}
