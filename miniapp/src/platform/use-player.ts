import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidHide } from '@tarojs/taro'

export interface Player {
  readonly isPlaying: boolean
  readonly fault: string | null
  /** Plays from the start, or stops. */
  readonly toggle: () => void
}

// Two voices at once are understood by nobody.
let stopOther: (() => void) | null = null

/** Plays one recording; `url` as <Image> would take it. */
export function usePlayer(url: string | null): Player {
  const [isPlaying, setIsPlaying] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const audio = useRef<Taro.InnerAudioContext | null>(null)

  const stop = useCallback(() => {
    audio.current?.stop()
    audio.current?.destroy()
    audio.current = null
    setIsPlaying(false)
  }, [])

  const play = useCallback(() => {
    if (url === null) return
    stopOther?.()
    stopOther = stop
    const context = Taro.createInnerAudioContext()
    audio.current = context
    context.src = url
    context.onEnded(stop)
    context.onError(() => {
      stop()
      setFault('这段话放不出来，请看看网络，再点一次')
    })
    setFault(null)
    setIsPlaying(true)
    context.play()
  }, [url, stop])

  useDidHide(stop)
  useEffect(() => stop, [stop])
  return { isPlaying, fault, toggle: isPlaying ? stop : play }
}
