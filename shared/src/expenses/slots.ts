import type { PostKind } from '../identity'

/** 经手人, 证明人, 村务监督委员会主任, 包村干部 (review), 村民委员会主任, 审批人 = secretary (handbook §4). */
export const SLOTS = ['handler', 'witness', 'supervisor', 'reviewer', 'director', 'approver'] as const
export type Slot = (typeof SLOTS)[number]

/**
 * One opens when the one before is complete. The review stands before the director: under 一肩挑 the last two acts are
 * one person's, and the eye from outside must come before the first of them; behind the supervisor, because the
 * village looks at its own paper first; and the approver is last in any case.
 */
export const STAGES: readonly (readonly Slot[])[] = [
  ['handler', 'witness'], ['supervisor'], ['reviewer'], ['director'], ['approver'],
]

/** 0 for the first. */
export function stageOf(slot: Slot): number {
  return STAGES.findIndex((stage) => stage.includes(slot))
}

/** Whose post gives a slot; handler and witness are named in the content. */
export const SLOT_POSTS: Readonly<Record<Exclude<Slot, 'handler' | 'witness'>, PostKind>> = {
  supervisor: 'supervisor',
  reviewer: 'stationed-cadre',
  director: 'director',
  approver: 'secretary',
}

export function isNamedSlot(slot: Slot): slot is 'handler' | 'witness' {
  return slot === 'handler' || slot === 'witness'
}
