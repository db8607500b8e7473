/** The six digits in what a scanner read; in a mini-program opened by the code itself the address comes encoded. */
export function codeIn(address: string | undefined): string | null {
  return /\/desk\/index\?(?:.*&)?code=(\d{6})(?!\d)/.exec(decoded(address ?? ''))?.[1] ?? null
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    // Somebody else's code, with a lone % in it.
    return address
  }
}
