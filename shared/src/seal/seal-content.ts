import { isCalendarDate, textLength, DomainError, type CalendarDate } from '../kernel'
import type { CanonicalObject, FileBytes } from '../expenses'
import { isWellFormedText } from '../proof'

/** 借款, 发包, 对外合同, 项目申报 (handbook §4, "三签字"). */
export const SEAL_KINDS = ['loan', 'contracting-out', 'outside-contract', 'project-application'] as const
export type SealKind = (typeof SEAL_KINDS)[number]

/** What the three bind: this document, so many copies, on this consent. A draft may be incomplete. */
export interface SealContent {
  readonly kind: SealKind
  readonly title: string
  readonly counterparty: Counterparty
  readonly document: FileBytes | null
  readonly copies: number
  /** Of the joint meeting 村"两委"联席会议; `null`: not attached yet. */
  readonly consent: Consent | null
}

export interface Counterparty {
  readonly name: string
  /** On the register: himself, or the owner; `null`: nobody the register knows. */
  readonly personId: string | null
}

export interface Consent {
  readonly heldOn: CalendarDate
  /** The minutes, with who was there and said yes. */
  readonly minutes: FileBytes
}

export const SEAL_TITLE_LIMIT = 100
export const SEAL_REASON_LIMIT = 200
export const COPIES_LIMIT = 50

export const SEAL_FIELDS = ['kind', 'title', 'counterparty', 'document', 'copies', 'consent'] as const
export type SealField = (typeof SEAL_FIELDS)[number]

/** The exact content a signature binds; absent is "". */
export function sealContentOf(
  owner: { readonly id: string; readonly villageId: string },
  revision: number,
  content: SealContent,
): CanonicalObject {
  return {
    type: 'huiying.seal', format: 1, requestId: owner.id, villageId: owner.villageId, revision,
    content: canonicalSeal(content),
  }
}

export function canonicalSeal(content: SealContent): Readonly<Record<SealField, CanonicalObject | string | number>> {
  const { kind, title, counterparty, document, copies, consent } = content
  return {
    kind,
    title,
    counterparty: { name: counterparty.name, personId: counterparty.personId ?? '' },
    document: document === null ? '' : bytesOf(document),
    copies,
    consent: consent === null ? '' : { heldOn: consent.heldOn, minutes: bytesOf(consent.minutes) },
  }
}

export function cleanSealContent(content: SealContent): SealContent {
  const name = content.counterparty.name.normalize('NFC').trim()
  return { ...content, title: content.title.normalize('NFC').trim(), counterparty: { ...content.counterparty, name } }
}

/** What even a draft keeps to. @throws seal.content-invalid with the field */
export function checkSealDraft({ title, counterparty, document, copies, consent }: SealContent): void {
  mustBe('title', isFitting(title))
  mustBe('counterparty', isFitting(counterparty.name))
  mustBe('document', document === null || isSha256(document))
  mustBe('copies', Number.isInteger(copies) && copies >= 1 && copies <= COPIES_LIMIT)
  mustBe('consent', consent === null || (isCalendarDate(consent.heldOn) && isSha256(consent.minutes)))
}

/** @param today in China @throws seal.content-invalid with the field, seal.consent-missing */
export function checkSealComplete({ title, counterparty, document, consent }: SealContent, today: CalendarDate): void {
  mustBe('title', title !== '')
  mustBe('counterparty', counterparty.name !== '')
  mustBe('document', document !== null)
  if (consent === null) throw new DomainError('seal.consent-missing')
  mustBe('consent', consent.heldOn <= today)
}

function bytesOf({ fileId, sha256 }: FileBytes): CanonicalObject {
  return { fileId, sha256 }
}

function isFitting(text: string): boolean {
  return textLength(text) <= SEAL_TITLE_LIMIT && isWellFormedText(text)
}

function isSha256({ sha256 }: FileBytes): boolean {
  return /^[0-9a-f]{64}$/.test(sha256)
}

function mustBe(field: SealField, isSound: boolean): void {
  if (!isSound) throw new DomainError('seal.content-invalid', { field })
}
