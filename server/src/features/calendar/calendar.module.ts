import { Module } from '@nestjs/common'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import { CalendarController } from './calendar.controller'
import { EnterCalendarYear } from './enter-calendar-year'

@Module({
  controllers: [CalendarController],
  providers: [{
    provide: EnterCalendarYear,
    useFactory: (unitOfWork: UnitOfWork) => new EnterCalendarYear(unitOfWork),
    inject: [UnitOfWork],
  }],
})
export class CalendarModule {}
