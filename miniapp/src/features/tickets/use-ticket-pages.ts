import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { TicketListAnswer, TicketRow } from '@huiying/shared/tickets'
import { ApiError, NO_ANSWER } from '@/platform/api-error'
import { onNetworkReturn } from '@/platform/network'

export interface TicketPages {
  /** `null` until the first answer. */
  readonly rows: readonly TicketRow[] | null
  readonly error: ApiError | null
  readonly isLoading: boolean
  readonly hasMore: boolean
  readonly loadMore: () => Promise<void>
  /** Starts over from the newest. */
  readonly reload: () => Promise<void>
}

interface State {
  readonly rows: readonly TicketRow[] | null
  readonly nextCursor: string | null
  readonly error: ApiError | null
  readonly isLoading: boolean
}

/** A list page by page (20 rows each: more would break the budget of one setData). `key === null` loads nothing. */
export function useTicketPages(key: string | null, fetchPage: (cursor: string | null) => Promise<TicketListAnswer>): TicketPages {
  const [state, setState] = useState<State>({ rows: null, nextCursor: null, error: null, isLoading: key !== null })
  const turn = useRef(0)
  const latest = useRef({ state, fetchPage })
  latest.current = { state, fetchPage }

  const load = useCallback(async (cursor: string | null) => {
    turn.current += 1
    const mine = turn.current
    setState((before) => ({ ...before, isLoading: true }))
    try {
      const answer = await latest.current.fetchPage(cursor)
      if (mine !== turn.current) return
      setState((before) => ({
        rows: cursor === null ? answer.rows : joined(before.rows ?? [], answer.rows),
        nextCursor: answer.nextCursor,
        error: null,
        isLoading: false,
      }))
    } catch (error) {
      const reason = error instanceof ApiError ? error : new ApiError(0, NO_ANSWER)
      if (mine === turn.current) setState((before) => ({ ...before, error: reason, isLoading: false }))
    }
  }, [])

  const reload = useCallback(() => load(null), [load])
  const loadMore = useCallback(async () => {
    const { nextCursor, isLoading } = latest.current.state
    if (nextCursor !== null && !isLoading) await load(nextCursor)
  }, [load])

  useEffect(() => {
    setState({ rows: null, nextCursor: null, error: null, isLoading: key !== null })
    if (key !== null) void load(null)
    return () => {
      turn.current += 1
    }
  }, [key, load])

  const hasBeenShown = useRef(false)
  useDidShow(() => {
    // Coming back from a ticket: the first page is fetched anew only while nothing more was read, so that the list does
    // not jump under the reader's thumb.
    const { rows } = latest.current.state
    if (hasBeenShown.current && key !== null && (rows === null || rows.length <= 20)) void load(null)
    hasBeenShown.current = true
  })
  useEffect(() => (key === null ? undefined : onNetworkReturn(() => void load(null))), [key, load])

  return { rows: state.rows, error: state.error, isLoading: state.isLoading, hasMore: state.nextCursor !== null, loadMore, reload }
}

/** A row that moved while the reader scrolled comes twice; it is shown once, where it was first. */
function joined(before: readonly TicketRow[], more: readonly TicketRow[]): readonly TicketRow[] {
  const seen = new Set(before.map((row) => row.id))
  return [...before, ...more.filter((row) => !seen.has(row.id))]
}
