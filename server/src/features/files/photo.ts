import { PHOTO_PIXELS, PHOTO_SIDE_PX, THUMB_SIDE_PX, type MaskBox } from '@huiying/shared/files'
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

/** A box is in thousandths of the photo. */
const WHOLE = 1_000
const COVER = '#1a1a1a'

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

/** A kept photo with solid boxes drawn over it: what is under them is in no byte of the new one. */
export function coverPhoto(photo: Buffer, boxes: readonly MaskBox[]): Promise<Pick<Photo, 'photo' | 'thumb'>> {
  return inTurn(async () => {
    if (boxes.length === 0) return { photo, thumb: await thumbOf(photo) }
    const { width, height } = await sharp(photo).metadata()
    const covered = await sharp(photo)
      .composite(boxes.map((box) => coverOf(box, width, height)))
      .jpeg({ quality: 80 })
      .toBuffer()
    return { photo: covered, thumb: await thumbOf(covered) }
  })
}

/** Outwards to whole pixels, so that no line of them is left at the edge. */
function coverOf({ left, top, width, height }: MaskBox, photoWidth: number, photoHeight: number): sharp.OverlayOptions {
  const fromX = Math.floor((left * photoWidth) / WHOLE)
  const fromY = Math.floor((top * photoHeight) / WHOLE)
  const toX = Math.ceil(((left + width) * photoWidth) / WHOLE)
  const toY = Math.ceil(((top + height) * photoHeight) / WHOLE)
  const box = { width: toX - fromX, height: toY - fromY, channels: 3, background: COVER } as const
  return { input: { create: box }, left: fromX, top: fromY }
}

async function redraw(bytes: Buffer): Promise<Photo> {
  const { data, info } = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS, failOn: 'error', pages: 1 })
    .timeout({ seconds: UNPACK_TIMEOUT_S })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize(PHOTO_SIDE_PX, PHOTO_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return { photo: data, thumb: await thumbOf(data), width: info.width, height: info.height }
}

function thumbOf(photo: Buffer): Promise<Buffer> {
  return sharp(photo)
    .resize(THUMB_SIDE_PX, THUMB_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer()
}
