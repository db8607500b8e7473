import { useRef } from 'react'
import type { LocalFile } from '@/platform/local-file'
import { upload } from '@/platform/upload'

/**
 * Uploads each file once while the page is open. A second try of an act must carry the same ids: its key stands for the
 * body it first went with.
 */
export function useUploadOnce(): (file: LocalFile) => Promise<string> {
  const ids = useRef(new Map<string, string>())
  return async (file) => {
    const known = ids.current.get(file.ref)
    if (known !== undefined) return known
    const { id } = await upload(file)
    ids.current.set(file.ref, id)
    return id
  }
}
