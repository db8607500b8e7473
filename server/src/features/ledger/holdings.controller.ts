import { Body, Controller, Inject, Param, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { HoldingsAnswer } from '@huiying/shared/ledger'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { AssetRequest, ContractRequest, ResourceRequest } from './holding-bodies'
import { holdingsOf } from './holdings.board'
import { SaveHolding, type Holding } from './save-holding'

/** The register of the village's 三资, as whoever keeps the book writes it. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api/books/:bookId')
export class HoldingsController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly saveHolding: SaveHolding,
  ) {}

  @Put('assets/:id')
  @ApiOperation({ summary: 'Write an asset, new or known' })
  asset(
    @CurrentViewer() viewer: Viewer, @Param('bookId') bookId: string, @Param('id') id: string, @Body() body: AssetRequest,
  ): Promise<HoldingsAnswer> {
    return this.save(viewer, { what: 'asset', row: { ...body, id, bookId } })
  }

  @Put('resources/:id')
  @ApiOperation({ summary: 'Write land, woods or water, new or known' })
  resource(
    @CurrentViewer() viewer: Viewer, @Param('bookId') bookId: string, @Param('id') id: string, @Body() body: ResourceRequest,
  ): Promise<HoldingsAnswer> {
    return this.save(viewer, { what: 'resource', row: { ...body, id, bookId } })
  }

  @Put('contracts/:id')
  @ApiOperation({ summary: 'Write a contract by which somebody uses what is the village\'s' })
  contract(
    @CurrentViewer() viewer: Viewer, @Param('bookId') bookId: string, @Param('id') id: string, @Body() body: ContractRequest,
  ): Promise<HoldingsAnswer> {
    const rent = { ...body.rent, steps: body.rent.steps.map((step) => ({ ...step })) }
    return this.save(viewer, { what: 'contract', row: { ...body, id, bookId, rent, endedOn: body.endedOn ?? null } })
  }

  private async save(viewer: Viewer, holding: Holding): Promise<HoldingsAnswer> {
    await this.saveHolding.execute(viewer, holding)
    return holdingsOf(this.reads, viewer, holding.row.bookId, await this.clock.now())
  }
}
