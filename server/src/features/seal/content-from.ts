import type { FileBytes } from '@huiying/shared/expenses'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { SealBody, SealContent } from '@huiying/shared/seal'
import type { Reads } from '../../platform/database/reads'
import { photosInBrief } from '../files/public'
import { personTags } from '../identity/public'

export interface GivenSeal {
  readonly content: SealContent
  /** Photos that do not belong to the request yet: to be claimed where the content is stored. */
  readonly unclaimed: readonly string[]
}

/**
 * What will be signed, with the digests of the stored bytes.
 * @throws file.not-found, seal.content-invalid for another side that no register knows
 */
export async function contentFrom(reads: Reads, body: SealBody, sealId: string, now: EpochMs): Promise<GivenSeal> {
  const { kind, title, counterparty, documentPhotoId, copies, consent } = body
  const wanted = [documentPhotoId, consent?.minutesPhotoId].filter((id): id is string => id !== undefined)
  const photos = await photosInBrief(reads, wanted)
  const personId = counterparty.personId || null
  if (personId !== null && !(await personTags(reads, [personId], now)).has(personId)) {
    throw new DomainError('seal.content-invalid', { field: 'counterparty' })
  }
  const bytesOf = (id: string): FileBytes => {
    const photo = photos.get(id)
    if (photo === undefined) throw new DomainError('file.not-found')
    return { fileId: id, sha256: photo.sha256 }
  }
  return {
    content: {
      kind,
      title,
      counterparty: { name: counterparty.name, personId },
      document: documentPhotoId === undefined ? null : bytesOf(documentPhotoId),
      copies,
      consent: consent === undefined ? null : { heldOn: consent.heldOn, minutes: bytesOf(consent.minutesPhotoId) },
    },
    unclaimed: [...new Set(wanted)].filter((id) => photos.get(id)?.subjectId !== sealId),
  }
}
