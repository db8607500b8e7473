import { noteLife } from './quiet'
import { fault, log } from './runner-log'

export type SetData = (data: Readonly<Record<string, unknown>>, done?: () => void) => void

/** WeChat refuses larger ones. */
const LIMIT_BYTES = 1024 * 1024

/** Wraps setData: counts its bytes, sends a copy as JSON, and applies it later, as the bridge to the screen does. */
export function measureSetData(path: string, apply: (data: Record<string, unknown>) => void): SetData {
  const { action: openedBy, settledCount: openedAt } = log
  return (data, done) => {
    const json = JSON.stringify(data)
    const bytes = new TextEncoder().encode(json).length
    const isOpening = log.settledCount === openedAt
    log.setData.push({ page: path, action: isOpening ? openedBy : log.action, bytes, isOpening })
    noteLife()
    if (bytes > LIMIT_BYTES) fault(`${path}: setData of ${bytes} bytes, WeChat takes ${LIMIT_BYTES}`)
    const copy = Object.entries(JSON.parse(json) as Record<string, unknown>)
    setTimeout(() => {
      // Taro writes `cn.[0]`, which WeChat reads as `cn[0]`; the open framework reads only the latter.
      apply(Object.fromEntries(copy.map(([key, value]) => [key.replaceAll('.[', '['), value])))
      if (done) setTimeout(done)
    })
  }
}
