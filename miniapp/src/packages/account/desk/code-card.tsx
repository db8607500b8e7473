import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { DeskAskingAnswer } from '@huiying/shared/identity'
import { formatNear } from '@huiying/shared/kernel'
import { serverNow } from '@/platform/clock'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field, Line } from '@/ui/field'
import { Strip } from '@/ui/states'
import { decideDesk, typeDeskCode } from './api'
import { codeIn } from './code-in'
import styles from './desk.module.scss'

export interface CodeCardProps {
  /** From a code that was scanned outside the app; it still waits for a tap. */
  readonly given: string
  readonly onSignedIn: () => void
}

/** The six digits, then who asks, then yes or no. */
export function CodeCard({ given, onSignedIn }: CodeCardProps) {
  const [code, setCode] = useState(given)
  const [asking, setAsking] = useState<DeskAskingAnswer | null>(null)
  const { isBusy, fault, complain, run } = useAct()
  const [done, setDone] = useState<string | null>(null)

  const attempt = (act: () => Promise<void>) => {
    setDone(null)
    void run(act)
  }
  const type = (typed: string) => {
    const digits = typed.replace(/\D/g, '')
    if (digits.length !== 6) return complain('请输电脑上的 6 个数字')
    return attempt(async () => setAsking(await typeDeskCode(digits)))
  }
  const scan = async () => {
    const scanned = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => null)
    if (scanned === null) return
    const found = codeIn(scanned.result)
    if (found === null) return complain('这不是电脑上的登录码')
    setCode(found)
    type(found)
  }
  const decide = (signInId: string, isMe: boolean) =>
    attempt(async () => {
      // Whatever comes of it, this code is spent.
      setAsking(null)
      setCode('')
      await decideDesk(signInId, isMe)
      setDone(isMe ? '好了，电脑上马上就进去，12 小时后自己退出。' : '好，没有让它登录。码是谁给您的，请当心。')
      if (isMe) onSignedIn()
    })

  if (asking !== null) {
    return (
      <Card title='是您面前的这台吗？'>
        <View className={styles.browser}>{asking.browser}</View>
        <View className={styles.when}>{formatNear(asking.askedAt, serverNow())}要的码</View>
        <View className={styles.warning}>
          登录以后，那台电脑上能办您能办的事。别人发来的码、电话里念给您的码，一律点“不是我”。
        </View>
        <Button look='primary' isMain isBusy={isBusy} onPress={() => decide(asking.signInId, true)}>
          是我，登录
        </Button>
        <View className={styles.below}>
          <Button isDisabled={isBusy} onPress={() => decide(asking.signInId, false)}>不是我</Button>
        </View>
      </Card>
    )
  }
  return (
    <Card title='电脑上显示的 6 个数字'>
      {done !== null && <Strip icon='circle-check'>{done}</Strip>}
      <Field title='登录码' note='在电脑上打开“回应”的网页，点“登录”，就看得到。' fault={fault}>
        <Line label='登录码' value={code} keyboard='number' maxLength={6} onChange={setCode} onDone={() => type(code)} />
      </Field>
      <Button look='primary' isMain isBusy={isBusy} onPress={() => type(code)}>
        下一步
      </Button>
      {process.env.TARO_ENV !== 'h5' && (
        <View className={styles.below}>
          <Button isDisabled={isBusy} onPress={() => void scan()}>扫电脑上的码</Button>
        </View>
      )}
    </Card>
  )
}
