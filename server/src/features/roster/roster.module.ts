import { Module } from '@nestjs/common'
import { MonthsController } from './months.controller'
import { RosterController } from './roster.controller'
import { SittingController } from './sitting.controller'

@Module({ controllers: [RosterController, MonthsController, SittingController] })
export class RosterModule {}
