/** Enough to read a sign in the picture, little enough for a village's network: 12 megapixels become about 0.4 MB. */
const LONG_SIDE_PX = 2_048
const WORTH_IT_BYTES = 600_000

/** A smaller JPEG of a photo; the file itself when the browser cannot, or when it would not be smaller. */
export async function shrinkPhoto(file: File): Promise<Blob> {
  // Before Chrome 81 a canvas ignores how the phone was held; the server turns such a photo by its EXIF instead.
  const turnsByItself = typeof CSS !== 'undefined' && CSS.supports('image-orientation', 'from-image')
  if (!turnsByItself || file.size < WORTH_IT_BYTES || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  const url = URL.createObjectURL(file)
  try {
    const image = await loadImage(url)
    const scale = Math.min(1, LONG_SIDE_PX / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
    return smaller !== null && smaller.size < file.size ? smaller : file
  } catch {
    return file
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** @throws Error when the browser cannot draw it */
export function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = document.createElement('img')
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not a picture'))
    image.src = url
  })
}
