import { Module } from '@nestjs/common'
import { PapersController } from './papers.controller'

/** What leaves a book on paper and in files. */
@Module({ controllers: [PapersController] })
export class PapersModule {}
