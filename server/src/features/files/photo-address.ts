import type { PhotoAddress, VoiceAddress } from '@huiying/shared/files'
import type { EpochMs } from '@huiying/shared/kernel'
import type { FileUrlSigner } from './file-url'

export function photoAddress(signer: FileUrlSigner, id: string, now: EpochMs): PhotoAddress {
  return { id, url: signer.sign(id, 'photo', now), thumbUrl: signer.sign(id, 'thumb', now) }
}

export function voiceAddress(signer: FileUrlSigner, id: string, durationMs: number, now: EpochMs): VoiceAddress {
  return { id, url: signer.sign(id, 'voice', now), durationMs }
}
