/** MPEG-1 layer III, 64 kbit/s, 44.1 kHz, mono: one frame of 208 bytes plays 1152 samples. */
const FRAME_HEADER = [0xff, 0xfb, 0x50, 0xc4]
const FRAME_BYTES = 208
const FRAME_MS = (1152 / 44_100) * 1000

/** A real, playable mp3 of silence: an empty frame decodes to nothing heard. */
export function silentMp3(durationMs: number): Blob {
  const frames = Math.max(1, Math.ceil(durationMs / FRAME_MS))
  const bytes = new Uint8Array(frames * FRAME_BYTES)
  for (let frame = 0; frame < frames; frame += 1) bytes.set(FRAME_HEADER, frame * FRAME_BYTES)
  return new Blob([bytes], { type: 'audio/mpeg' })
}
