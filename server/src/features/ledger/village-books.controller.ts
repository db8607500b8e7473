import { Controller, Get, Inject } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { VillageBooksAnswer } from '@huiying/shared/ledger'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { villageBooksOf } from './village-books.board'

/** The villages' books side by side, for those above them. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api/ledger/villages')
export class VillageBooksController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The books of the villages I watch over or am stationed at, those that need looking at first' })
  async books(@CurrentViewer() viewer: Viewer): Promise<VillageBooksAnswer> {
    return villageBooksOf(this.reads, viewer, await this.clock.now())
  }
}
