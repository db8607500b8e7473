import { Body, Controller, Get, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { LedgerPolicyAnswer } from '@huiying/shared/ledger'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { LedgerPolicyRequest } from './keeper-bodies'
import { ledgerPolicyAnswerOf } from './ledger-policy.board'
import { SetLedgerPolicy } from './set-ledger-policy'

/** What a sub-district asks of its villages' books. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api/ledger/policy')
export class LedgerPolicyController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly setPolicy: SetLedgerPolicy,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The terms set last, and from which day on they count' })
  policy(@CurrentViewer() viewer: Viewer): Promise<LedgerPolicyAnswer> {
    return ledgerPolicyAnswerOf(this.reads, viewer)
  }

  @Put()
  @ApiOperation({ summary: 'Set the terms as the admin of the sub-district, from tomorrow on' })
  async put(@CurrentViewer() viewer: Viewer, @Body() { terms }: LedgerPolicyRequest): Promise<LedgerPolicyAnswer> {
    await this.setPolicy.execute(viewer, { ...terms })
    return ledgerPolicyAnswerOf(this.reads, viewer)
  }
}
