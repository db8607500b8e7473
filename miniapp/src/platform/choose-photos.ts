import Taro from '@tarojs/taro'
import { keepBrowserFile, keepTempFile, type LocalFile } from './local-file'
import { PlainError } from './say'
import { shrinkPhoto } from './shrink-photo'

/** Opens camera or album; an empty list when the person changed his mind. @throws PlainError when it is not allowed. */
export async function choosePhotos(limit: number): Promise<readonly LocalFile[]> {
  if (limit <= 0) return []
  return process.env.TARO_ENV === 'h5' ? chooseInBrowser(limit) : chooseInWeChat(limit)
}

async function chooseInWeChat(limit: number): Promise<readonly LocalFile[]> {
  const chosen = await Taro.chooseMedia({
    count: limit,
    mediaType: ['image'],
    sourceType: ['album', 'camera'],
    sizeType: ['compressed'],
  }).catch((error: { errMsg?: string }) => {
    if ((error.errMsg ?? '').includes('cancel')) return null
    throw new PlainError('打不开相册或相机，请在手机设置里允许微信使用，再试一次')
  })
  return Promise.all((chosen?.tempFiles ?? []).map((file) => keepTempFile('photo', file.tempFilePath)))
}

async function chooseInBrowser(limit: number): Promise<readonly LocalFile[]> {
  const chosen = await Taro.chooseImage({ count: limit, sourceType: ['album', 'camera'] }).catch(() => null)
  const files = (chosen?.tempFiles ?? [])
    .map((file) => file.originalFileObj)
    .filter((file): file is File => file !== undefined)
  return Promise.all(files.slice(0, limit).map(async (file) => keepBrowserFile('photo', await shrinkPhoto(file))))
}
