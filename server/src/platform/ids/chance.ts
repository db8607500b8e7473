/** A number in [0, 1), for spreading retries and pauses apart. Not for secrets. */
export function chance(): number {
  return Math.random()
}
