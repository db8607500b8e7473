import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { ChallengeAnswer } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { SealFormAnswer, SealsAnswer, SealView } from '@huiying/shared/seal'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { FileUrlSigner } from '../files/public'
import { ChallengeSeal } from './challenge-seal'
import { DraftSeal } from './draft-seal'
import { RefuseSeal } from './refuse-seal'
import { SaveSeal } from './save-seal'
import {
  SaveSealRequest, SealRefusalRequest, SealRequestBody, SealShownBody, SealSignRequest, SealSlotRequest, SealUseRequest,
} from './seal-bodies'
import { sealForm } from './seal-form.board'
import { sealViewOf } from './seal-view.board'
import { sealsOf } from './seals.board'
import { SignSeal } from './sign-seal'
import { SubmitSeal } from './submit-seal'
import { TakeBackSealSignature } from './take-back-seal-signature'
import { UseSeal } from './use-seal'
import { WithdrawSeal } from './withdraw-seal'

@ApiTags('seal')
@ApiBearerAuth()
@Controller('api')
export class SealController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly signer: FileUrlSigner,
    private readonly draftSeal: DraftSeal,
    private readonly saveSeal: SaveSeal,
    private readonly submitSeal: SubmitSeal,
    private readonly withdrawSeal: WithdrawSeal,
    private readonly challengeSeal: ChallengeSeal,
    private readonly signSeal: SignSeal,
    private readonly refuseSeal: RefuseSeal,
    private readonly takeBack: TakeBackSealSignature,
    private readonly useSeal: UseSeal,
  ) {}

  @Get('villages/:villageId/seals')
  @ApiOperation({ summary: 'Requests for the seal, for whom it is work, and the register of its uses, for all of the village' })
  async seals(@CurrentViewer() viewer: Viewer, @Param('villageId') villageId: string): Promise<SealsAnswer> {
    return sealsOf(this.reads, viewer, villageId, await this.clock.now())
  }

  @Post('villages/:villageId/seals')
  @ApiOperation({ summary: 'Ask for the seal, still to be completed; needs an Idempotency-Key' })
  async draft(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Body() body: SealRequestBody,
  ): Promise<SealView> {
    return this.#view(viewer, await this.draftSeal.execute(viewer, villageId, body))
  }

  @Get('villages/:villageId/seal-form')
  @ApiOperation({ summary: 'Who of the village might be the other side of a request for the seal' })
  async form(@CurrentViewer() viewer: Viewer, @Param('villageId') villageId: string): Promise<SealFormAnswer> {
    return sealForm(this.reads, viewer, villageId, await this.clock.now())
  }

  @Get('seals/:sealId')
  @ApiOperation({ summary: 'One request with its signatures and uses' })
  view(@CurrentViewer() viewer: Viewer, @Param('sealId') sealId: string): Promise<SealView> {
    return this.#view(viewer, sealId)
  }

  @Put('seals/:sealId')
  @ApiOperation({ summary: 'Change the request; what was signed before counts no more' })
  async save(@CurrentViewer() viewer: Viewer, @Param('sealId') sealId: string, @Body() body: SaveSealRequest): Promise<SealView> {
    await this.saveSeal.execute(viewer, sealId, body)
    return this.#view(viewer, sealId)
  }

  @Post('seals/:sealId/submission')
  @ApiOperation({ summary: 'Ask the three to sign' })
  @HttpCode(200)
  async submit(@CurrentViewer() viewer: Viewer, @Param('sealId') sealId: string, @Body() { shown }: SealShownBody): Promise<SealView> {
    await this.submitSeal.execute(viewer, sealId, shown)
    return this.#view(viewer, sealId)
  }

  @Post('seals/:sealId/withdrawal')
  @ApiOperation({ summary: 'Give the request up, before the third has signed' })
  @HttpCode(200)
  async withdraw(@CurrentViewer() viewer: Viewer, @Param('sealId') sealId: string): Promise<SealView> {
    await this.withdrawSeal.execute(viewer, sealId)
    return this.#view(viewer, sealId)
  }

  @Post('seals/:sealId/challenges')
  @ApiOperation({ summary: 'What to sign, once, within ten minutes' })
  challenge(
    @CurrentViewer() viewer: Viewer,
    @Param('sealId') sealId: string,
    @Body() { slot, shown }: SealSlotRequest,
  ): Promise<ChallengeAnswer> {
    return this.challengeSeal.execute(viewer, sealId, slot, shown)
  }

  @Post('seals/:sealId/signatures')
  @ApiOperation({ summary: 'Sign as one of the three; the last signature gives leave to use the seal' })
  async sign(@CurrentViewer() viewer: Viewer, @Param('sealId') sealId: string, @Body() body: SealSignRequest): Promise<SealView> {
    await this.signSeal.execute(viewer, sealId, body)
    return this.#view(viewer, sealId)
  }

  @Post('seals/:sealId/refusal')
  @ApiOperation({ summary: 'Say no as one of the three, with the reason' })
  @HttpCode(200)
  async refuse(@CurrentViewer() viewer: Viewer, @Param('sealId') sealId: string, @Body() body: SealRefusalRequest): Promise<SealView> {
    await this.refuseSeal.execute(viewer, sealId, body)
    return this.#view(viewer, sealId)
  }

  @Post('seals/:sealId/take-back')
  @ApiOperation({ summary: 'Take one’s own signature back, before the third has signed' })
  @HttpCode(200)
  async takeItBack(@CurrentViewer() viewer: Viewer, @Param('sealId') sealId: string, @Body() body: SealSlotRequest): Promise<SealView> {
    await this.takeBack.execute(viewer, sealId, body)
    return this.#view(viewer, sealId)
  }

  @Post('seals/:sealId/uses')
  @ApiOperation({ summary: 'Put the seal on copies of the signed document: a line of the register; needs an Idempotency-Key' })
  async use(@CurrentViewer() viewer: Viewer, @Param('sealId') sealId: string, @Body() body: SealUseRequest): Promise<SealView> {
    await this.useSeal.execute(viewer, sealId, body)
    return this.#view(viewer, sealId)
  }

  async #view(viewer: Viewer, sealId: string): Promise<SealView> {
    return sealViewOf(this.reads, this.signer, viewer, sealId, await this.clock.now())
  }
}
