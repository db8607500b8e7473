import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import {
  TEMPLATE_KEYS, type AcceptedSubscriptionsBody, type NoticeListAnswer, type NoticePreferences, type ReadNoticesBody,
  type SubscriptionsAnswer, type TemplateKey, type UndeliveredAnswer, type UnreadAnswer,
} from '@huiying/shared/notifications'
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator'
import { CurrentViewer } from '../../platform/http/request'
import { AcceptSubscriptions } from './accept-subscriptions'
import { NoticeBoards } from './notice-boards'
import { ReadNotices } from './read-notices'
import { SetPreferences } from './set-preferences'

class ReadNoticesRequest implements ReadNoticesBody {
  @ApiPropertyOptional({ type: [String] }) @IsOptional() @IsArray() @ArrayMaxSize(200)
  @IsString({ each: true }) @MaxLength(32, { each: true })
  ids?: string[]

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(32)
  ticketId?: string
}

class AcceptedSubscriptionsRequest implements AcceptedSubscriptionsBody {
  @ApiProperty({ enum: TEMPLATE_KEYS, isArray: true })
  @IsArray()
  @ArrayMaxSize(TEMPLATE_KEYS.length)
  @IsIn(TEMPLATE_KEYS, { each: true })
  accepted!: TemplateKey[]
}

class PreferencesRequest implements NoticePreferences {
  @ApiProperty() @IsBoolean()
  answer!: boolean

  @ApiProperty() @IsBoolean()
  duty!: boolean

  @ApiProperty() @IsBoolean()
  supervision!: boolean

  @ApiProperty() @IsBoolean()
  roster!: boolean

  @ApiProperty() @IsBoolean()
  money!: boolean
}

/** What people are told, and how they want to be. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller('api')
export class NoticesController {
  constructor(
    private readonly boards: NoticeBoards,
    private readonly readNotices: ReadNotices,
    private readonly acceptSubscriptions: AcceptSubscriptions,
    private readonly setPreferences: SetPreferences,
  ) {}

  @Get('notices')
  @ApiOperation({ summary: 'What I was told, newest first' })
  list(@CurrentViewer() viewer: Viewer, @Query('cursor') cursor?: string): Promise<NoticeListAnswer> {
    return this.boards.list(viewer, cursor ?? null)
  }

  @Post('notices/read')
  @ApiOperation({ summary: 'I have read these, or all about a ticket, or all; answers how many are left' })
  @HttpCode(200)
  async read(@CurrentViewer() viewer: Viewer, @Body() body: ReadNoticesRequest): Promise<UnreadAnswer> {
    await this.readNotices.execute(viewer, body)
    return this.boards.unread(viewer)
  }

  @Get('undelivered')
  @ApiOperation({ summary: 'Of which matters nobody on duty could be told, and whom to call; for staff and leaders' })
  undelivered(@CurrentViewer() viewer: Viewer): Promise<UndeliveredAnswer> {
    return this.boards.undelivered(viewer)
  }

  @Get('me/subscriptions')
  @ApiOperation({ summary: 'How many WeChat messages of each kind I still accept, and what I want to hear of' })
  subscriptions(@CurrentViewer() viewer: Viewer): Promise<SubscriptionsAnswer> {
    return this.boards.subscriptions(viewer)
  }

  @Post('me/subscriptions')
  @ApiOperation({ summary: 'I have just accepted one more WeChat message of each of these kinds' })
  @HttpCode(200)
  async accept(
    @CurrentViewer() viewer: Viewer,
    @Body() body: AcceptedSubscriptionsRequest,
  ): Promise<SubscriptionsAnswer> {
    await this.acceptSubscriptions.execute(viewer, body.accepted)
    return this.boards.subscriptions(viewer)
  }

  @Put('me/preferences')
  @ApiOperation({ summary: 'What I want to hear of through WeChat' })
  async prefer(@CurrentViewer() viewer: Viewer, @Body() body: PreferencesRequest): Promise<SubscriptionsAnswer> {
    await this.setPreferences.execute(viewer, body)
    return this.boards.subscriptions(viewer)
  }
}
