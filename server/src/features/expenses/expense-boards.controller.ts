import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { ExpenseFormAnswer, ExpenseListAnswer, ExpensePolicyAnswer, ExpenseView } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { CurrentViewer, cursorOf } from '../../platform/http/request'
import { ExpenseBoards } from './expense-boards'
import { ExpensePolicyRequest } from './expense-act-bodies'
import { SetExpensePolicy } from './set-expense-policy'

/** The screens about expenses for those who file, sign and watch over them. */
@ApiTags('expenses')
@ApiBearerAuth()
@Controller('api')
export class ExpenseBoardsController {
  constructor(
    private readonly boards: ExpenseBoards,
    private readonly setPolicy: SetExpensePolicy,
  ) {}

  @Get('expenses')
  @ApiOperation({ summary: 'What waits for me, then the rest I may see, newest first' })
  list(
    @CurrentViewer() viewer: Viewer,
    @Query('status') status?: string,
    @Query('after') after?: string,
  ): Promise<ExpenseListAnswer> {
    return this.boards.list(viewer, { villageId: null, status: textOf(status), after: cursorOf(after) })
  }

  @Get('expenses/policy')
  @ApiOperation({ summary: 'The thresholds set last, and from which day on they count' })
  policy(@CurrentViewer() viewer: Viewer): Promise<ExpensePolicyAnswer> {
    return this.boards.policy(viewer)
  }

  @Put('expenses/policy')
  @ApiOperation({ summary: 'Set the thresholds as the sub-district\'s admin, from tomorrow, for expenses drafted then' })
  async setTerms(
    @CurrentViewer() viewer: Viewer,
    @Body() { terms }: ExpensePolicyRequest,
  ): Promise<ExpensePolicyAnswer> {
    await this.setPolicy.execute(viewer, { ...terms })
    return this.boards.policy(viewer)
  }

  @Get('expenses/:id')
  @ApiOperation({ summary: 'One expense as a whole: exactly what is signed, by whom, and what I may do now' })
  view(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<ExpenseView> {
    return this.boards.view(viewer, id)
  }

  @Get('villages/:villageId/expenses')
  @ApiOperation({ summary: "A village's expenses as far as I may see them" })
  ofVillage(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Query('status') status?: string,
    @Query('after') after?: string,
  ): Promise<ExpenseListAnswer> {
    return this.boards.list(viewer, { villageId, status: textOf(status), after: cursorOf(after) })
  }

  @Get('villages/:villageId/expense-form')
  @ApiOperation({ summary: 'All that a draft is filled from' })
  form(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Query('bookId') bookId?: string,
  ): Promise<ExpenseFormAnswer> {
    return this.boards.form(viewer, villageId, textOf(bookId))
  }
}

/** A repeated parameter comes as a list. */
function textOf(text: unknown): string | null {
  return typeof text === 'string' && text !== '' ? text : null
}
