/** Without ID3 in front and ID3v1 or APE tags behind. */
export function withoutMp3Tags(bytes: Buffer): Buffer {
  let sound = bytes
  while (sound.length >= 10 && sound.toString('latin1', 0, 3) === 'ID3') {
    const hasFooter = ((sound[5] ?? 0) & 0x10) !== 0
    sound = sound.subarray(Math.min(sound.length, 10 + syncSafe(sound, 6) + (hasFooter ? 10 : 0)))
  }
  if (sound.length >= 128 && sound.toString('latin1', sound.length - 128, sound.length - 125) === 'TAG') {
    sound = sound.subarray(0, sound.length - 128)
  }
  const apeAt = sound.length - 32
  if (apeAt >= 0 && sound.toString('latin1', apeAt, apeAt + 8) === 'APETAGEX') {
    // The length counts items and footer; an optional header of 32 more stands before them.
    const hasHeader = sound.readUInt32LE(apeAt + 20) >>> 31 === 1
    const length = sound.readUInt32LE(apeAt + 12) + (hasHeader ? 32 : 0)
    sound = sound.subarray(0, Math.max(0, sound.length - length))
  }
  return sound
}

const WAV_SOUND_CHUNKS = new Set(['fmt ', 'fact', 'data'])

/** Only the chunks that make sound, under a header of the right length; null if there is no sound in it. */
export function withoutWavTags(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = []
  let hasSound = false
  let at = 12
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4)
    // A recorder that was cut off leaves a length of 0 or beyond the end: the rest is then sound.
    const endsAt = Math.min(at + 8 + length + (length % 2), bytes.length)
    const type = bytes.toString('latin1', at, at + 4)
    if (WAV_SOUND_CHUNKS.has(type)) kept.push(bytes.subarray(at, endsAt))
    hasSound ||= type === 'data' && endsAt > at + 8
    at = endsAt
  }
  if (!hasSound) return null
  const body = Buffer.concat([Buffer.from('WAVE', 'latin1'), ...kept])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** Four bytes of seven bits each. */
function syncSafe(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => (sum << 7) | ((bytes[at + index] ?? 0) & 0x7f), 0)
}
