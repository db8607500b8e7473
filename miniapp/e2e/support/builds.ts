import { type Build } from './phone'

/** The builds to run stories on: both, or what E2E_BUILDS names ('h5' or 'weapp'). */
export function builds(): readonly Build[] {
  const named = (process.env.E2E_BUILDS ?? 'h5,weapp').split(',').map((name) => name.trim())
  const known: readonly Build[] = ['h5', 'weapp']
  const chosen = known.filter((build) => named.includes(build))
  if (chosen.length === 0) throw new Error(`E2E_BUILDS names no build: "${process.env.E2E_BUILDS}"; use h5, weapp or both`)
  return chosen
}
