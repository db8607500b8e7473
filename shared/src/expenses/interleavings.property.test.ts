import * as fc from 'fast-check'
import { DomainError, HOUR_MS } from '../kernel'
import {
  cancelExpense, currentRevision, liveSignatures, refuseExpense, reservedFen, saveExpense, signExpense,
  takeBackSignature, withdrawExpense, type ExpenseFact, type ExpenseRequest,
} from '.'
import { runs } from './testing/runs'
import {
  ACCOUNTANT, content, digestOf, DIRECTOR, groundOf, HANDLER, NINE, POSTS, SECRETARY, shownOf, signedBy, signing,
  SIGNERS, submitted, SUPERVISOR,
} from './testing/samples'

/**
 * Many phones at once on one store that does what the server's does: load rows with their versions, decide, store if
 * nobody was quicker, else again. The schedule is drawn; whatever it is, the outcome must be that of some serial order.
 */
interface Store {
  readonly requests: ReadonlyMap<string, ExpenseRequest>
  /** The balance's row, which every approval locks. */
  readonly bookVersion: number
}
type Outcome = { readonly next: ExpenseRequest; readonly facts: readonly ExpenseFact[] }
interface Actor {
  readonly requestId: string
  readonly act: (request: ExpenseRequest, availableFen: number) => Outcome
}

const BALANCE_FEN = 100_000
const AT = NINE + 20 * HOUR_MS

it('whatever the schedule: the outcome of some serial order, and never more promised than there is', () => {
  const anyStart = fc.constantFrom(0, 2, 4, 4, 4)
  let races = 0
  const anyKinds = fc.array(fc.nat(13), { minLength: 2, maxLength: 7 })
  const anySchedule = fc.array(fc.nat(6), { maxLength: 60 })
  fc.assert(fc.property(anyStart, anyKinds, anySchedule, (signed, kinds, schedule) => {
    const first = store(signed)
    const actors = kinds.map((kind, index) => actorOf(kind, index, first))
    const { end, order, outcomes, conflicts } = interleaved(first, actors, schedule)
    races += conflicts
    const serial = serially(first, order.map((index) => ({ index, actor: actors[index] })))
    expect(end.requests).toEqual(serial.end.requests)
    for (const [index, outcome] of serial.outcomes) expect(outcomes.get(index)).toEqual(outcome)
    const promisedFen = [...end.requests.values()].reduce((sum, request) => sum + reservedFen(request), 0)
    expect(promisedFen).toBeLessThanOrEqual(BALANCE_FEN)
    for (const request of end.requests.values()) {
      const slots = liveSignatures(request).map(({ slot }) => slot)
      expect(new Set(slots).size).toBe(slots.length)
      if (request.status === 'approved') expect(slots).toHaveLength(5)
    }
  }), runs(300))
  expect(races).toBeGreaterThan(50)
})

it('five sign at once, one of them twice: five live signatures, one approved, and no error but “not yet”', () => {
  fc.assert(fc.property(fc.array(fc.nat(5), { maxLength: 200 }), fc.nat(4), (schedule, twice) => {
    const request = submitted({ amountFen: 70_000 })
    const first: Store = { requests: new Map([[request.id, request]]), bookVersion: 1 }
    const five = SIGNERS.map(([slot, personId]) => signer(request, slot, personId))
    const again = SIGNERS[twice]
    const actors = again === undefined ? five : [...five, signer(request, ...again)]
    const { end, outcomes, facts } = interleaved(first, actors, schedule, 'expense.not-your-turn')
    const result = end.requests.get(request.id)
    expect(result?.status).toBe('approved')
    expect(result === undefined ? 0 : currentRevision(result).signatures.length).toBe(5)
    expect([...outcomes.values()].every((outcome) => outcome === 'done')).toBe(true)
    expect(facts.filter(({ type }) => type === 'expense.approved')).toHaveLength(1)
    expect(facts.filter(({ type }) => type === 'expense.signed')).toHaveLength(5)
  }), runs(100))
})

function store(signed: number): Store {
  const requests = ['e1', 'e2'].map((id) => frozen(signedBy(signed, submitted({ amountFen: 70_000 }, undefined, id))))
  return { requests: new Map(requests.map((request) => [request.id, request])), bookVersion: 1 }
}

type Outcomes = ReadonlyMap<number, string>

