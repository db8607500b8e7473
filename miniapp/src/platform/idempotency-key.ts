/** 26 characters that nobody else makes. Chance is enough here: the server keeps keys apart by account. */
export function newIdempotencyKey(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from({ length: 26 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join('')
}
