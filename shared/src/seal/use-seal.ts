import { chinaClockFace, DomainError, type EpochMs } from '../kernel'
import type { SigningGround } from '../expenses'
import { about, type SealDecision } from './draft-seal'
import { currentSealRevision, type SealRequest, type SealUse } from './seal-request'
import { mustBeFiler } from './seal-standing'

export interface UseOfSeal {
  /** Of this use; the same again is the same use. */
  readonly id: string
  readonly personId: string
  /** Of the document that lies under the seal. */
  readonly documentSha256: string
  readonly copies: number
}

/**
 * The seal is put on the document that was signed for, on no more copies than were, and the register has it.
 * @param lastNumber the last one given in the village and the year of `now`, 0 for none; the caller holds its lock
 * @throws seal.only-village, seal.not-approved, seal.other-document, seal.too-many-copies
 */
export function useOfSeal(
  request: SealRequest,
  { id, personId, documentSha256, copies }: UseOfSeal,
  lastNumber: number,
  posts: SigningGround['posts'],
  now: EpochMs,
): SealDecision {
  mustBeFiler(request.villageId, personId, posts, now)
  if (request.uses.some((use) => use.id === id)) return { next: request, facts: [] }
  const { content } = currentSealRevision(request)
  const leftCopies = copiesLeft(request)
  if (request.status !== 'approved' && request.status !== 'used') throw new DomainError('seal.not-approved')
  if (content.document?.sha256 !== documentSha256) throw new DomainError('seal.other-document')
  if (!Number.isInteger(copies) || copies < 1 || copies > leftCopies) {
    throw new DomainError('seal.too-many-copies', { left: leftCopies })
  }
  const { year } = chinaClockFace(now)
  const { villageId } = request
  const number = lastNumber + 1
  const what = { documentSha256, copies, by: personId, at: now }
  const use: SealUse = { id, requestId: request.id, villageId, year, number, ...what }
  const status = copies === leftCopies ? 'used' : 'approved'
  const next: SealRequest = { ...request, status, uses: [...request.uses, use] }
  return { next, facts: [{ ...about(next, personId), type: 'seal.used', year, number, copies }] }
}

export type RegisterPlace = Pick<SealUse, 'year' | 'number'>

export function copiesLeft(request: SealRequest): number {
  return request.uses.reduce((left, { copies }) => left - copies, currentSealRevision(request).content.copies)
}

/** "2026-007", as it is written beside the print. */
export function sealUseLabel({ year, number }: RegisterPlace): string {
  return `${year}-${`${number}`.padStart(3, '0')}`
}

/** Numbers that are missing or given twice in one village's register, over its years; empty: it is whole. */
export function registerFaults(uses: readonly RegisterPlace[]): readonly RegisterPlace[] {
  const years = [...new Set(uses.map(({ year }) => year))].sort((one, other) => one - other)
  return years.flatMap((year) => {
    const numbers = uses.filter((use) => use.year === year).map(({ number }) => number)
    const last = Math.max(...numbers)
    return Array.from({ length: last }, (_, index) => index + 1)
      .filter((number) => numbers.filter((one) => one === number).length !== 1)
      .map((number) => ({ year, number }))
  })
}
