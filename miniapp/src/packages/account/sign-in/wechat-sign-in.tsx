import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { openPage, postLine } from '@/features/identity'
import { signInWithWeChat, useSession } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { backOf, enterApp } from './enter-app'
import { PrivacyWords } from './privacy-words'
import { RecogniseByPhone } from './recognise-by-phone'
import styles from './sign-in.module.scss'

/** Two steps at most: who is it for WeChat, then the phone number, by which the village's register knows him. */
export function WeChatSignIn() {
  const session = useSession()
  return (
    <>
      <View className={styles.hero}>
        <Icon name='message-circle' size={48} />
        <View className={styles.name}>回应</View>
        <View className={styles.motto}>有事就说，有人回应</View>
      </View>
      {session.status === 'signed-in' ? <NextStep me={session.me} /> : <FirstStep />}
    </>
  )
}

function FirstStep() {
  const { isBusy, fault, run } = useAct()
  return (
    <>
      {fault !== null && <Card tone='late'>{fault}</Card>}
      <Button look='primary' isMain isBusy={isBusy} onPress={() => void run(signInWithWeChat)}>
        微信登录
      </Button>
      <PrivacyWords />
    </>
  )
}

function NextStep({ me }: { readonly me: Me }) {
  const back = backOf(useRouter().params['back'])
  if (me.person !== null) {
    return (
      <Card title={`认出来了，${me.person.name}`}>
        {me.posts.map((post) => (
          <View key={`${post.kind}-${post.unit.id}`}>{postLine(post)}</View>
        ))}
        <View className={styles.gap} />
        <Button look='primary' isMain onPress={() => enterApp(me, back)}>
          开始用
        </Button>
      </Card>
    )
  }
  if (me.waitingFor !== null) {
    return (
      <Card title={`等${me.waitingFor.village.name}点头`}>
        <View className={styles.gap}>您的申请已经送到村里，村干部认了您就能用。</View>
        <Button look='primary' isMain onPress={() => enterApp(me, null)}>
          知道了
        </Button>
      </Card>
    )
  }
  return (
    <>
      <RecogniseByPhone isNumberKnown={me.phoneKnown} onJoin={() => openPage('/packages/account/join/index')} />
      <View className={styles.later}>
        <Button onPress={() => void Taro.switchTab({ url: '/pages/home/index' })}>先看看，等会儿再认</Button>
      </View>
    </>
  )
}
