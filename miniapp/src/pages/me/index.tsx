import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { useTabBadge } from '@/platform/tab-badge'
import { refreshSession, useSession } from '@/platform/session'
import { SignedIn } from '@/features/identity'
import { Card } from '@/ui/card'
import { Page } from '@/ui/page'
import { Leave } from './leave'
import styles from './me.module.scss'
import { MyCard, MyWays } from './my-card'
import { Reminders } from './reminders'
import { TypeSize } from './type-size'
import { Unsent } from './unsent'

export default function MePage() {
  useTabBadge()
  const session = useSession()
  usePullDownRefresh(() => void refreshSession().then(() => stopPullDownRefresh()))
  return (
    <Page title='我的' isTab>
      <SignedIn>
        {(me) => (
          <>
            <MyCard me={me} />
            <Unsent accountId={me.accountId} />
            <MyWays me={me} />
            <Reminders me={me} />
          </>
        )}
      </SignedIn>
      <TypeSize />
      <Card title='您的信息'>
        <View className={styles.privacy}>
          <View>我们只记您的姓名、手机号、您说的事（文字、照片、录音、地点），和登录过的手机电脑。</View>
          <View>邻居看不到您的名字；干部看您的号码，您这边会有记录。</View>
          <View>照片里的位置信息，收到就删掉。</View>
        </View>
      </Card>
      {session.status === 'signed-in' && <Leave me={session.me} />}
    </Page>
  )
}
