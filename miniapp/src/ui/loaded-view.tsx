import { type ReactNode } from 'react'
import type { Loaded } from '@/platform/use-load'
import { sentenceOf } from '@/platform/say'
import { goBack } from './page'
import { RefusedBy } from './refused-by'
import { Loading, NotForYou, Offline, Strip } from './states'

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
        {error !== null && (
          <Strip icon='wifi-off' action={{ words: '刷新', onPress: retry }}>
            {error.offline ? '网络不通，这是刚才的样子' : sentenceOf(error)}
          </Strip>
        )}
        {children(data)}
      </>
    )
  }
  if (error === null) return <Loading />
  if (error.offline) return <Offline onRetry={retry} />
  if (error.status === 404) return <NotForYou action={{ words: '返回', onPress: goBack }} />
  return <RefusedBy error={error} onRetry={retry} />
}
