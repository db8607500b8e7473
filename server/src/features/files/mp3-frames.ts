// An MPEG audio layer III frame tells its own length, so two frames in a row can hardly be an accident.

const KBPS: Readonly<Record<'one' | 'two', readonly number[]>> = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
// By the two version bits: 00 = version 2.5, 01 reserved, 10 = version 2, 11 = version 1.
const HERTZ: readonly (readonly number[])[] = [
  [11_025, 12_000, 8_000],
  [],
  [22_050, 24_000, 16_000],
  [44_100, 48_000, 32_000],
]

export function beginsWithMp3Frames(bytes: Buffer): boolean {
  return beginsTwice(bytes, mp3FrameLength)
}

/** AAC in ADTS, the bare stream that phones record. */
export function beginsWithAdtsFrames(bytes: Buffer): boolean {
  return beginsTwice(bytes, adtsFrameLength)
}

function beginsTwice(bytes: Buffer, lengthAt: (bytes: Buffer, at: number) => number | null): boolean {
  const first = lengthAt(bytes, 0)
  return first !== null && (first === bytes.length || lengthAt(bytes, first) !== null)
}

function mp3FrameLength(bytes: Buffer, at: number): number | null {
  if (at + 4 > bytes.length) return null
  const header = bytes.readUInt32BE(at)
  const isLayerThree = (header >>> 17 & 0b11) === 0b01
  if (header >>> 21 !== 0x7ff || !isLayerThree) return null
  const version = header >>> 19 & 0b11
  const kbps = KBPS[version === 0b11 ? 'one' : 'two'][header >>> 12 & 0b1111]
  const hertz = HERTZ[version]?.[header >>> 10 & 0b11]
  if (!kbps || !hertz) return null
  const padding = header >>> 9 & 1
  return Math.floor(((version === 0b11 ? 144_000 : 72_000) * kbps) / hertz) + padding
}

function adtsFrameLength(bytes: Buffer, at: number): number | null {
  if (at + 7 > bytes.length) return null
  if ((bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0) return null
  const length = (bytes.readUInt32BE(at + 2) >>> 5) & 0x1fff
  return length >= 7 ? length : null
}
