import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import type { Ed25519Sign, Ed25519Verify } from '@huiying/shared/proof'

/** A key pair whose private half stays behind `sign`. */
export interface Ed25519Pair {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  readonly sign: Ed25519Sign
}

/** Base64 of PKCS #8, as it is kept and as `openssl genpkey -algorithm ed25519 -outform DER | base64` writes it. */
export function newEd25519Key(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

/** Null for anything but an Ed25519 private key in base64 of PKCS #8. */
export function ed25519Pair(base64: string): Ed25519Pair | null {
  const key = privateKeyOf(base64)
  if (key?.asymmetricKeyType !== 'ed25519') return null
  const publicKey = Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' })).subarray(-RAW_LENGTH)
  return { publicKey, sign: (message) => Uint8Array.from(sign(null, message, key)) }
}

/** False for whatever does not hold; a key that is none makes no error either. */
export const verifyEd25519: Ed25519Verify = (publicKey, message, signature) => {
  if (publicKey.length !== RAW_LENGTH) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

const RAW_LENGTH = 32
/** What RFC 8410 puts before the 32 bytes. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

function privateKeyOf(base64: string): KeyObject | null {
  try {
    return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })
  } catch {
    return null
  }
}
