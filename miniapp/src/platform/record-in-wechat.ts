import Taro from '@tarojs/taro'
import { keepTempFile, type LocalFile } from './local-file'
import { PlainError } from './say'
import { VOICE_MAX_MS, VOICE_MIN_MS, type Recording } from './recording'

interface Stopped {
  readonly path: string
  readonly durationMs: number
}

// WeChat has one recorder for the whole app and its listeners cannot be taken off again, so they are set once and
// hand on to whichever recording is under way.
let current: { started: () => void; stopped: (result: Stopped) => void; failed: () => void } | null = null
let recorder: Taro.RecorderManager | null = null

export async function recordInWeChat(): Promise<Recording> {
  await askLeave()
  const manager = openRecorder()
  let isCancelled = false
  let settle: (result: Stopped | null) => void = () => undefined
  const result = new Promise<Stopped | null>((resolve) => {
    settle = resolve
  })
  await new Promise<void>((resolve, reject) => {
    current = {
      started: resolve,
      stopped: (stopped) => settle(stopped),
      failed: () => {
        settle(null)
        reject(new PlainError('录音没有开始，请看看是不是正在打电话，再试一次'))
      },
    }
    // mp3 in mono at 16 kHz: a minute of clear speech in about 360 KB, and every player reads it.
    manager.start({ duration: VOICE_MAX_MS, format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 })
  })

  let kept: Promise<LocalFile | null> | null = null
  return {
    ended: result.then(() => undefined),
    finish: () => {
      manager.stop()
      kept ??= result.then((stopped) => {
        if (isCancelled || stopped === null || stopped.durationMs < VOICE_MIN_MS) return null
        return keepTempFile('voice', stopped.path, Math.round(stopped.durationMs))
      })
      return kept
    },
    cancel: () => {
      isCancelled = true
      manager.stop()
    },
  }
}

async function askLeave(): Promise<void> {
  try {
    await Taro.authorize({ scope: 'scope.record' })
  } catch {
    throw new PlainError('没有允许用话筒。请点右上角“…”→ 设置 → 允许使用话筒，再回来按住说')
  }
}

function openRecorder(): Taro.RecorderManager {
  if (recorder !== null) return recorder
  const manager = Taro.getRecorderManager()
  manager.onStart(() => current?.started())
  manager.onStop((event) => current?.stopped({ path: event.tempFilePath, durationMs: event.duration }))
  manager.onError(() => current?.failed())
  manager.onInterruptionBegin(() => manager.stop())
  recorder = manager
  return manager
}
