import { DomainError } from '@huiying/shared/kernel'
import { beginsWithAdtsFrames, beginsWithMp3Frames } from './mp3-frames'
import { isMp4Sound, withoutMp4Tags } from './mp4-boxes'
import { withoutMp3Tags, withoutWavTags } from './voice-tags'

export interface Voice {
  readonly bytes: Buffer
  readonly mime: string
}

/**
 * A recording, recognised by its bytes, without the notes that recorders write beside the sound (place,
 * device, owner). WebM and Ogg are kept as they come: what a browser's recorder writes there names the
 * browser at most, and cutting it out would move offsets or checksums. AMR has no room for notes.
 * @throws file.not-a-voice
 */
export function cleanVoice(bytes: Buffer): Voice {
  const sound = withoutMp3Tags(bytes)
  if (beginsWithMp3Frames(sound)) return { bytes: sound, mime: 'audio/mpeg' }
  if (beginsWithAdtsFrames(sound)) return { bytes: sound, mime: 'audio/aac' }
  if (isMp4Sound(bytes)) return { bytes: withoutMp4Tags(bytes), mime: 'audio/mp4' }
  const wav = isWav(bytes) ? withoutWavTags(bytes) : null
  if (wav !== null) return { bytes: wav, mime: 'audio/wav' }
  if (isSoundOnlyWebm(bytes)) return { bytes, mime: 'audio/webm' }
  if (isOgg(bytes)) return { bytes, mime: 'audio/ogg' }
  if (startsWith(bytes, '#!AMR\n') || startsWith(bytes, '#!AMR-WB\n')) return { bytes, mime: 'audio/amr' }
  throw new DomainError('file.not-a-voice')
}

function isWav(bytes: Buffer): boolean {
  return startsWith(bytes, 'RIFF') && bytes.toString('latin1', 8, 12) === 'WAVE'
}

// The track table stands in the first kilobytes; a codec's name there begins with A_ for sound, V_ for pictures.
const WEBM_HEAD_BYTES = 4_096

function isSoundOnlyWebm(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== 0x1a45dfa3) return false
  const head = bytes.toString('latin1', 0, WEBM_HEAD_BYTES)
  return head.includes('webm') && /A_(?:OPUS|VORBIS)/.test(head) && !/V_(?:VP|AV1|MPEG)/.test(head)
}

function isOgg(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 512)
  return head.startsWith('OggS') && /OpusHead|\x01vorbis|Speex   /.test(head)
}

function startsWith(bytes: Buffer, mark: string): boolean {
  return bytes.toString('latin1', 0, mark.length) === mark
}
