import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { concatBytes } from '../bytes'
import { parseHex } from '../hex'
import type { Ed25519Sign, Ed25519Verify } from '../note-key'
import { sha256 } from './node-sha-256'

export { sha256 }

export const ed25519Verify: Ed25519Verify = (publicKey, message, signature) => {
  const key = createPublicKey({ key: concatBytes(SPKI, publicKey), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

/** A pair that is the same on each run. */
export function keyPair(seed: number): { readonly publicKey: Uint8Array; readonly sign: Ed25519Sign } {
  const secret = concatBytes(PKCS8, sha256(Uint8Array.of(seed)))
  const key = createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
  const publicKey = Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' })).slice(-32)
  return { publicKey, sign: (message) => Uint8Array.from(sign(null, message, key)) }
}

export function bytes(hex: string): Uint8Array {
  const parsed = parseHex(hex)
  if (parsed === null) throw new Error(`not hex: ${hex}`)
  return parsed
}

/** What RFC 8410 puts before the 32 bytes of a key. */
const PKCS8 = bytes('302e020100300506032b657004220420')
const SPKI = bytes('302a300506032b6570032100')
