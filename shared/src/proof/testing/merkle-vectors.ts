import { leafHash } from '../merkle-tree'
import { bytes, sha256 } from './node-primitives'

/** The eight entries by which implementations of RFC 6962 have been compared since the first one. */
export const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']

export const LEAVES = ENTRIES.map((entry) => leafHash(sha256, bytes(entry)))

/** The root over the first 0, 1 … 8 of them. */
export const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]


/** The same bytes with one bit the other way round. */
export function flipped(whole: Uint8Array, bit: number): Uint8Array {
  const at = Math.floor(bit / 8) % whole.length
  return whole.map((byte, index) => (index === at ? byte ^ (1 << (bit % 8)) : byte))
}

/** Leaves that nobody can confuse, as many as wanted. */
export function leavesOf(size: number, seed = 0): readonly Uint8Array[] {
  return Array.from({ length: size }, (_, at) => leafHash(sha256, Uint8Array.of(seed & 0xff, at & 0xff, at >> 8)))
}
