import { verify } from '@stablelib/ed25519'
import { hash } from '@stablelib/sha256'
import type { Ed25519Verify, Sha256 } from '@huiying/shared/proof'

// WeChat has neither Node's crypto nor a browser's, and what a browser has answers later than a loop over a year can
// wait. Both are plain arithmetic on 32-bit numbers: no BigInt, which iOS 12 lacks.
export const sha256: Sha256 = hash

const KEY_LENGTH = 32
const SIGNATURE_LENGTH = 64

export const ed25519Verify: Ed25519Verify = (publicKey, message, signature) =>
  publicKey.length === KEY_LENGTH && signature.length === SIGNATURE_LENGTH && verify(publicKey, message, signature)