/** Each number of the schedule lets one actor take its next step; then they go on in turn until all are through. */
function interleaved(
  first: Store,
  actors: readonly Actor[],
  schedule: readonly number[],
  patientWith: string | null = null,
) {
  let current = first
  const loaded = new Map<number, Store>()
  const outcomes = new Map<number, string>()
  const order: number[] = []
  const facts: ExpenseFact[] = []
  let conflicts = 0
  const step = (index: number): void => {
    const actor = actors[index]
    if (actor === undefined || outcomes.has(index)) return
    const seen = loaded.get(index)
    if (seen === undefined) {
      loaded.set(index, current)
      return
    }
    loaded.delete(index)
    const isOwnUntouched = seen.requests.get(actor.requestId) === current.requests.get(actor.requestId)
    const isUntouched = isOwnUntouched && seen.bookVersion === current.bookVersion
    if (!isUntouched) {
      conflicts += 1
      return
    }
    const { after, outcome, facts: written } = decided(seen, actor)
    if (outcome === patientWith) return
    // What the other rows have become meanwhile stays: only the actor's own row and the balance are compared.
    current = stored(current, actor.requestId, after)
    outcomes.set(index, outcome)
    order.push(index)
    facts.push(...written)
  }
  schedule.forEach((number) => step(number % actors.length))
  for (let round = 0; outcomes.size < actors.length && round < 100; round += 1) {
    actors.forEach((_, index) => step(index))
  }
  return { end: current, order, outcomes: outcomes as Outcomes, conflicts, facts }
}

function serially(first: Store, order: readonly { readonly index: number; readonly actor: Actor | undefined }[]) {
  let current = first
  const outcomes = new Map<number, string>()
  for (const { index, actor } of order) {
    if (actor === undefined) continue
    const { after, outcome } = decided(current, actor)
    current = stored(current, actor.requestId, after)
    outcomes.set(index, outcome)
  }
  return { end: current, outcomes }
}

function decided(seen: Store, actor: Actor) {
  const request = seen.requests.get(actor.requestId)
  if (request === undefined) throw new Error('the store has both')
  try {
    const available = [...seen.requests.values()].reduce((rest, one) => rest - reservedFen(one), BALANCE_FEN)
    const { next, facts } = actor.act(request, available)
    return { after: next === request ? null : frozen(next), outcome: 'done', facts }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { after: null, outcome: error.code, facts: [] }
  }
}

function stored(current: Store, id: string, after: ExpenseRequest | null): Store {
  if (after === null) return current
  const before = current.requests.get(id)
  const isMoney = before !== undefined && reservedFen(before) !== reservedFen(after)
  return { requests: new Map([...current.requests, [id, after]]), bookVersion: current.bookVersion + (isMoney ? 1 : 0) }
}

function actorOf(kind: number, index: number, { requests }: Store): Actor {
  const request = requests.get(index % 2 === 0 ? 'e1' : 'e2')
  if (request === undefined) throw new Error('the store has both')
  const shown = shownOf(request)
  const requestId = request.id
  const fifth = SIGNERS[kind]
  if (fifth !== undefined) return signer(request, ...fifth)
  const ground = groundOf()
  const changed = content({ amountFen: 70_000, purpose: `改 ${index}` })
  const handler = { slot: 'handler', personId: HANDLER, shown } as const
  const supervisor = { slot: 'supervisor', personId: SUPERVISOR, shown } as const
  const acts: readonly ((one: ExpenseRequest) => Outcome)[] = [
    (one) => saveExpense(one, changed, ACCOUNTANT, shown, POSTS, digestOf, AT),
    (one) => takeBackSignature(one, handler, ground, AT),
    (one) => refuseExpense(one, { ...supervisor, reason: '不对' }, ground, AT),
    (one) => cancelExpense(one, DIRECTOR, { reason: '不买了', returned: null }, POSTS, AT),
    (one) => withdrawExpense(one, ACCOUNTANT, POSTS, AT),
  ]
  const act = acts[kind - 9]
  return act === undefined ? signer(request, 'approver', SECRETARY) : { requestId, act }
}

function signer(request: ExpenseRequest, slot: Parameters<typeof signing>[1], personId: string): Actor {
  const { act, challenge } = signing(request, slot, personId, AT)
  const ground = { ...groundOf(), challenge }
  return {
    requestId: request.id,
    act: (one, available) => signExpense(one, act, { ...ground, availableFen: available }, AT),
  }
}

/** A rule that changed what it was given would be found out here. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
