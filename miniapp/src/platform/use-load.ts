import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, NO_ANSWER } from './api-error'
import { onNetworkReturn } from './network'
import { useReturn } from './use-return'

export interface Loaded<Data> {
  /** The last good answer; stays while a newer one is fetched or has failed. */
  readonly data: Data | null
  /** Why the last try failed; `null` after a good one. */
  readonly error: ApiError | null
  readonly isLoading: boolean
  readonly reload: () => Promise<void>
  /** Puts an answer that an act already brought. */
  readonly replace: (data: Data) => void
}

/**
 * Loads when the page opens, when it is shown again, when `key` changes and when the network comes back; `key === null`
 * loads nothing. An answer that was overtaken by a later one is thrown away.
 */
export function useLoad<Data>(key: string | null, load: () => Promise<Data>): Loaded<Data> {
  const [state, setState] = useState<{ data: Data | null; error: ApiError | null; isLoading: boolean }>({
    data: null, error: null, isLoading: key !== null,
  })
  const turn = useRef(0)
  const latestLoad = useRef(load)
  latestLoad.current = load

  const reload = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    setState((before) => ({ ...before, isLoading: true }))
    try {
      const data = await latestLoad.current()
      if (mine === turn.current) setState({ data, error: null, isLoading: false })
    } catch (error) {
      const reason = error instanceof ApiError ? error : new ApiError(0, NO_ANSWER)
      if (mine === turn.current) setState((before) => ({ ...before, error: reason, isLoading: false }))
    }
  }, [])

  const replace = useCallback((data: Data) => {
    turn.current += 1
    setState({ data, error: null, isLoading: false })
  }, [])

  useEffect(() => {
    setState({ data: null, error: null, isLoading: key !== null })
    if (key !== null) void reload()
    return () => {
      turn.current += 1
    }
  }, [key, reload])
  useReturn(() => {
    if (key !== null) void reload()
  })
  useEffect(() => (key === null ? undefined : onNetworkReturn(() => void reload())), [key, reload])

  return { ...state, reload, replace }
}
