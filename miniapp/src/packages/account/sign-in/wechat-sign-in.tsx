import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { openPage, postLine } from '@/features/identity'
import { sentenceOf } from '@/platform/say'
import { bindPhone, signInWithWeChat, useSession } from '@/platform/session'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { enterApp } from './enter-app'
import { PrivacyWords } from './privacy-words'
import styles from './sign-in.module.scss'

/** Two steps at most: who is it for WeChat, then the phone number, by which the village's register knows him. */
export function WeChatSignIn() {
  const session = useSession()
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const attempt = async (act: () => Promise<unknown>) => {
    setIsBusy(true)
    setFault(null)
    try {
      await act()
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setIsBusy(false)
    }
  }
  const onPhone = (event: { detail: { code?: string } }) => {
    const { code } = event.detail
    if (code === undefined || code === '') setFault('没有手机号，村里认不出您。请再点一次，选“允许”')
    else void attempt(() => bindPhone(code))
  }

  const me = session.status === 'signed-in' ? session.me : null
  return (
    <>
      <View className={styles.hero}>
        <Icon name='message-circle' size={48} />
        <View className={styles.name}>回应</View>
        <View className={styles.motto}>有事就说，1 小时内有人回</View>
      </View>
      {fault !== null && (
        <Card tone='late'>
          <View>{fault}</View>
        </Card>
      )}
      {me === null && (
        <>
          <Button look='primary' isMain isBusy={isBusy} onPress={() => void attempt(signInWithWeChat)}>
            微信登录
          </Button>
          <PrivacyWords />
        </>
      )}
      {me !== null && me.person === null && me.waitingFor === null && !me.phoneKnown && (
        <>
          <Card title='用手机号认一认'>
            <View>村里的名册上记着您的手机号。认一下，就知道您是哪个村的。</View>
          </Card>
          <Button look='primary' isMain isBusy={isBusy} icon='phone' openType='getPhoneNumber' onGetPhoneNumber={onPhone}>
            用手机号认一认
          </Button>
          <View className={styles.later}>
            <Button onPress={() => void Taro.switchTab({ url: '/pages/home/index' })}>先看看，等会儿再认</Button>
          </View>
        </>
      )}
      {me !== null && me.person === null && me.waitingFor !== null && (
        <Card title={`等${me.waitingFor.village.name}点头`}>
          <View className={styles.gap}>您的申请已经送到村里，村干部认了您就能用。</View>
          <Button look='primary' isMain onPress={() => enterApp(me)}>
            知道了
          </Button>
        </Card>
      )}
      {me !== null && me.person === null && me.waitingFor === null && me.phoneKnown && (
        <Card title='名册上没找到这个号'>
          <View className={styles.gap}>可能登记的是家里别人的手机。选一下您的村，写上名字，村干部点头就好。</View>
          <Button look='primary' isMain onPress={() => openPage('/packages/account/join/index')}>
            加入我的村
          </Button>
        </Card>
      )}
      {me !== null && me.person !== null && (
        <Card title={`认出来了，${me.person.name}`}>
          {me.posts.map((post) => (
            <View key={`${post.kind}-${post.unit.id}`}>{postLine(post)}</View>
          ))}
          <View className={styles.gap} />
          <Button look='primary' isMain onPress={() => enterApp(me)}>
            开始用
          </Button>
        </Card>
      )}
    </>
  )
}
