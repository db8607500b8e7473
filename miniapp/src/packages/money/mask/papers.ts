import type { ExpenseView } from '@huiying/shared/expenses'
import type { PhotoAddress } from '@huiying/shared/files'

/** A photo of a paper that its keeper looks through before others see it. */
export interface PaperPhoto {
  readonly fileId: string
  readonly photo: PhotoAddress
  readonly isMasked: boolean
}

export function photosToMask({ content: { vouchers } }: Pick<ExpenseView, 'content'>): readonly PaperPhoto[] {
  return vouchers.flatMap(({ fileId, photo, isMasked }) => photo === null ? [] : [{ fileId, photo, isMasked }])
}

/** The one asked for, or else the first that nobody has looked at, or else the first of all. */
export function firstToMask(photos: readonly PaperPhoto[], asked: string | null): PaperPhoto | null {
  return photos.find(({ fileId }) => fileId === asked) ?? photos.find(({ isMasked }) => !isMasked) ?? photos[0] ?? null
}
