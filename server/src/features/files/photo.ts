import { PHOTO_PIXELS, PHOTO_SIDE_PX, THUMB_SIDE_PX } from '@huiying/shared/files'
import { DomainError } from '@huiying/shared/kernel'
import sharp from 'sharp'
import { photoFormat } from './photo-format'
import { takeTurns } from './take-turns'

export interface Photo {
  readonly photo: Buffer
  readonly thumb: Buffer
  readonly width: number
  readonly height: number
}

// Pictures come one after the other and none twice, so keeping opened ones only costs memory.
sharp.cache(false)

const UNPACK_TIMEOUT_S = 20
// A large progressive JPEG takes some 300 MB while it is unpacked.
const inTurn = takeTurns(2)

/**
 * A photo drawn anew from its pixels alone: upright, no larger than needed, and without anything else that
 * was in the file (place, camera, owner, embedded pictures, bytes behind the end).
 * @throws file.not-a-photo for everything that is no whole photo; `format` tells the phone when it was HEIC,
 *   which the image library opens only in its free (AV1) form
 */
export async function redrawPhoto(bytes: Buffer): Promise<Photo> {
  const format = photoFormat(bytes)
  if (format === null) throw new DomainError('file.not-a-photo')
  try {
    return await inTurn(() => redraw(bytes))
  } catch {
    throw new DomainError('file.not-a-photo', { format })
  }
}

async function redraw(bytes: Buffer): Promise<Photo> {
  const { data, info } = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS, failOn: 'error', pages: 1 })
    .timeout({ seconds: UNPACK_TIMEOUT_S })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize(PHOTO_SIDE_PX, PHOTO_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  const thumb = await sharp(data)
    .resize(THUMB_SIDE_PX, THUMB_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer()
  return { photo: data, thumb, width: info.width, height: info.height }
}
