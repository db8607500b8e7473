import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { DemoPeopleAnswer } from '@huiying/shared/identity'
import { fetchDemoPeople } from '@/features/identity/api'
import { sentenceOf } from '@/platform/say'
import { signInAsDemo } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Empty, Strip } from '@/ui/states'
import { LoadedView } from '@/ui/loaded-view'
import { DemoPeople } from './demo-people'
import { DeskCodeCard } from './desk-code-card'
import { backOf, enterApp } from './enter-app'
import styles from './sign-in.module.scss'

/**
 * A browser cannot sign in by WeChat: a signed-in phone lets it in. In the demo one picks whom to be, and may try that
 * other way as well.
 */
export function BrowserSignIn() {
  const people = useLoad<DemoPeopleAnswer>('demo-people', fetchDemoPeople)
  const back = backOf(useRouter().params['back'])
  const [busyId, setBusyId] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isByPhone, setIsByPhone] = useState(false)

  const become = async (personId: string) => {
    if (busyId !== null) return
    setBusyId(personId)
    setFault(null)
    try {
      enterApp(await signInAsDemo(personId), back)
    } catch (error) {
      setFault(sentenceOf(error))
      setBusyId(null)
    }
  }

  if (people.error?.status === 404) return <DeskCodeCard />
  return (
    <LoadedView loaded={people}>
      {(answer) =>
        answer.people.length === 0 ? (
          <Empty title='演示的人还没准备好' action={{ words: '再看看', onPress: () => void people.reload() }} />
        ) : (
          isByPhone ? (
            <>
              <DeskCodeCard />
              <Button onPress={() => setIsByPhone(false)}>回去，挑一个人试试</Button>
            </>
          ) : <>
            <Card title='试一试：您想当谁？'>
              <View className={styles.note}>这里是演示，人名都是编的。点一个人，就用他的身份看看。</View>
            </Card>
            {fault !== null && <Strip icon='circle-alert'>{fault}</Strip>}
            <DemoPeople people={answer.people} busyId={busyId} onPick={(personId) => void become(personId)} />
            <Button icon='key-round' onPress={() => setIsByPhone(true)}>不在演示里是这样登录的：用手机</Button>
          </>
        )
      }
    </LoadedView>
  )
}
