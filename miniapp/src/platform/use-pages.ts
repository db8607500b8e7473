import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, NO_ANSWER } from './api-error'
import { onNetworkReturn } from './network'
import { useReturn } from './use-return'

/** What a list's address answers: a page of rows and where the next ones begin. */
export interface PageAnswer<Row> {
  readonly rows: readonly Row[]
  readonly nextCursor: string | null
}

export interface Pages<Row> {
  /** `null` until the first answer. */
  readonly rows: readonly Row[] | null
  readonly error: ApiError | null
  readonly isLoading: boolean
  readonly hasMore: boolean
  readonly loadMore: () => Promise<void>
  /** Starts over from the newest. */
  readonly reload: () => Promise<void>
  /** Puts what the phone already knows about its rows: a notice that was read. */
  readonly changeRows: (change: (row: Row) => Row) => void
}

interface State<Row> {
  readonly rows: readonly Row[] | null
  readonly nextCursor: string | null
  readonly error: ApiError | null
  readonly isLoading: boolean
}

/** A list page by page, of as many rows as the budget of one setData bears. `key === null` loads nothing. */
export function usePages<Row extends { readonly id: string }>(
  key: string | null,
  fetchPage: (cursor: string | null) => Promise<PageAnswer<Row>>,
): Pages<Row> {
  const [state, setState] = useState<State<Row>>({ rows: null, nextCursor: null, error: null, isLoading: key !== null })
  const turn = useRef(0)
  const isFirstPage = useRef(true)
  const latest = useRef({ state, fetchPage })
  latest.current = { state, fetchPage }

  const load = useCallback(async (cursor: string | null) => {
    turn.current += 1
    const mine = turn.current
    isFirstPage.current = cursor === null
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
  const changeRows = useCallback((change: (row: Row) => Row) => {
    setState((before) => ({ ...before, rows: before.rows === null ? null : before.rows.map(change) }))
  }, [])

  useEffect(() => {
    setState({ rows: null, nextCursor: null, error: null, isLoading: key !== null })
    if (key !== null) void load(null)
    return () => {
      turn.current += 1
    }
  }, [key, load])

  useReturn(() => {
    // Coming back to the list: it starts over only while nothing more than the first page was read, so that it does not
    // jump under the reader's thumb.
    if (key !== null && isFirstPage.current) void load(null)
  })
  useEffect(() => (key === null ? undefined : onNetworkReturn(() => void load(null))), [key, load])

  const { rows, error, isLoading, nextCursor } = state
  return { rows, error, isLoading, hasMore: nextCursor !== null, loadMore, reload, changeRows }
}

/** A row that moved while the reader scrolled comes twice; it is shown once, where it was first. */
function joined<Row extends { readonly id: string }>(before: readonly Row[], more: readonly Row[]): readonly Row[] {
  const seen = new Set(before.map((row) => row.id))
  return [...before, ...more.filter((row) => !seen.has(row.id))]
}
