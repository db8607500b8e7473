import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { CurrentViewer } from '../../platform/http'
import { MaskRequest } from './ground-bodies'
import { MaskDecision } from './mask-decision'
import { MaskVoucher } from './mask-voucher'

@ApiTags('expenses')
@ApiBearerAuth()
@Controller('api')
export class MasksController {
  constructor(
    private readonly maskVoucher: MaskVoucher,
    private readonly maskDecision: MaskDecision,
  ) {}

  @Put('expenses/:id/vouchers/:fileId/mask')
  @ApiOperation({ summary: 'Cover what leads to a person on a voucher or proof, as accountant; the last mask counts' })
  @HttpCode(204)
  async mask(
    @CurrentViewer() viewer: Viewer,
    @Param('id') expenseId: string,
    @Param('fileId') fileId: string,
    @Body() body: MaskRequest,
  ): Promise<void> {
    await this.maskVoucher.execute(viewer, expenseId, fileId, body)
  }

  @Put('decisions/:decisionId/photos/:fileId/mask')
  @ApiOperation({ summary: 'Cover what leads to a person on the minutes of a decision, as accountant; the last mask counts' })
  @HttpCode(204)
  async maskMinutes(
    @CurrentViewer() viewer: Viewer,
    @Param('decisionId') decisionId: string,
    @Param('fileId') fileId: string,
    @Body() body: MaskRequest,
  ): Promise<void> {
    await this.maskDecision.execute(viewer, decisionId, fileId, body)
  }
}
