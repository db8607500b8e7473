import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import {
  TEMPLATE_KEYS, type AcceptedSubscriptionsBody, type NoticeListAnswer, type NoticePreferences, type ReadNoticesBody,
  type SubscriptionsAnswer, type TemplateKey, type UnreadAnswer,
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
  list(@CurrentViewer() viewer: Viewer, @Query('cursor') cursor?: string): Promise<NoticeListAnswer> {
    return this.boards.list(viewer, cursor ?? null)
  }

  @Post('notices/read')
  @HttpCode(200)
  async read(@CurrentViewer() viewer: Viewer, @Body() body: ReadNoticesRequest): Promise<UnreadAnswer> {
    await this.readNotices.execute(viewer, body.ids ?? null)
    return this.boards.unread(viewer)
  }

  @Get('me/subscriptions')
  subscriptions(@CurrentViewer() viewer: Viewer): Promise<SubscriptionsAnswer> {
    return this.boards.subscriptions(viewer)
  }

  @Post('me/subscriptions')
  @HttpCode(200)
  async accept(
    @CurrentViewer() viewer: Viewer,
    @Body() body: AcceptedSubscriptionsRequest,
  ): Promise<SubscriptionsAnswer> {
    await this.acceptSubscriptions.execute(viewer, body.accepted)
    return this.boards.subscriptions(viewer)
  }

  @Put('me/preferences')
  async prefer(@CurrentViewer() viewer: Viewer, @Body() body: PreferencesRequest): Promise<SubscriptionsAnswer> {
    await this.setPreferences.execute(viewer, body)
    return this.boards.subscriptions(viewer)
  }
}
