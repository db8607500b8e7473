import type { SigningGround } from '@huiying/shared/expenses'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import { currentSealRevision, type SealRequest } from '@huiying/shared/seal'
import type { Reads } from '../../platform/database/reads'
import type { Work } from '../../platform/database/work'
import { relativesOf } from '../expenses/public'
import { postsAtVillage } from '../identity/public'
import { SealRepository } from './seal.repository'
import { maySeeRequests } from './who-sees'

/** A request of which this unit of work holds the lock, before somebody who may see it. */
export interface SealInHand {
  readonly request: SealRequest
  readonly viewer: Viewer
  readonly personId: string
  readonly ground: SigningGround
  readonly seals: SealRepository
}

/** @throws seal.not-found, also for whoever may not see it */
export async function sealInHand(work: Work, viewer: Viewer, sealId: string): Promise<SealInHand> {
  const seals = new SealRepository(work)
  const request = await seals.load(sealId)
  const current = viewerLater(viewer, work.now)
  if (request === null || current.personId === null || !maySeeRequests(current, request)) {
    throw new DomainError('seal.not-found')
  }
  const ground = await sealGroundOf(work, request, work.now)
  return { request, viewer: current, personId: current.personId, ground, seals }
}

/** What decides who may sign, as of now: the village's posts, and who is related to whom or to the other side. */
export async function sealGroundOf(reads: Reads, request: SealRequest, now: EpochMs): Promise<SigningGround> {
  const posts = await postsAtVillage(reads, request.villageId, now)
  const otherSide = currentSealRevision(request).content.counterparty.personId
  return { posts, relatives: await relativesOf(reads, [...posts.map(({ personId }) => personId), otherSide]) }
}
