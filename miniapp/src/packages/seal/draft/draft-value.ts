import type { PhotoAddress } from '@huiying/shared/files'
import type { CalendarDate } from '@huiying/shared/kernel'
import { COPIES_LIMIT, type SealBody, type SealKind, type SealView } from '@huiying/shared/seal'
import type { LocalFile } from '@/platform/local-file'

/** A photo on the phone, or one that the server has. */
export interface DraftPhoto {
  readonly local: LocalFile | null
  readonly kept: PhotoAddress | null
}

/** What somebody is writing, as it lies on the phone. Plain data. */
export interface SealDraft {
  readonly kind: SealKind
  readonly title: string
  readonly counterpartyName: string
  readonly counterpartyId: string | null
  readonly copiesText: string
  readonly document: DraftPhoto
  readonly minutes: DraftPhoto
  readonly heldOn: CalendarDate | ''
}

const NO_PHOTO: DraftPhoto = { local: null, kept: null }

export const EMPTY_SEAL_DRAFT: SealDraft = {
  kind: 'outside-contract', title: '', counterpartyName: '', counterpartyId: null, copiesText: '2',
  document: NO_PHOTO, minutes: NO_PHOTO, heldOn: '',
}

/** What stands on the request, to be changed. */
export function sealDraftOf({ kind, title, counterparty, copies, document, consent }: SealView): SealDraft {
  return {
    kind, title, counterpartyName: counterparty.name, counterpartyId: counterparty.personId, copiesText: String(copies),
    document: { local: null, kept: document?.photo ?? null },
    minutes: { local: null, kept: consent?.minutes ?? null },
    heldOn: consent?.heldOn ?? '',
  }
}

/** What even a draft must have right before it can be kept; `null`: it can. */
export function sealFaultOf({ copiesText, minutes, heldOn }: SealDraft): string | null {
  const copies = Number(copiesText.trim())
  if (!Number.isInteger(copies) || copies < 1 || copies > COPIES_LIMIT) return `份数请写 1 到 ${COPIES_LIMIT}`
  const hasMinutes = minutes.local !== null || minutes.kept !== null
  if (hasMinutes && heldOn === '') return '请选联席会议是哪天开的'
  if (!hasMinutes && heldOn !== '') return '请拍一张联席会议的记录'
  return null
}

export interface SentPhotos {
  readonly documentId: string | null
  readonly minutesId: string | null
}

export function sealBodyOf(draft: SealDraft, { documentId, minutesId }: SentPhotos): SealBody {
  const { kind, title, counterpartyName, counterpartyId, copiesText, heldOn } = draft
  return {
    kind,
    title: title.trim(),
    counterparty: { name: counterpartyName.trim(), ...(counterpartyId === null ? {} : { personId: counterpartyId }) },
    copies: Number(copiesText.trim()),
    ...(documentId === null ? {} : { documentPhotoId: documentId }),
    ...(minutesId === null || heldOn === '' ? {} : { consent: { heldOn, minutesPhotoId: minutesId } }),
  }
}
