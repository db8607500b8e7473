import { phoneNow } from './clock'
import { keepBrowserFile, type LocalFile } from './local-file'
import { PlainError } from './say'
import { VOICE_MAX_MS, VOICE_MIN_MS, type Recording } from './recording'

export async function recordInBrowser(): Promise<Recording> {
  const microphone = await openMicrophone()
  const mimeTypes = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
  const mimeType = mimeTypes.find((type) => MediaRecorder.isTypeSupported(type))
  const wishes = { audioBitsPerSecond: 32_000, ...(mimeType === undefined ? {} : { mimeType }) }
  const recorder = new MediaRecorder(microphone, wishes)
  const pieces: Blob[] = []
  const startedAt = phoneNow()
  let stoppedAt = startedAt
  let isCancelled = false
  recorder.ondataavailable = (event) => pieces.push(event.data)
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => {
      stoppedAt = phoneNow()
      microphone.getTracks().forEach((track) => track.stop())
      resolve()
    }
  })
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const longest = setTimeout(stop, VOICE_MAX_MS)
  void ended.then(() => clearTimeout(longest))
  recorder.start()

  let kept: Promise<LocalFile | null> | null = null
  return {
    ended,
    finish: () => {
      stop()
      kept ??= ended.then(() => {
        const durationMs = Math.min(VOICE_MAX_MS, stoppedAt - startedAt)
        if (isCancelled || durationMs < VOICE_MIN_MS) return null
        return keepBrowserFile('voice', new Blob(pieces, { type: recorder.mimeType }), durationMs)
      })
      return kept
    },
    cancel: () => {
      isCancelled = true
      stop()
    },
  }
}

async function openMicrophone(): Promise<MediaStream> {
  // Browsers hide the microphone from addresses without https.
  if (navigator.mediaDevices === undefined || typeof MediaRecorder === 'undefined') {
    throw new PlainError('这个浏览器不能录音，请打字说，或者用微信小程序')
  }
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (error) {
    const isMissing = error instanceof DOMException && error.name === 'NotFoundError'
    throw new PlainError(isMissing ? '没有找到话筒，请打字说' : '没有允许用话筒。请在浏览器的网站设置里允许话筒，再回来按住说')
  }
}
