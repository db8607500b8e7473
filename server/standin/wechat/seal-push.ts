import { createCipheriv, createHash, randomBytes } from 'node:crypto'

// Written from the protocol, not from the server's reading of it: that one is to be tested against this.
const BLOCK_BYTES = 32
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4

/** 16 random bytes, the length, the message, the app's id, padded: AES-256-CBC, the key's first half as its start. */
export function sealedPush(aesKey: string, appId: string, message: string): string {
  const text = Buffer.from(message)
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([randomBytes(RANDOM_BYTES), length, text, Buffer.from(appId)])
  const missing = BLOCK_BYTES - (plain.length % BLOCK_BYTES)
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(missing, missing)), cipher.final()])
    .toString('base64')
}

export function pushSignature(...parts: readonly string[]): string {
  return createHash('sha1').update([...parts].sort().join('')).digest('hex')
}
