import * as fc from 'fast-check'
import { DomainError, HOUR_MS } from '../kernel'
import {
  currentRevision, liveSignatures, refuseExpense, saveExpense, signExpense, takeBackSignature,
  withdrawExpense, type ExpenseRequest, type Slot,
} from '.'
import { anyAct, anyVillage, type TriedAct, type Village } from './testing/any-village'
import type { NaiveState } from './testing/naive-signing'
import { naively, nothingSeen, slotOf, whoIs } from './testing/naive-walk'
import { runs } from './testing/runs'
import { ACCOUNTANT, content, digestOf, draft, groundOf, NINE, shownOf, signing } from './testing/samples'

const seen = nothingSeen()

it('approved ⇔ all needed signatures live on the current revision, in stages, by people entitled at that instant', () => {
  fc.assert(fc.property(anyVillage, fc.array(anyAct, { minLength: 8, maxLength: 40 }), (village, acts) => {
    let request = started(village)
    let naive: NaiveState = { phase: 'signing', content: currentRevision(request).content, signers: new Map() }
    acts.forEach((tried, index) => {
      const at = NINE + (index + 1) * HOUR_MS
      const after = attempt(request, tried, village, at)
      naive = naively(naive, tried, village, at, request, seen)
      request = after ?? request
      expect(request.status).toBe(naive.phase)
      if (naive.phase !== 'withdrawn') expect(live(request)).toEqual([...naive.signers].sort())
      expect(new Set(liveSignatures(request).map(({ slot }) => slot)).size).toBe(liveSignatures(request).length)
    })
  }), runs(300))
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5)
})

it('any edit voids, at whatever point; an unchanged save never does; nothing on record is ever lost', () => {
  fc.assert(fc.property(anyVillage, fc.array(anyAct, { maxLength: 20 }), (village, acts) => {
    let request = started(village)
    acts.forEach((tried, index) => {
      const at = NINE + (index + 1) * HOUR_MS
      const before = request
      request = attempt(request, tried, village, at) ?? request
      const given = (one: ExpenseRequest) =>
        one.revisions.flatMap(({ signatures }) => signatures.map(({ nonce }) => nonce))
      expect(given(request).slice(0, given(before).length)).toEqual(given(before))
      expect(request.revisions.slice(0, before.revisions.length - 1)).toEqual(before.revisions.slice(0, -1))
      const { content: current } = currentRevision(request)
      const save = (purpose: string) => () =>
        saveExpense(request, { ...current, purpose }, ACCOUNTANT, shownOf(request), groundOf().posts, digestOf, at)
      if (!['draft', 'signing', 'refused'].includes(request.status)) {
        expect(save('改过的')).toThrow(DomainError)
        return
      }
      expect(save(current.purpose)().next).toBe(request)
      const edited = save('改过的')().next
      expect(liveSignatures(edited)).toEqual([])
      expect(edited.status).toBe('draft')
      expect(currentRevision(edited).number).toBe(currentRevision(request).number + 1)
    })
  }), runs(80))
})

function started(village: Village): ExpenseRequest {
  const request = draft(village.changes)
  const revision = { ...currentRevision(request), submittedAt: NINE }
  // Put under signature by hand: submission would refuse villages where somebody is missing, and those are wanted.
  return { ...request, status: 'signing', revisions: [revision], waitingSinceAt: NINE }
}

function attempt(request: ExpenseRequest, tried: TriedAct, village: Village, at: number): ExpenseRequest | null {
  const slot = slotOf(tried, request, village, at)
  const personId = whoIs(tried, slot, request, village)
  const shown = tried.isStale ? { revision: 0, digest: 'x' } : shownOf(request)
  try {
    if (tried.kind === 'sign') {
      const { act, challenge } = signing(request, slot, personId, at, { shown })
      return signExpense(request, act, { ...village, challenge, availableFen: 1_000_000_000, decision: null }, at).next
    }
    if (tried.kind === 'take-back') return takeBackSignature(request, { slot, personId, shown }, village, at).next
    if (tried.kind === 'refuse') return refuseExpense(request, { slot, personId, shown, reason: '不对' }, village, at).next
    if (tried.kind === 'edit') {
      const changed = content({ ...village.changes, purpose: `改 ${at}` })
      const { next } = saveExpense(request, changed, ACCOUNTANT, shown, groundOf().posts, digestOf, at)
      return { ...next, status: 'signing', waitingSinceAt: at }
    }
    return withdrawExpense(request, ACCOUNTANT, groundOf().posts, at).next
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return null
  }
}

function live(request: ExpenseRequest): readonly (readonly [Slot, string])[] {
  return liveSignatures(request).map(({ slot, personId }) => [slot, personId] as const).sort()
}
