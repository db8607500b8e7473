/** What a body says; `null` for what is no JSON, as a proxy's own page. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
