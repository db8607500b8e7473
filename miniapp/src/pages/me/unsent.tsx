import { View } from '@tarojs/components'
import { ApiError } from '@/platform/api-error'
import { discardOutboxItem, flushOutbox } from '@/platform/outbox'
import { useOutbox, type OutboxItem } from '@/platform/outbox-store'
import { sentenceOf } from '@/platform/say'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ask } from '@/ui/toast'
import styles from './me.module.scss'

/** What was said but has not arrived: waiting for the network, or refused with the reason. */
export function Unsent({ accountId }: { readonly accountId: string }) {
  const items = useOutbox(accountId)
  if (items.length === 0) return null
  return (
    <Card title='还没发出去的' tone='soon'>
      {items.map((item) => (
        <View key={item.key} className={styles.unsent}>
          <View>{item.label}</View>
          {item.refusal === null ? (
            <View className={styles.waits}>有网就自动发出去，只发一次。</View>
          ) : (
            <>
              <View className={styles.why}>{whyRefused(item.refusal)}</View>
              <Button onPress={() => void discard(item)}>不发了</Button>
            </>
          )}
        </View>
      ))}
      {items.some((item) => item.refusal === null) && (
        <Button icon='refresh-cw' onPress={() => void flushOutbox()}>
          现在就发
        </Button>
      )}
    </Card>
  )
}

function whyRefused({ code, details }: NonNullable<OutboxItem['refusal']>): string {
  return sentenceOf(new ApiError(422, code, details))
}

async function discard(item: OutboxItem): Promise<void> {
  const isSure = await ask({ title: '不发了？', words: `“${item.label}”会从手机上删掉。`, yes: '删掉' })
  if (isSure) await discardOutboxItem(item)
}
