import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskSignInAnswer, SessionAnswer } from '@huiying/shared/identity'
import { SECOND_MS } from '@huiying/shared/kernel'
import { ApiError } from '@/platform/api-error'
import { sentenceOf } from '@/platform/say'
import { askAtDesk, fetchAtDesk } from './desk-api'

const ASK_AGAIN_MS = 2 * SECOND_MS

export type DeskProgress = 'asking' | 'waiting' | 'typed' | 'declined' | 'over' | 'offline'

export interface DeskCode {
  readonly asked: DeskSignInAnswer | null
  readonly progress: DeskProgress
  readonly fault: string | null
  readonly askAnew: () => void
}

/**
 * Asks for a code and then, every two seconds, how far it is, until it is over. A page left open asks for no second
 * one by itself: nobody sits before it.
 */
export function useDeskCode(onSession: (session: SessionAnswer) => void): DeskCode {
  const [asked, setAsked] = useState<DeskSignInAnswer | null>(null)
  const [progress, setProgress] = useState<DeskProgress>('asking')
  const [fault, setFault] = useState<string | null>(null)
  const latest = useRef(onSession)
  latest.current = onSession

  const askAnew = useCallback(() => {
    setProgress('asking')
    setFault(null)
    askAtDesk().then(
      (answer) => {
        setAsked(answer)
        setProgress('waiting')
      },
      (error: unknown) => {
        setAsked(null)
        setFault(sentenceOf(error))
        setProgress('over')
      },
    )
  }, [])
  useEffect(askAnew, [askAnew])

  useEffect(() => {
    if (asked === null) return undefined
    let isOver = false
    let timer: ReturnType<typeof setTimeout>
    const look = async (): Promise<void> => {
      try {
        const answer = await fetchAtDesk(asked.secret)
        if (isOver) return
        if (answer.state === 'approved') return latest.current(answer.session)
        setFault(null)
        setProgress(answer.state)
        if (answer.state === 'over' || answer.state === 'declined') return
      } catch (error) {
        if (isOver) return
        if (!(error instanceof ApiError && error.offline)) setFault(sentenceOf(error))
        setProgress('offline')
      }
      timer = setTimeout(() => void look(), ASK_AGAIN_MS)
    }
    timer = setTimeout(() => void look(), ASK_AGAIN_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [asked])

  return { asked, progress, fault, askAnew }
}
