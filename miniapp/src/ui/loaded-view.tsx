import { type ReactNode } from 'react'
import type { Loaded } from '@/platform/use-load'
import { goBack } from './page'
import { RefusedBy } from './refused-by'
import { StaleStrip } from './stale-strip'
import { Loading, NotForYou, Offline } from './states'

export interface LoadedViewProps<Data> {
  readonly loaded: Loaded<Data>
  readonly children: (data: Data) => ReactNode
}

/** Shows what `useLoad` brought, and otherwise the fitting state: loading, offline, refused, not for you. */
export function LoadedView<Data>({ loaded, children }: LoadedViewProps<Data>) {
  const { data, error, reload } = loaded
  const retry = () => void reload()
  if (data !== null) {
    return (
      <>
        {error !== null && <StaleStrip error={error} onRetry={retry} />}
        {children(data)}
      </>
    )
  }
  if (error === null) return <Loading />
  if (error.offline) return <Offline onRetry={retry} />
  if (error.status === 404) return <NotForYou action={{ words: '返回', onPress: goBack }} />
  return <RefusedBy error={error} onRetry={retry} />
}
