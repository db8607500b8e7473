import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { SECOND_MS } from '@huiying/shared/kernel'
import type { BoardAnswer } from '@huiying/shared/tickets'
import { fetchBoard } from '@/features/tickets/api'
import { ApiError, NO_ANSWER } from '@/platform/api-error'
import type { Loaded } from '@/platform/use-load'
import { readEvents } from './event-stream'

/** Without a line it is asked for as often as a phone asks. */
const ASK_AGAIN_MS = 20 * SECOND_MS
/** A line that was good is tried again soon: a server that was exchanged is back within seconds. */
const LINE_AGAIN_MS = 3 * SECOND_MS

export interface LiveBoard extends Loaded<BoardAnswer> {
  /** The server tells of every change by itself. */
  readonly isLive: boolean
}

/** The board, pushed by the server; where that does not work, asked for. Rests while the page is not shown. */
export function useLiveBoard(): LiveBoard {
  const [board, setBoard] = useState<BoardAnswer | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [isLive, setIsLive] = useState(false)
  const [isShown, setIsShown] = useState(true)
  useDidShow(() => setIsShown(true))
  useDidHide(() => setIsShown(false))
  const isThere = useRef(true)

  const show = useCallback((next: BoardAnswer) => {
    if (!isThere.current) return
    // One that was asked for may come in after a later one that the server pushed.
    setBoard((before) => (before !== null && next.now < before.now ? before : next))
    setError(null)
  }, [])
  // Also finds out that the session is over: then the page itself changes.
  const reload = useCallback(async () => {
    await fetchBoard().then(show, (reason: unknown) => {
      if (isThere.current) setError(reason instanceof ApiError ? reason : new ApiError(0, NO_ANSWER))
    })
  }, [show])

  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])
  useEffect(() => {
    if (!isShown) return undefined
    const leaving = new AbortController()
    void keepOpen(leaving.signal, { show, reload, setIsLive })
    return () => leaving.abort()
  }, [isShown, show, reload])

  return { data: board, error, isLoading: board === null && error === null, reload, replace: show, isLive }
}

interface Keeping {
  readonly show: (board: BoardAnswer) => void
  readonly reload: () => Promise<void>
  readonly setIsLive: (isLive: boolean) => void
}

async function keepOpen(leaving: AbortSignal, { show, reload, setIsLive }: Keeping): Promise<void> {
  while (!leaving.aborted) {
    let wasGood = false
    await readEvents('/api/board/live', ({ name, data }) => {
      if (name !== 'board') return
      wasGood = true
      setIsLive(true)
      show(JSON.parse(data) as BoardAnswer)
    }, leaving).catch(() => undefined)
    if (leaving.aborted) return
    setIsLive(false)
    await reload()
    await pause(wasGood ? LINE_AGAIN_MS : ASK_AGAIN_MS, leaving)
  }
}

function pause(ms: number, leaving: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    leaving.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
