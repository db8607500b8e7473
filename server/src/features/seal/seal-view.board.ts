import { holdersOf, holdersOfAny, type FileBytes, type SigningGround, type Strokes } from '@huiying/shared/expenses'
import type { PersonTag, Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import {
  copiesLeft, currentSealRevision, liveSealSignatures, openSealSlots, SEAL_FILER_POSTS, SEAL_SLOTS, sealBlockOf,
  whoWillSignForSeal, type SealRequest, type SealSlot, type SealView,
} from '@huiying/shared/seal'
import type { Reads } from '../../platform/database/reads'
import { fileUrls, type FileUrls, type FileUrlSigner } from '../files/public'
import { personTags } from '../identity/public'
import { drawingsOf } from '../signing/public'
import { villageOf } from '../villages/public'
import { sealGroundOf } from './act-on-seal'
import { usesOf } from './register.board'
import { sealById } from './seals-by'
import { maySeeRequests } from './who-sees'

/** One request as a whole. @throws seal.not-found */
export async function sealViewOf(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  sealId: string,
  now: EpochMs,
): Promise<SealView> {
  const request = await sealById(reads, sealId)
  if (request === null || !maySeeRequests(viewer, request)) throw new DomainError('seal.not-found')
  const village = await villageOf(reads, request.villageId)
  if (village === null) throw new Error(`seal request ${sealId} lies in no village`)
  const ground = await sealGroundOf(reads, request, now)
  const { content, number, digest, over } = currentSealRevision(request)
  const { kind, title, counterparty, document, copies, consent } = content
  const live = liveSealSignatures(request)
  const files = await fileUrls(reads, signer, [document?.fileId, consent?.minutes.fileId].filter(isThere), now)
  const tags = await personTags(reads, peopleIn(request, ground, now), now, request.villageId)
  const strokes = await drawingsOf(reads, live.map((one) => one.strokes.fileId))
  return {
    id: request.id,
    now,
    village: { id: village.id, kind: village.kind, name: village.name },
    status: request.status,
    kind,
    title,
    counterparty: { name: counterparty.name, personId: counterparty.personId },
    document: documentOf(document, files),
    copies,
    copiesLeft: copiesLeft(request),
    consent: consent === null
      ? null
      : { heldOn: consent.heldOn, minutes: files.photos([consent.minutes.fileId])[0] ?? null },
    revision: number,
    digest,
    slots: slotsOf(request, ground, tags, strokes, now),
    refusedWhy: over?.how === 'refused' ? { by: tags.get(over.by) ?? null, reason: over.reason, at: over.at } : null,
    uses: usesOf(request, tags),
    may: whatHeMay(request, viewer.personId ?? '', ground, now),
  }
}

function documentOf(document: FileBytes | null, files: FileUrls): SealView['document'] {
  const photo = document === null ? undefined : files.photos([document.fileId])[0]
  return document === null || photo === undefined ? null : { photo, sha256: document.sha256 }
}

function slotsOf(
  request: SealRequest,
  ground: SigningGround,
  tags: ReadonlyMap<string, PersonTag>,
  strokes: ReadonlyMap<string, Strokes>,
  now: EpochMs,
): SealView['slots'] {
  const live = liveSealSignatures(request)
  return whoWillSignForSeal(request, ground, now).map(({ slot, personIds }) => {
    const given = live.find((one) => one.slot === slot)
    return {
      slot,
      signed: given === undefined
        ? null
        : {
            by: tagOf(tags, given.personId), at: given.at, level: given.level,
            strokes: strokes.get(given.strokes.fileId) ?? null,
          },
      people: personIds.map((personId) => tagOf(tags, personId)),
    }
  })
}

/** What the phone offers; the acts themselves are judged where they are stored. */
function whatHeMay(request: SealRequest, personId: string, ground: SigningGround, now: EpochMs): SealView['may'] {
  const { villageId, status } = request
  const isFiler = holdersOfAny(SEAL_FILER_POSTS, villageId, ground.posts, now).includes(personId)
  const isOpen = status === 'draft' || status === 'signing' || status === 'refused'
  const holds = (slot: SealSlot): boolean => holdersOf(slot, villageId, ground.posts, now).includes(personId)
  const given = status === 'signing' ? liveSealSignatures(request).filter((one) => one.personId === personId) : []
  return {
    sign: openSealSlots(request).filter((slot) => sealBlockOf(request, slot, personId, ground, now) === null),
    takeBack: given.map(({ slot }) => slot).filter((slot) => holds(slot)),
    save: isFiler && isOpen,
    submit: isFiler && status === 'draft',
    withdraw: isFiler && isOpen,
    use: isFiler && status === 'approved' && copiesLeft(request) > 0,
  }
}

function peopleIn(request: SealRequest, ground: SigningGround, now: EpochMs): readonly string[] {
  const { over, signatures } = currentSealRevision(request)
  const signers = SEAL_SLOTS.flatMap((slot) => holdersOf(slot, request.villageId, ground.posts, now))
  const named = over === null ? [] : [over.by]
  return [...signers, ...signatures.map(({ personId }) => personId), ...named, ...request.uses.map(({ by }) => by)]
}

function tagOf(tags: ReadonlyMap<string, PersonTag>, personId: string): PersonTag {
  return tags.get(personId) ?? { personId, name: '', post: null, charge: null }
}

function isThere(id: string | undefined): id is string {
  return id !== undefined
}
