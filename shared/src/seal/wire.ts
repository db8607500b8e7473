import type { PhotoAddress } from '../files'
import type { CalendarDate, EpochMs } from '../kernel'
import type { PersonTag } from '../identity'
import type { ShownBody, SignatureLevel, Strokes } from '../expenses'
import type { UnitBrief } from '../villages'
import type { SealKind } from './seal-content'
import type { SealSlot, SealStatus } from './seal-request'

/** POST /api/villages/:villageId/seals (keyed); PUT /api/seals/:id {content, shown}. Answer SealView. */
export interface SealBody {
  readonly kind: SealKind
  readonly title: string
  readonly counterparty: { readonly name: string; readonly personId?: string }
  readonly documentPhotoId?: string
  readonly copies: number
  readonly consent?: { readonly heldOn: CalendarDate; readonly minutesPhotoId: string }
}
export interface SaveSealBody {
  readonly content: SealBody
  readonly shown: ShownBody
}
// POST /api/seals/:id/submission {shown}, /withdrawal, /challenges {slot, shown}, /signatures, /refusal, /take-back.
export interface SealSignBody {
  readonly slot: SealSlot
  readonly shown: ShownBody
  readonly nonce: string
  readonly strokes: Strokes
  readonly soter?: { readonly json: string; readonly signature: string }
}
export interface SealRefusalBody {
  readonly slot: SealSlot
  readonly shown: ShownBody
  readonly reason: string
}
/** POST /api/seals/:id/uses (keyed) */
export interface SealUseBody {
  readonly documentSha256: string
  readonly copies: number
}
/** GET /api/seals/:id */
export interface SealView {
  readonly id: string
  readonly now: EpochMs
  readonly village: UnitBrief
  readonly status: SealStatus
  readonly kind: SealKind
  readonly title: string
  readonly counterparty: { readonly name: string; readonly personId: string | null }
  readonly document: { readonly photo: PhotoAddress; readonly sha256: string } | null
  readonly copies: number
  readonly copiesLeft: number
  readonly consent: { readonly heldOn: CalendarDate; readonly minutes: PhotoAddress | null } | null
  readonly revision: number
  readonly digest: string
  readonly slots: readonly {
    readonly slot: SealSlot
    readonly signed: {
      readonly by: PersonTag
      readonly at: EpochMs
      readonly level: SignatureLevel
      readonly strokes: Strokes | null
    } | null
    readonly people: readonly PersonTag[]
  }[]
  readonly refusedWhy: { readonly by: PersonTag | null; readonly reason: string; readonly at: EpochMs } | null
  readonly uses: readonly SealUseRow[]
  readonly may: {
    readonly sign: readonly SealSlot[]
    readonly takeBack: readonly SealSlot[]
    readonly save: boolean
    readonly submit: boolean
    readonly withdraw: boolean
    readonly use: boolean
  }
}
export interface SealUseRow {
  readonly id: string
  /** "2026-007" */
  readonly label: string
  readonly title: string
  readonly documentSha256: string
  readonly copies: number
  readonly by: PersonTag | null
  readonly at: EpochMs
}
/**
 * GET /api/villages/:villageId/seals — requests, newest first, for who works for the village or watches over it; and
 * the register 用章登记簿, newest first, for whoever may read the village's book.
 */
export interface SealsAnswer {
  readonly requests: readonly {
    readonly id: string
    readonly title: string
    readonly kind: SealKind
    readonly status: SealStatus
    readonly createdAt: EpochMs
    readonly waitsFor: readonly SealSlot[]
    /** It waits for the viewer's own signature. */
    readonly isMine: boolean
  }[]
  readonly register: readonly SealUseRow[]
  readonly mayDraft: boolean
}
/** GET /api/villages/:villageId/seal-form — for whoever may ask for the seal: who might be the other side. */
export interface SealFormAnswer {
  readonly village: UnitBrief
  readonly people: readonly PersonTag[]
}
