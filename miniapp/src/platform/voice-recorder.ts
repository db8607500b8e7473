import { recordInBrowser } from './record-in-browser'
import { recordInWeChat } from './record-in-wechat'
import type { Recording } from './recording'

/**
 * Opens the microphone, asking for leave the first time.
 * @throws PlainError with a sentence that says how to allow it, when it is refused or missing.
 */
export function startRecording(): Promise<Recording> {
  return process.env.TARO_ENV === 'h5' ? recordInBrowser() : recordInWeChat()
}
