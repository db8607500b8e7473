import * as fc from 'fast-check'
import { HOUR_MS } from '../../kernel'
import type { PostKind, SeatedPost } from '../../identity'
import type { ExpenseContent } from '../content'
import { SLOTS, type Slot } from '../slots'
import type { SigningGround } from '../standing'
import { CADRE, content, DIRECTOR, HANDLER, NINE, post, POSTS, SECRETARY, SUPERVISOR, WITNESS } from './samples'

/** A village as it is over some two days, and an expense in it. */
export interface Village extends SigningGround {
  readonly changes: Partial<ExpenseContent>
  /** Who is tried first for a slot that goes by post. */
  readonly cast: Readonly<Record<Slot, string>>
}

const PEOPLE = [SECRETARY, DIRECTOR, SUPERVISOR, HANDLER, WITNESS, CADRE, 'bao', 'xin'] as const
const anyPerson = fc.constantFrom<string>(...PEOPLE)
const anyPayee = fc.oneof({ arbitrary: fc.constant(null), weight: 5 }, { arbitrary: anyPerson, weight: 1 })

interface HandOver {
  readonly kind: PostKind
  readonly toPersonId: string
  readonly afterHours: number
}

/** Somebody else takes a post over at some hour. */
const anyHandOver: fc.Arbitrary<HandOver> = fc.record({
  kind: fc.constantFrom<PostKind>(
    'secretary', 'director', 'supervisor', 'committee-member', 'stationed-cadre', 'accountant', 'resident',
  ),
  toPersonId: anyPerson,
  afterHours: fc.integer({ min: 1, max: 30 }),
})

export const anyVillage: fc.Arbitrary<Village> = fc.record({
  isOneShoulder: fc.boolean(),
  handOvers: fc.array(anyHandOver, { maxLength: 2 }),
  relatives: fc.array(fc.record({ personId: anyPerson, relativeId: anyPerson }), { maxLength: 2 })
    .map((lines) => lines.filter(({ personId, relativeId }) => personId !== relativeId)),
  payeeId: anyPayee,
  payeeKind: fc.constantFrom('person' as const, 'firm' as const),
  amountFen: fc.constantFrom(99_999, 100_000, 499_999, 500_000),
  handlerId: fc.oneof({ arbitrary: fc.constant(HANDLER), weight: 4 }, { arbitrary: anyPerson, weight: 1 }),
  witnessId: fc.oneof({ arbitrary: fc.constant(WITNESS), weight: 4 }, { arbitrary: anyPerson, weight: 1 }),
  issuerName: fc.constantFrom('清溪建材店', '某人', null),
}).map((drawn) => {
  const posts = drawn.handOvers.reduce(handedOver, drawn.isOneShoulder ? oneShoulder() : POSTS)
  const [voucher] = content().vouchers
  const changes: Partial<ExpenseContent> = {
    amountFen: drawn.amountFen, handlerId: drawn.handlerId, witnessId: drawn.witnessId,
    payee: { ...content().payee, kind: drawn.payeeKind, name: '某人', personId: drawn.payeeId },
    vouchers: voucher === undefined ? [] : [{ ...voucher, issuerName: drawn.issuerName }],
  }
  const director = drawn.isOneShoulder ? SECRETARY : DIRECTOR
  const cast = {
    handler: HANDLER, witness: WITNESS, supervisor: SUPERVISOR, reviewer: CADRE, director, approver: SECRETARY,
  }
  return { posts, relatives: drawn.relatives, changes, cast }
})

export interface TriedAct {
  readonly kind: 'sign' | 'take-back' | 'refuse' | 'edit' | 'withdraw'
  readonly slot: Slot
  /** Rather the first that is open, if one is. */
  readonly isNext: boolean
  /** `null`: whoever it should be. */
  readonly personId: string | null
  readonly isStale: boolean
}

const usually = { arbitrary: fc.constant(null), weight: 9 }

/** Mostly signatures, mostly by the right person: else no walk would ever come to its end. */
export const anyAct: fc.Arbitrary<TriedAct> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constant('sign' as const), weight: 40 },
    { arbitrary: fc.constant('take-back' as const), weight: 3 },
    { arbitrary: fc.constantFrom('refuse' as const, 'edit' as const, 'edit' as const, 'withdraw' as const), weight: 1 },
  ),
  slot: fc.constantFrom<Slot>(...SLOTS),
  isNext: fc.oneof({ arbitrary: fc.constant(true), weight: 2 }, { arbitrary: fc.constant(false), weight: 1 }),
  personId: fc.oneof(usually, { arbitrary: anyPerson, weight: 1 }),
  isStale: fc.oneof({ arbitrary: fc.constant(false), weight: 19 }, { arbitrary: fc.constant(true), weight: 1 }),
})

function oneShoulder(): readonly SeatedPost[] {
  return [...POSTS.filter(({ kind }) => kind !== 'director'), post(SECRETARY, 'director')]
}

function handedOver(posts: readonly SeatedPost[], { kind, toPersonId, afterHours }: HandOver): readonly SeatedPost[] {
  const at = NINE + afterHours * HOUR_MS
  return [
    ...posts.map((one) => one.kind === kind ? { ...one, toAt: at } : one),
    post(toPersonId, kind, { id: `${toPersonId}-${kind}-${afterHours}`, fromAt: at }),
  ]
}
