import { Controller, Get, Inject, Param } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { PublicExpense, WaitingExpensesAnswer } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { FileUrlSigner } from '../files/public'
import { publicExpenseOf } from './public-expense.board'
import { waitingExpensesOf } from './waiting-expenses.board'

/** Expenses as the whole village reads them. */
@ApiTags('expenses')
@ApiBearerAuth()
@Controller('api')
export class PublicExpenseController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly signer: FileUrlSigner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('expenses/:id/public')
  @ApiOperation({ summary: 'One expense as every villager reads it: faces, statement, decision, covered vouchers' })
  async one(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<PublicExpense> {
    return publicExpenseOf(this.reads, this.signer, viewer, id, await this.clock.now())
  }

  @Get('villages/:villageId/waiting-expenses')
  @ApiOperation({ summary: 'What is under way, in whose hands and for how many days, longest first' })
  async waiting(@CurrentViewer() viewer: Viewer, @Param('villageId') villageId: string): Promise<WaitingExpensesAnswer> {
    return waitingExpensesOf(this.reads, this.signer, viewer, villageId, await this.clock.now())
  }
}
