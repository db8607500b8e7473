import { Module } from '@nestjs/common'
import { RosterController } from './roster.controller'
import { SittingController } from './sitting.controller'

@Module({ controllers: [RosterController, SittingController] })
export class RosterModule {}
