import { View } from '@tarojs/components'
import { formatNear, MINUTE_MS } from '@huiying/shared/kernel'
import { hoursFor, promisedAt } from '@huiying/shared/sla'
import { KIND_NAMES, type TicketKind } from '@huiying/shared/tickets'
import { fetchPromise } from '@/features/tickets/api'
import { hoursWords } from '@/features/tickets/promise-words'
import { useNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import styles from './send.module.scss'

/** By when somebody answers, said before it is sent; the server goes by the same rule when it comes in. */
export function PromiseLine({ villageId, kind }: { readonly villageId: string; readonly kind: TicketKind }) {
  const promise = useLoad(`promise/${villageId}`, () => fetchPromise(villageId)).data
  const now = useNow(MINUTE_MS / 2)
  if (promise === null) return null
  const hours = hoursFor(promise, kind)
  return (
    <View className={styles.promise}>
      {hours !== undefined && `${KIND_NAMES[kind]}在上班时间办，${hoursWords(hours)}。`}
      现在发，{formatNear(promisedAt(promise, kind, now), now)} 前有人回您
    </View>
  )
}
