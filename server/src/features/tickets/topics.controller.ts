import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { TopicsAnswer } from '@huiying/shared/tickets'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http/request'
import { SaveTopic } from './save-topic'
import { topicsAnswerOf } from './topics.board'
import { TopicRequest } from './ways-bodies'

/** What matters are about, as a sub-district names it. */
@ApiTags('tickets')
@ApiBearerAuth()
@Controller('api/topics')
export class TopicsController {
  constructor(
    private readonly saveTopic: SaveTopic,
    private readonly reads: ReadDatabase,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The list of the sub-district I work in' })
  list(@CurrentViewer() viewer: Viewer): Promise<TopicsAnswer> {
    return topicsAnswerOf(this.reads, viewer)
  }

  @Post()
  @ApiOperation({ summary: 'Put a topic on the list' })
  @HttpCode(200)
  async add(@CurrentViewer() viewer: Viewer, @Body() body: TopicRequest): Promise<TopicsAnswer> {
    await this.saveTopic.execute(viewer, null, body)
    return topicsAnswerOf(this.reads, viewer)
  }

  @Put(':topicId')
  @ApiOperation({ summary: 'Change a topic, or take it off the list' })
  async change(@CurrentViewer() viewer: Viewer, @Param('topicId') topicId: string, @Body() body: TopicRequest): Promise<TopicsAnswer> {
    await this.saveTopic.execute(viewer, topicId, body)
    return topicsAnswerOf(this.reads, viewer)
  }
}
