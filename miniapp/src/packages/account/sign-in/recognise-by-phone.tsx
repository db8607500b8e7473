import { useState } from 'react'
import { View } from '@tarojs/components'
import { bindPhone } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field, Line } from '@/ui/field'
import styles from './sign-in.module.scss'

export interface RecogniseByPhoneProps {
  /** WeChat has told the number before, and it led to nobody yet. */
  readonly isNumberKnown: boolean
  readonly onJoin: () => void
}

/** The number says who it is; where a family shares one, the name does; where no register has it, the village. */
export function RecogniseByPhone({ isNumberKnown, onJoin }: RecogniseByPhoneProps) {
  const { isBusy, fault, faultCode, complain, run } = useAct()
  const [isShared, setIsShared] = useState(false)
  const [name, setName] = useState('')
  if (faultCode === 'identity.name-missing' && !isShared) setIsShared(true)

  const onPhone = (event: { detail: { code?: string } }) => {
    const { code } = event.detail
    if (code === undefined || code === '') complain('没有手机号，村里认不出您。请再点一次，选“允许”')
    else void run(() => bindPhone({ code }))
  }
  const onName = () => {
    if (name.trim() === '') complain('请写上您的姓名')
    else void run(() => bindPhone({ name: name.trim() }))
  }

  if (isShared) {
    const isNobody = faultCode === 'identity.person-not-found'
    const wrong = isNobody ? '这个号码下没有这个名字。请写身份证上的名字，或者点“加入我的村”' : fault
    return (
      <>
        <Card title='这个号码家里几位都在用'>
          <Field title='您是哪一位？' note='写身份证上的名字。' fault={faultCode === 'identity.name-missing' ? null : wrong}>
            <Line label='您的姓名' value={name} maxLength={40} onChange={setName} onDone={onName} />
          </Field>
        </Card>
        <Button look='primary' isMain isBusy={isBusy} onPress={onName}>
          就是我
        </Button>
        {isNobody && (
          <View className={styles.later}>
            <Button onPress={onJoin}>加入我的村</Button>
          </View>
        )}
      </>
    )
  }
  if (isNumberKnown) {
    return (
      <Card title='名册上没找到这个号'>
        <View className={styles.gap}>可能登记的是家里别人的手机。选一下您的村，写上名字，村干部点头就好。</View>
        <Button look='primary' isMain onPress={onJoin}>
          加入我的村
        </Button>
      </Card>
    )
  }
  return (
    <>
      <Card title='用手机号认一认'>村里的名册上记着您的手机号。认一下，就知道您是哪个村的。</Card>
      {fault !== null && <Card tone='late'>{fault}</Card>}
      <Button look='primary' isMain isBusy={isBusy} icon='phone' openType='getPhoneNumber' onGetPhoneNumber={onPhone}>
        用手机号认一认
      </Button>
    </>
  )
}
