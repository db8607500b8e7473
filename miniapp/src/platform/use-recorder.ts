import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide } from '@tarojs/taro'
import type { EpochMs } from '@huiying/shared/kernel'
import { serverNow } from './clock'
import type { LocalFile } from './local-file'
import { sentenceOf } from './say'
import type { Recording } from './recording'
import { startRecording } from './voice-recorder'

export interface Recorder {
  readonly state: 'idle' | 'opening' | 'recording'
  /** For the seconds on the screen; `null` while not recording. */
  readonly startedAt: EpochMs | null
  /** Why there is no recording; goes away with the next try. */
  readonly fault: string | null
  readonly start: () => void
  /** Keeps what was said: `onRecorded` gets it. */
  readonly stop: () => void
  readonly cancel: () => void
}

/** Hold to talk, or tap to start and tap to stop. `onRecorded` also hears when the longest time ran out. */
export function useRecorder(onRecorded: (voice: LocalFile) => void): Recorder {
  const [state, setState] = useState<Recorder['state']>('idle')
  const [startedAt, setStartedAt] = useState<EpochMs | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const recording = useRef<Recording | null>(null)
  // The finger may be up again before the microphone is open (the permission dialog took it away).
  const isWanted = useRef(false)
  const tell = useRef(onRecorded)
  tell.current = onRecorded

  const finish = useCallback(async (taken: Recording) => {
    if (recording.current !== taken) return
    recording.current = null
    setState('idle')
    setStartedAt(null)
    const voice = await taken.finish()
    if (voice === null) setFault('说得太短了，请按住，说完再松手')
    else tell.current(voice)
  }, [])

  const start = useCallback(() => {
    if (isWanted.current || recording.current !== null) return
    isWanted.current = true
    setFault(null)
    setState('opening')
    startRecording().then(
      (opened) => {
        if (!isWanted.current) {
          opened.cancel()
          setState('idle')
          return
        }
        recording.current = opened
        setState('recording')
        setStartedAt(serverNow())
        void opened.ended.then(() => finish(opened))
      },
      (error: unknown) => {
        isWanted.current = false
        setState('idle')
        setFault(sentenceOf(error))
      },
    )
  }, [finish])

  const stop = useCallback(() => {
    isWanted.current = false
    if (recording.current !== null) void finish(recording.current)
  }, [finish])

  const cancel = useCallback(() => {
    isWanted.current = false
    recording.current?.cancel()
    recording.current = null
    setState('idle')
    setStartedAt(null)
  }, [])

  // What was said until the phone rang is kept, not lost.
  useDidHide(stop)
  useEffect(() => cancel, [cancel])
  return { state, startedAt, fault, start, stop, cancel }
}
