import { inflateRawSync } from 'node:zlib'

/** One file of a zip archive, as its central directory tells. */
export interface ZipPart {
  readonly name: string
  readonly unpackedBytes: number
  /** @throws when it unpacks to more than `unpackedBytes` says, or not at all */
  unpack(): Buffer
}

const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const DIRECTORY = 0x02014b50
const END = 0x06054b50
const STORED = 0
const DEFLATED = 8

/**
 * Lists what is in a zip archive without unpacking anything. `null`: no plain archive (no zip, encrypted, damaged, or
 * of the kind for more than 4 GB).
 */
export function zipParts(bytes: Buffer): readonly ZipPart[] | null {
  const end = endOfDirectory(bytes)
  if (end === null) return null
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const parts: ZipPart[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) return null
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
    const method = bytes.readUInt16LE(at + 10)
    const packedBytes = bytes.readUInt32LE(at + 20)
    const unpackedBytes = bytes.readUInt32LE(at + 24)
    const nameLength = bytes.readUInt16LE(at + 28)
    const start = bytes.readUInt32LE(at + 42)
    const isPlain = !isEncrypted && (method === STORED || method === DEFLATED)
    if (!isPlain || packedBytes === 0xffffffff || unpackedBytes === 0xffffffff || start === 0xffffffff) return null
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    parts.push({ name, unpackedBytes, unpack: () => unpack(bytes, { start, method, packedBytes, unpackedBytes }) })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

function endOfDirectory(bytes: Buffer): number | null {
  const earliest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  for (let at = bytes.length - END_BYTES; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at
  }
  return null
}

interface Packed {
  readonly start: number
  readonly method: number
  readonly packedBytes: number
  readonly unpackedBytes: number
}

function unpack(bytes: Buffer, { start, method, packedBytes, unpackedBytes }: Packed): Buffer {
  const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
  const packed = bytes.subarray(data, data + packedBytes)
  const unpacked = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) })
  if (unpacked.length !== unpackedBytes) throw new Error('a part of the archive has another size than it says')
  return unpacked
}
