import { createHash } from 'node:crypto'

/** SHA-256 of a JSON value, the same for every order of its keys and every way of spacing it. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const given = Object.entries(value).filter(([, held]) => held !== undefined)
  const pairs = given.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([name, held]) => `${JSON.stringify(name)}:${canonicalJson(held)}`).join(',')}}`
}
