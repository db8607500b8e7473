export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'heic'

/** What the first bytes say it is; the name and the declared type of an upload say nothing. */
export function photoFormat(bytes: Buffer): PhotoFormat | null {
  if (bytes.length < 16) return null
  if (bytes.readUIntBE(0, 3) === 0xffd8ff) return 'jpeg'
  if (bytes.subarray(0, 8).equals(PNG)) return 'png'
  if (ascii(bytes, 0) === 'RIFF' && ascii(bytes, 8) === 'WEBP') return 'webp'
  if (ascii(bytes, 4) === 'ftyp' && HEIF_BRANDS.has(ascii(bytes, 8))) return 'heic'
  return null
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1', 'avif'])

function ascii(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4)
}
