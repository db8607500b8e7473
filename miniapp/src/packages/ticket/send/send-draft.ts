import { excerpt, normalizePhone } from '@huiying/shared/kernel'
import {
  checkSubmission,
  KEPT_WORDS,
  type AboutWhom,
  type Place,
  type SubmitTicketBody,
  type TicketKind,
  type Visibility,
} from '@huiying/shared/tickets'
import type { LocalFile } from '@/platform/local-file'

/** What is being written, as it waits on the phone. */
export interface SendDraft {
  readonly text: string
  readonly voice: LocalFile | null
  readonly photos: readonly LocalFile[]
  readonly place: Place | null
  readonly visibility: Visibility
  readonly kind: TicketKind
  /** Whom a complaint is about; then nobody of the village sees it. `aboutPersonId`: the cadre picked by name. */
  readonly about: AboutWhom | null
  readonly aboutPersonId: string | null
  /** `null`: whom the village's directory names. */
  readonly addresseeId: string | null
  /** The name and the phone as typed; `null`: he speaks for himself. */
  readonly onBehalfOf: { readonly name: string; readonly phone: string } | null
}

export const EMPTY_SEND_DRAFT: SendDraft = {
  text: '',
  voice: null,
  photos: [],
  place: null,
  visibility: 'village',
  kind: 'help',
  about: null,
  aboutPersonId: null,
  addresseeId: null,
  onBehalfOf: null,
}

/**
 * The words and choices as the server takes them; recording and photos go beside them.
 * @param regardingId the own ticket whose handling he complains of
 * @throws DomainError with the server's own reasons, so that one hears of them before the network is asked.
 */
export function bodyOf(
  draft: SendDraft,
  villageId: string,
  regardingId: string | null = null,
): SubmitTicketBody {
  const other = draft.onBehalfOf
  const onBehalfOf = other === null ? null : { name: other.name.trim(), phone: normalizePhone(other.phone) }
  checkSubmission({
    text: draft.text,
    hasVoice: draft.voice !== null,
    photoCount: draft.photos.length,
    place: draft.place,
    onBehalfOf,
  })
  return {
    villageId,
    text: draft.text.trim(),
    kind: draft.kind,
    visibility: draft.visibility,
    ...(draft.addresseeId === null || isKept(draft) ? {} : { addresseeId: draft.addresseeId }),
    ...(draft.about === null ? {} : { about: draft.about }),
    ...(draft.about === null || draft.aboutPersonId === null ? {} : { aboutPersonId: draft.aboutPersonId }),
    ...(regardingId === null ? {} : { regardingTicketId: regardingId }),
    ...(draft.place === null ? {} : { place: draft.place }),
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
  }
}

/** Nobody of the village is to know of it. */
export function isKept({ visibility, about }: Pick<SendDraft, 'visibility' | 'about'>): boolean {
  return visibility === 'confidential' || about !== null
}

/** A number that was begun and is none; an empty one is fine. */
export function isPhoneWrong(draft: SendDraft): boolean {
  const typed = draft.onBehalfOf?.phone.trim() ?? ''
  return typed !== '' && normalizePhone(typed) === null
}

/** How the list of what waits on the phone names it. */
export function labelOf(draft: SendDraft): string {
  if (isKept(draft)) return KEPT_WORDS
  return excerpt(draft.text, 20) || '（一段话）'
}
