import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { CurrentViewer } from '../../platform/http'
import { MaskRequest } from './ground-bodies'
import { MaskVoucher } from './mask-voucher'

@ApiTags('expenses')
@ApiBearerAuth()
@Controller('api/expenses')
export class MasksController {
  constructor(private readonly maskVoucher: MaskVoucher) {}

  @Put(':id/vouchers/:fileId/mask')
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
}
