/** How often a property is tried: shortly as a rule, PROPERTY_FACTOR times as often in a long run. */
export function runs(times: number): { readonly numRuns: number } {
  // There are no types of Node in this package.
  const { process } = globalThis as { readonly process?: { readonly env: { readonly PROPERTY_FACTOR?: string } } }
  return { numRuns: times * Number(process?.env.PROPERTY_FACTOR ?? 1) }
}
