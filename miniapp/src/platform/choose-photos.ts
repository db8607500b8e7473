import Taro from '@tarojs/taro'
import { keepBrowserFile, keepTempFile, type LocalFile } from './local-file'
import { PlainError } from './say'
import { loadImage, shrinkPhoto } from './shrink-photo'

export interface ChosenPhotos {
  readonly photos: readonly LocalFile[]
  /** What to say about those that could not be taken; the others are kept. */
  readonly fault: string | null
}

/** Opens camera or album; no photos when the person changed his mind. @throws PlainError when it is not allowed. */
export async function choosePhotos(limit: number): Promise<ChosenPhotos> {
  if (limit <= 0) return { photos: [], fault: null }
  return process.env.TARO_ENV === 'h5' ? chooseInBrowser(limit) : chooseInWeChat(limit)
}

async function chooseInWeChat(limit: number): Promise<ChosenPhotos> {
  const chosen = await Taro.chooseMedia({
    count: limit,
    mediaType: ['image'],
    sourceType: ['album', 'camera'],
    sizeType: ['compressed'],
  }).catch((error: { errMsg?: string }) => {
    if ((error.errMsg ?? '').includes('cancel')) return null
    throw new PlainError('打不开相册或相机，请在手机设置里允许微信使用，再试一次')
  })
  const photos = await Promise.all((chosen?.tempFiles ?? []).map((file) => keepTempFile('photo', file.tempFilePath)))
  return { photos, fault: null }
}

/** Not by the framework's own chooser: it drops what it cannot draw and tells nobody. */
async function chooseInBrowser(limit: number): Promise<ChosenPhotos> {
  const files = await pickFiles(limit > 1)
  const taken = files.slice(0, limit)
  const areReadable = await Promise.all(taken.map(isReadable))
  const readable = taken.filter((_file, index) => areReadable[index])
  const photos = await Promise.all(
    readable.map(async (file) => keepBrowserFile('photo', await shrinkPhoto(file))),
  )
  return { photos, fault: unreadableWords(taken.length - readable.length, taken.length) }
}

function unreadableWords(unreadable: number, all: number): string | null {
  if (unreadable === 0) return null
  return all === 1 ? '这张照片打不开，请换一张' : `有 ${unreadable} 张照片打不开，请换一张`
}

/** Without `capture`, so that a phone offers the camera and the album. Never resolves where a cancel is not told of. */
function pickFiles(mayBeSeveral: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = mayBeSeveral
    input.style.display = 'none'
    const finish = () => {
      input.remove()
      resolve(Array.from(input.files ?? []))
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    // On the page: iOS forgets the answer of an input that is nowhere.
    document.body.appendChild(input)
    input.click()
  })
}

async function isReadable(file: File): Promise<boolean> {
  const url = URL.createObjectURL(file)
  try {
    await loadImage(url)
    return true
  } catch {
    return false
  } finally {
    URL.revokeObjectURL(url)
  }
}
