import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { forgetBlob, keepBlob, readBlob } from './blob-store'
import { newIdempotencyKey } from './idempotency-key'

/** A photo or a recording, kept on the phone until it is sent, also over a restart of the app. Plain data. */
export interface LocalFile {
  readonly kind: 'photo' | 'voice'
  /** WeChat: the path of the saved file. Browser: the key in the blob store. */
  readonly ref: string
  readonly durationMs: number | null
}

const isWeb = process.env.TARO_ENV === 'h5'

/** WeChat deletes temporary files when it likes, so the file is saved before anything else. */
export async function keepTempFile(kind: LocalFile['kind'], tempFilePath: string, durationMs: number | null = null): Promise<LocalFile> {
  const saved = await new Promise<string>((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: (result) => resolve('savedFilePath' in result ? result.savedFilePath : tempFilePath),
      // The 200 MB of saved files are full: the temporary file mostly lives as long as this visit.
      fail: () => resolve(tempFilePath),
    })
  })
  return { kind, ref: saved, durationMs }
}

export async function keepBrowserFile(kind: LocalFile['kind'], blob: Blob, durationMs: number | null = null): Promise<LocalFile> {
  const ref = newIdempotencyKey()
  await keepBlob(ref, blob)
  return { kind, ref, durationMs }
}

/** Once it was sent or thrown away. Never throws: a file left behind harms nobody. */
export async function dropLocalFile(file: LocalFile): Promise<void> {
  if (isWeb) {
    await forgetBlob(file.ref)
    return
  }
  Taro.getFileSystemManager().removeSavedFile({ filePath: file.ref, fail: () => undefined })
}

/** What <Image src> and the player take; `null` while it is fetched, or when the browser lost it. */
export function useLocalFileUrl(file: LocalFile | null): string | null {
  const ref = file?.ref ?? null
  const [url, setUrl] = useState<string | null>(isWeb ? null : ref)
  useEffect(() => {
    if (!isWeb || ref === null) {
      setUrl(ref)
      return undefined
    }
    let made: string | null = null
    let isGone = false
    void readBlob(ref).then((blob) => {
      if (isGone || blob === null) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      isGone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [ref])
  return url
}
