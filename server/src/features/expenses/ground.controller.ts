import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { DecisionsAnswer, KinshipsAnswer } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { FileUrlSigner } from '../files/public'
import { decisionsOf } from './decisions.board'
import { DecisionRequest, KinshipRequest } from './ground-bodies'
import { AddKinship, RemoveKinship } from './keep-kinships'
import { kinshipRegister } from './kinships.board'
import { RecordDecision } from './record-decision'
import { VoidDecision } from './void-decision'

/** What expenses rest on: the village's decisions, and who is related to whom. */
@ApiTags('expenses')
@ApiBearerAuth()
@Controller('api')
export class GroundController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly signer: FileUrlSigner,
    private readonly recordDecision: RecordDecision,
    private readonly voidDecision: VoidDecision,
    private readonly addKinship: AddKinship,
    private readonly removeKinship: RemoveKinship,
  ) {}

  @Get('villages/:villageId/decisions')
  @ApiOperation({ summary: 'What the village has decided, and how much of each budget is taken' })
  decisions(@CurrentViewer() viewer: Viewer, @Param('villageId') villageId: string): Promise<DecisionsAnswer> {
    return this.#decisions(viewer, villageId)
  }

  @Post('villages/:villageId/decisions')
  @ApiOperation({ summary: 'Write down a decision with its minutes, as accountant; needs an Idempotency-Key' })
  async record(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Body() body: DecisionRequest,
  ): Promise<DecisionsAnswer> {
    await this.recordDecision.execute(viewer, villageId, body)
    return this.#decisions(viewer, villageId)
  }

  @Post('decisions/:decisionId/voiding')
  @ApiOperation({ summary: 'Take back a decision that was recorded by mistake; nothing new may rest on it' })
  @HttpCode(200)
  async void(@CurrentViewer() viewer: Viewer, @Param('decisionId') decisionId: string): Promise<DecisionsAnswer> {
    return this.#decisions(viewer, await this.voidDecision.execute(viewer, decisionId))
  }

  @Get('villages/:villageId/kinships')
  @ApiOperation({ summary: 'The register of close relatives, for those who keep it' })
  kinships(@CurrentViewer() viewer: Viewer, @Param('villageId') villageId: string): Promise<KinshipsAnswer> {
    return this.#kinships(viewer, villageId)
  }

  @Post('villages/:villageId/kinships')
  @ApiOperation({ summary: 'Enter two close relatives; a second time, either way round, is refused' })
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Body() body: KinshipRequest,
  ): Promise<KinshipsAnswer> {
    await this.addKinship.execute(viewer, villageId, body)
    return this.#kinships(viewer, villageId)
  }

  @Delete('kinships/:kinshipId')
  @ApiOperation({ summary: 'Strike a line out of the register of close relatives' })
  async remove(@CurrentViewer() viewer: Viewer, @Param('kinshipId') kinshipId: string): Promise<KinshipsAnswer> {
    return this.#kinships(viewer, await this.removeKinship.execute(viewer, kinshipId))
  }

  async #decisions(viewer: Viewer, villageId: string): Promise<DecisionsAnswer> {
    return decisionsOf(this.reads, this.signer, viewer, villageId, await this.clock.now())
  }

  async #kinships(viewer: Viewer, villageId: string): Promise<KinshipsAnswer> {
    return kinshipRegister(this.reads, viewer, villageId, await this.clock.now())
  }
}
