import { View } from '@tarojs/components'
import { errorWords } from '@huiying/shared/facts'
import { mayLeave, type Me } from '@huiying/shared/identity'
import { openPage, SIGN_IN_URL } from '@/features/identity'
import { sentenceOf } from '@/platform/say'
import { leaveForGood, signOut } from '@/platform/session'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ask, toast } from '@/ui/toast'
import styles from './me.module.scss'

/** Out on this phone, or on all of them when one is lost; or gone for good, who holds no office. */
export function Leave({ me }: { readonly me: Me }) {
  const leave = async (scope: 'here' | 'everywhere') => {
    const isSure = await ask(
      scope === 'here'
        ? { title: '退出登录？', words: '写了一半的话还留在这台手机上。', yes: '退出' }
        : { title: '手机、电脑都退出？', words: '手机丢了，或在别人手机上登过，用这个。', yes: '都退出' },
    )
    if (!isSure) return
    try {
      await signOut(scope)
      openPage(SIGN_IN_URL)
    } catch (error) {
      toast(sentenceOf(error))
    }
  }
  const forGood = async () => {
    const words = '名字和手机号都抹掉，以后登不回来，说过的事您自己也看不到了。没办完的村里照样办；签过的字留在账上。'
    if (!(await ask({ title: '注销账号？', words, yes: '注销' }))) return
    if (!(await ask({ title: '真的注销？', words: '注销了就找不回来。', yes: '真的注销' }))) return
    try {
      await leaveForGood()
      openPage(SIGN_IN_URL)
      toast('账号注销了，您的手机号抹掉了')
    } catch (error) {
      toast(sentenceOf(error))
    }
  }
  return (
    <>
      <View className={styles.leave}>
        <Button icon='log-out' onPress={() => void leave('here')}>
          退出登录
        </Button>
      </View>
      <View className={styles.leave}>
        <Button onPress={() => void leave('everywhere')}>所有手机和电脑都退出</Button>
      </View>
      <Card title='注销账号'>
        {mayLeave(me) ? (
          <>
            <View className={styles.note}>名字和手机号都抹掉，以后登不回来。</View>
            <Button look='danger' icon='trash-2' onPress={() => void forGood()}>注销账号</Button>
          </>
        ) : (
          <View className={styles.privacy}>{errorWords('identity.holds-office')}</View>
        )}
      </Card>
    </>
  )
}
