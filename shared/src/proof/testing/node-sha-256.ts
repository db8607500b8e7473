import { createHash } from 'node:crypto'
import type { Sha256 } from '../bytes'

export const sha256: Sha256 = (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest())
