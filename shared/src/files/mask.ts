import { DomainError } from '../kernel'

/** A rectangle over a photo that hides what leads to a person. In thousandths of the photo's width and height. */
export interface MaskBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const MASK_BOX_LIMIT = 40
const WHOLE = 1_000

/** @throws file.mask-invalid for a box that lies outside, is empty, or one too many */
export function checkMask(boxes: readonly MaskBox[]): void {
  const isSound = ({ left, top, width, height }: MaskBox): boolean =>
    [left, top, width, height].every((one) => Number.isInteger(one) && one >= 0)
      && width > 0 && height > 0 && left + width <= WHOLE && top + height <= WHOLE
  if (boxes.length > MASK_BOX_LIMIT || !boxes.every(isSound)) throw new DomainError('file.mask-invalid', { limit: MASK_BOX_LIMIT })
}
