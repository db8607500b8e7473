import type { Digest, Ed25519Sign, Ed25519Verify, Sha256 } from '@huiying/shared/proof'

interface MerkleVectors {
  readonly ENTRIES: readonly string[]
  readonly LEAVES: readonly Digest[]
  readonly ROOTS: readonly string[]
}
interface NodePrimitives {
  readonly sha256: Sha256
  readonly ed25519Verify: Ed25519Verify
  keyPair(seed: number): { readonly publicKey: Uint8Array; readonly sign: Ed25519Sign }
  bytes(hex: string): Uint8Array
}

// By hand: `shared` has types of its own for the little of Node that its tests use, and they don't fit the whole ones.
/** What the rules of `shared` are tried against; the phone's are tried against the same. */
export const { ENTRIES, LEAVES, ROOTS } =
  jest.requireActual<MerkleVectors>('@huiying/shared/proof/testing/merkle-vectors')
export const node = jest.requireActual<NodePrimitives>('@huiying/shared/proof/testing/node-primitives')
