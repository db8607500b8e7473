import type { PostKind, SeatedPost } from '../../identity'
import type { ExpenseContent } from '../content'
import type { Slot } from '../slots'
import type { SigningGround } from '../standing'

/**
 * The five signatures once more, written from the handbook's sentences and not from the rule: what a property test
 * holds against it. It keeps only who has signed which slot.
 */
export interface NaiveState {
  readonly phase: 'draft' | 'signing' | 'approved' | 'refused' | 'withdrawn'
  readonly content: ExpenseContent
  readonly signers: ReadonlyMap<Slot, string>
}

type Stages = readonly (readonly Slot[])[]

function naiveNeeded({ content }: NaiveState, { posts }: SigningGround, at: number): Stages {
  const from = naiveBoth(posts, at) === null ? 500_000 : 100_000
  const review: Stages = content.amountFen >= from ? [['reviewer']] : []
  return [['handler', 'witness'], ['supervisor'], ...review, ['director'], ['approver']]
}

/** May this person sign this slot at this instant? */
export function naiveMaySign(
  state: NaiveState,
  slot: Slot,
  personId: string,
  ground: SigningGround,
  at: number,
): boolean {
  if (state.phase !== 'signing' || state.signers.has(slot)) return false
  const stages = naiveNeeded(state, ground, at)
  const mine = stages.findIndex((stage) => stage.includes(slot))
  if (mine < 0 || !stages.slice(0, mine).flat().every((earlier) => state.signers.has(earlier))) return false
  return naiveEntitled(state, slot, personId, ground, at)
}

export function naiveIsComplete(state: NaiveState, ground: SigningGround, at: number): boolean {
  return naiveNeeded(state, ground, at).flat().every((slot) => state.signers.has(slot))
}

/** By name or by post, conflicts apart. */
export function naiveHoldsSlot(
  content: ExpenseContent,
  slot: Slot,
  personId: string,
  posts: readonly SeatedPost[],
  at: number,
): boolean {
  const isOfVillage = posts.some((post) =>
    post.personId === personId && post.kind !== 'admin' && naiveHolders(posts, post.kind, at).includes(personId))
  const held: Readonly<Record<Slot, boolean>> = {
    handler: content.handlerId === personId && isOfVillage,
    witness: content.witnessId === personId && isOfVillage,
    supervisor: naiveHolders(posts, 'supervisor', at).includes(personId),
    reviewer: naiveHolders(posts, 'stationed-cadre', at).includes(personId),
    director: naiveHolders(posts, 'director', at).includes(personId),
    approver: naiveHolders(posts, 'secretary', at).includes(personId),
  }
  return held[slot]
}

function naiveEntitled(
  { content, signers }: NaiveState,
  slot: Slot,
  personId: string,
  ground: SigningGround,
  at: number,
): boolean {
  const { posts } = ground
  const { handlerId, witnessId, payee, vouchers } = content
  const holds = (who: string, kind: PostKind): boolean => naiveHolders(posts, kind, at).includes(who)
  const kinOf = (who: string): readonly string[] => ground.relatives.flatMap((line) =>
    line.personId === who ? [line.relativeId] : line.relativeId === who ? [line.personId] : [])
  if (!naiveHoldsSlot(content, slot, personId, posts, at)) return false
  if (holds(personId, 'accountant') || personId === 'bao') return false
  if ((personId === handlerId && slot !== 'handler') || (personId === witnessId && slot !== 'witness')) return false
  if (payee.personId !== null && kinOf(payee.personId).includes(personId)) return false
  const hasOtherReceipt = vouchers.some(({ kind, issuerName }) =>
    kind !== 'photo' && issuerName !== null && issuerName !== payee.name)
  if (payee.personId === personId && !(slot === 'handler' && payee.kind === 'person' && hasOtherReceipt)) return false
  if (slot === 'supervisor') {
    const kinds: readonly PostKind[] = ['secretary', 'director', 'committee-member', 'accountant']
    if (kinds.some((kind) => [personId, ...kinOf(personId)].some((who) => holds(who, kind)))) return false
  }
  const others = [...signers].filter(([other, who]) => who === personId && other !== slot).map(([other]) => other)
  if (others.length === 0) return true
  const lastTwo = ['director', 'approver']
  return naiveBoth(posts, at) === personId && lastTwo.includes(slot) && others.every((other) => lastTwo.includes(other))
}

function naiveHolders(posts: readonly SeatedPost[], kind: PostKind, at: number): readonly string[] {
  return posts
    .filter((post) => post.kind === kind && post.villageId === 'liushu')
    .filter((post) => post.fromAt <= at && (post.toAt ?? Infinity) > at)
    .map(({ personId }) => personId)
}

function naiveBoth(posts: readonly SeatedPost[], at: number): string | null {
  const all = new Set([...naiveHolders(posts, 'secretary', at), ...naiveHolders(posts, 'director', at)])
  const [only] = all
  const isBoth = naiveHolders(posts, 'secretary', at).length > 0 && naiveHolders(posts, 'director', at).length > 0
  return all.size === 1 && isBoth ? only ?? null : null
}
