import { addTemporaryFile, reachable } from '../files'
import { fault, log, recordCall } from '../runner-log'
import { silentMp3 } from './silent-mp3'

type Listener = (event?: unknown) => void

interface StartOptions {
  /** ms; WeChat stops by itself after it, at most ten minutes. */
  readonly duration?: number
  readonly format?: string
}

export const soundApis = {
  getRecorderManager: () => recorder,
  createInnerAudioContext: player,
  setInnerAudioOption: () => undefined,
}

const recorderEvents = ['Start', 'Stop', 'Pause', 'Resume', 'Error', 'FrameRecorded', 'InterruptionBegin', 'InterruptionEnd'] as const
const heard = new Map<string, Listener>()
let startedAt: number | undefined
let stopTimer: number | undefined

/** WeChat has one recorder, each event with its last listener; here it records silence of the true length. */
const recorder = {
  ...Object.fromEntries(recorderEvents.map((name) => [`on${name}`, (listener: Listener) => void heard.set(name, listener)])),
  start({ duration = 60_000, format = 'aac' }: StartOptions = {}) {
    recordCall('RecorderManager.start', { duration, format })
    if (format !== 'mp3') return fault(`the runner records mp3 only, not ${format}`)
    if (log.scopes['scope.record'] === false) return tell('Error', { errMsg: 'operateRecorder:fail auth deny' })
    if (startedAt !== undefined) return tell('Error', { errMsg: 'operateRecorder:fail is recording or paused' })
    startedAt = performance.now()
    stopTimer = window.setTimeout(() => recorder.stop(), Math.min(duration, 600_000))
    tell('Start')
  },
  stop() {
    clearTimeout(stopTimer)
    if (startedAt === undefined) return tell('Error', { errMsg: 'operateRecorder:fail recorder not start' })
    const duration = Math.round(performance.now() - startedAt)
    startedAt = undefined
    const sound = silentMp3(duration)
    tell('Stop', { tempFilePath: addTemporaryFile(sound, 'mp3'), duration, fileSize: sound.size })
  },
  pause: () => tell('Pause'),
  resume: () => tell('Resume'),
}

function tell(name: string, event: unknown = {}): void {
  setTimeout(() => heard.get(name)?.(event))
}

/** Plays through the browser, so that a file that is no sound fails here too. */
function player() {
  const audio = new Audio()
  const listening = new Map<string, Map<Listener, () => void>>()
  const browserEvents: Readonly<Record<string, string>> = {
    Canplay: 'canplay', Play: 'play', Pause: 'pause', Ended: 'ended', TimeUpdate: 'timeupdate', Waiting: 'waiting',
    Seeking: 'seeking', Seeked: 'seeked', Stop: 'mp-stop', Error: 'error',
  }
  const onAndOff = Object.entries(browserEvents).flatMap(([name, type]) => {
    const known = listening.get(name) ?? new Map<Listener, () => void>()
    listening.set(name, known)
    const drop = (listener: Listener): void => {
      const handle = known.get(listener)
      if (handle) audio.removeEventListener(type, handle)
      known.delete(listener)
    }
    const on = (listener: Listener): void => {
      const handle = (): void => listener(name === 'Error' ? { errCode: 10004, errMsg: audio.error?.message } : {})
      known.set(listener, handle)
      audio.addEventListener(type, handle)
    }
    const off = (listener?: Listener): void => (listener ? drop(listener) : [...known.keys()].forEach(drop))
    return [[`on${name}`, on] as const, [`off${name}`, off] as const]
  })
  let source = ''
  return {
    ...Object.fromEntries(onAndOff),
    get src() { return source },
    set src(next: string) {
      source = next
      audio.src = reachable(next)
    },
    autoplay: false,
    loop: false,
    get duration() { return Number.isFinite(audio.duration) ? audio.duration : 0 },
    get currentTime() { return audio.currentTime },
    get paused() { return audio.paused },
    play() {
      recordCall('InnerAudioContext.play', { src: source })
      // A failure reaches the app through onError.
      void audio.play().catch(() => undefined)
    },
    pause: () => audio.pause(),
    stop() {
      audio.pause()
      audio.currentTime = 0
      audio.dispatchEvent(new Event('mp-stop'))
    },
    seek: (second: number) => (audio.currentTime = second),
    destroy: () => audio.removeAttribute('src'),
  }
}
