import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { TEXT_LIMIT, type HeldAnswer, type PublicationBody, type WithheldAnswer } from '@huiying/shared/tickets'
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator'
import { CurrentViewer } from '../../../platform/http/request'
import { DecideHeld } from './decide-held'
import { PublicationBoards } from './publication-boards'

class PublicationRequest implements PublicationBody {
  @ApiProperty() @IsBoolean()
  isOpen!: boolean

  @ApiPropertyOptional({ description: 'Why it is not open, or why it is after all; the reporter reads it.' })
  @IsOptional() @IsString() @MaxLength(TEXT_LIMIT)
  reason?: string
}

/** What a person must look at before all may see it. */
@ApiTags('publication')
@ApiBearerAuth()
@Controller('api/publication')
export class PublicationController {
  constructor(
    private readonly boards: PublicationBoards,
    private readonly decideHeld: DecideHeld,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What waits for somebody of the sub-district to look at it' })
  held(@CurrentViewer() viewer: Viewer): Promise<HeldAnswer> {
    return this.boards.held(viewer)
  }

  @Get('withheld')
  @ApiOperation({ summary: 'What was not shown to all, the newest first, page by page' })
  withheld(@CurrentViewer() viewer: Viewer, @Query('cursor') cursor?: string): Promise<WithheldAnswer> {
    return this.boards.withheld(viewer, typeof cursor === 'string' ? cursor : null)
  }

  @Post(':checkId/decision')
  @ApiOperation({ summary: 'Whether all may see it; a no may be put right. The matter goes on either way' })
  @HttpCode(200)
  async decide(
    @CurrentViewer() viewer: Viewer, @Param('checkId') checkId: string, @Body() body: PublicationRequest,
  ): Promise<HeldAnswer> {
    await this.decideHeld.execute(viewer, { checkId, isOpen: body.isOpen, reason: body.reason ?? '' })
    return this.boards.held(viewer)
  }
}
