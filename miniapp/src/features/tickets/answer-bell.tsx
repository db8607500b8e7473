import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { sentenceOf } from '@/platform/say'
import { askToSubscribe, loadSubscriptions } from '@/platform/subscribe'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import styles from './tickets.module.scss'

/**
 * Offers to tell of the answer by WeChat, right where one has just sent something. Only in WeChat, only where the
 * operator has a template, and only while no acceptance is left: one acceptance is one message.
 */
export function AnswerBell() {
  const [isOffered, setIsOffered] = useState(false)
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return
    loadSubscriptions().then(
      ({ templates }) =>
        setIsOffered(
          templates.some((one) => one.key === 'answer' && one.templateId !== null && one.wanted && one.remaining === 0),
        ),
      // Not offered, then; the notices page of the app has every answer anyway.
      () => undefined,
    )
  }, [])
  if (!isOffered) return null

  // No await before askToSubscribe: WeChat only answers straight inside the tap.
  const accept = () => {
    askToSubscribe(['answer']).then(
      ({ status }) => {
        if (status === 'accepted') toast('好，有人回您，微信就告诉您')
        else if (status === 'switched-off') toast('提醒被关了。点右上角“…”→ 设置 → 通知管理，打开就行')
        setIsOffered(status === 'switched-off')
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <View className={styles.bell}>
      <Button icon='bell' onPress={accept}>
        有人回了，用微信告诉我
      </Button>
    </View>
  )
}
