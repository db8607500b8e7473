import { useState } from 'react'
import { View } from '@tarojs/components'
import type { SubscriptionsAnswer, TemplateKey } from '@huiying/shared/notifications'
import { sentenceOf } from '@/platform/say'
import { askToSubscribe } from '@/platform/subscribe'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'

export interface TopUpProps {
  readonly keys: readonly TemplateKey[]
  readonly onToppedUp: (answer: SubscriptionsAnswer) => void
}

/** WeChat lets us send one message for each acceptance; this button collects one more of each. */
export function TopUp({ keys, onToppedUp }: TopUpProps) {
  const [isBusy, setIsBusy] = useState(false)
  if (process.env.TARO_ENV === 'h5') return <View>微信提醒要在微信小程序里开；这里的“消息”一条都不会少。</View>
  if (keys.length === 0) return null

  // No await before askToSubscribe: WeChat only answers straight inside the tap.
  const topUp = () => {
    setIsBusy(true)
    void askToSubscribe(keys)
      .then((outcome) => {
        if (outcome.status === 'accepted') {
          onToppedUp(outcome.subscriptions)
          toast('好，多提醒您一次')
        } else if (outcome.status === 'switched-off') toast('提醒被关了。点右上角“…”→ 设置 → 通知管理，打开就行')
        else if (outcome.status === 'unavailable') toast('微信提醒还没开通，请看“消息”')
        else toast('没加上。想要时再点一次')
      })
      .catch((error: unknown) => toast(sentenceOf(error)))
      .then(() => setIsBusy(false))
  }
  return (
    <Button icon='plus' isBusy={isBusy} onPress={topUp}>
      多要一次提醒
    </Button>
  )
}
