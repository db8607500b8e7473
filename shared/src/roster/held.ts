import { MINUTE_MS } from '../kernel'
import type { HeldStretch } from './sitting'

/**
 * Whole minutes of each stretch. They add up to the whole minutes from the first to the last, so that nothing is lost
 * or counted twice by rounding.
 */
export function minutesHeld(stretches: readonly HeldStretch[]): readonly number[] {
  const [first] = stretches
  if (first === undefined) return []
  const minutesUpTo = (at: number): number => Math.floor((at - first.fromAt) / MINUTE_MS)
  return stretches.map(({ fromAt, toAt }) => minutesUpTo(toAt) - minutesUpTo(fromAt))
}
