import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { isMonth, monthOf, type KeeperAnswer } from '@huiying/shared/ledger'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { keepingOf } from '../ledger/public'
import { CloseBookMonth } from './close-book-month'
import { ReversalRequest } from './expense-act-bodies'
import { ReverseEntryOf } from './reverse-entry-of'

/** What touches the book and the expenses behind it at once. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api')
export class ExpenseEntriesController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly reverseEntry: ReverseEntryOf,
    private readonly closeMonth: CloseBookMonth,
  ) {}

  @Post('entries/:entryId/reversal')
  @ApiOperation({ summary: 'Take an entry back by a mirrored one in an open month; an expense behind it waits to be posted anew' })
  @HttpCode(200)
  async reverse(
    @CurrentViewer() viewer: Viewer,
    @Param('entryId') entryId: string,
    @Body() { on, reason }: ReversalRequest,
  ): Promise<KeeperAnswer> {
    const { bookId } = await this.reverseEntry.execute(viewer, { entryId, on, reason })
    return keepingOf(this.reads, viewer, { bookId, month: monthOf(on), after: null }, await this.clock.now())
  }

  @Post('books/:bookId/months/:month/closure')
  @ApiOperation({ summary: 'Shut a month for good; refused while something that was paid in it is not in the book' })
  @HttpCode(200)
  async close(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Param('month') month: string,
  ): Promise<KeeperAnswer> {
    if (!isMonth(month)) throw new DomainError('request.not-found')
    await this.closeMonth.execute(viewer, bookId, month)
    return keepingOf(this.reads, viewer, { bookId, month, after: null }, await this.clock.now())
  }
}
