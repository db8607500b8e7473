import type { ApiError } from '@/platform/api-error'
import { sentenceOf } from '@/platform/say'
import { Strip } from './states'

export interface StaleStripProps {
  readonly error: ApiError
  /** Below stands what came before; else nothing has come yet, and the rest of the page stands. */
  readonly hasOlder?: boolean
  readonly onRetry: () => void
}

/** Above what could not be fetched anew. */
export function StaleStrip({ error, hasOlder = true, onRetry }: StaleStripProps) {
  const offline = hasOlder ? '网络不通，这是刚才的样子' : '网络不通，没有看到'
  return (
    <Strip icon='wifi-off' action={{ words: hasOlder ? '刷新' : '再试一次', onPress: onRetry }}>
      {error.offline ? offline : sentenceOf(error)}
    </Strip>
  )
}
