import { Module } from '@nestjs/common'
import { FilesModule } from '../files/files.module'
import { PublicExpenseController } from './public-expense.controller'

/** What everybody in the village reads of expenses, apart from the desks of those who handle them. */
@Module({ imports: [FilesModule], controllers: [PublicExpenseController] })
export class PublicExpenseModule {}
