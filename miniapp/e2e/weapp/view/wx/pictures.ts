import { addTemporaryFile, extensionOf, fileOf, reachable } from '../files'
import { asyncApi } from './async-api'
import { WxFailure } from './wx-failure'

interface ChooseOptions {
  readonly count?: number
  readonly mediaType?: readonly string[]
}

/** The app's pictures: chosen through the browser's own file chooser, which the test answers. */
export const pictureApis = {
  chooseMedia: asyncApi<ChooseOptions>('chooseMedia', async ({ count = 9, mediaType = ['image', 'video'] }) => {
    const accept = mediaType.map((type) => (type === 'mix' ? 'image/*,video/*' : `${type}/*`)).join(',')
    const files = await chooseFiles(accept, count)
    const tempFiles = files.map((file) => ({
      tempFilePath: addTemporaryFile(file, extensionOf(file.name)),
      size: file.size,
      fileType: file.type.startsWith('video') ? 'video' : 'image',
    }))
    return { tempFiles, type: 'image' }
  }),
  chooseImage: asyncApi<ChooseOptions>('chooseImage', async ({ count = 9 }) => {
    const files = await chooseFiles('image/*', count)
    const tempFiles = files.map((file) => ({ path: addTemporaryFile(file, extensionOf(file.name)), size: file.size }))
    return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
  }),

  getImageInfo: asyncApi<{ src: string }>('getImageInfo', async ({ src }) => {
    const picture = await load(src)
    return { width: picture.naturalWidth, height: picture.naturalHeight, path: src, type: extensionOf(src), orientation: 'up' }
  }),

  compressImage: asyncApi<{ src: string; quality?: number; compressedWidth?: number }>('compressImage', async (options) => {
    const picture = await load(options.src)
    const scale = Math.min(1, (options.compressedWidth ?? picture.naturalWidth) / picture.naturalWidth)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.naturalWidth * scale)
    canvas.height = Math.round(picture.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return { tempFilePath: addTemporaryFile(await toBlob(canvas, 'image/jpeg', (options.quality ?? 80) / 100), 'jpg') }
  }),

  previewImage: asyncApi('previewImage', () => undefined),

  canvasToTempFilePath: asyncApi<{ canvas?: HTMLCanvasElement; fileType?: string }>('canvasToTempFilePath', async (options) => {
    if (!options.canvas) throw new WxFailure('invalid canvas')
    const kind = options.fileType === 'jpg' ? 'jpg' : 'png'
    return { tempFilePath: addTemporaryFile(await toBlob(options.canvas, `image/${kind === 'jpg' ? 'jpeg' : 'png'}`), kind) }
  }),
}

export function chooseFiles(accept: string, count: number): Promise<readonly File[]> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', multiple: count > 1, accept })
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)))
    input.addEventListener('cancel', () => reject(new WxFailure('cancel')))
    input.click()
  })
}

function load(source: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    picture.addEventListener('load', () => resolve(picture))
    picture.addEventListener('error', () => reject(new WxFailure(fileOf(source) ? 'decode image failed' : 'file not found')))
    picture.src = reachable(source)
  })
}

function toBlob(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new WxFailure('encode image failed'))), type, quality)
  })
}
