import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { formatTime } from '@huiying/shared/kernel'
import { enter } from '@/platform/session'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Loading, Strip } from '@/ui/states'
import { toast } from '@/ui/toast'
import { backOf, enterApp } from './enter-app'
import styles from './sign-in.module.scss'
import { useDeskCode, type DeskProgress } from './use-desk-code'

const PROGRESS_WORDS: Readonly<Record<DeskProgress, string>> = {
  asking: '',
  waiting: '',
  typed: '手机上看到了。请在手机上点“是我，登录”。',
  declined: '手机上点了“不是我”，没有登录。',
  over: '这个码过时了。',
  offline: '网络不通，通了会自己接着来。',
}

/** In a browser nobody types a password: a phone that is signed in lets it in. */
export function DeskCodeCard() {
  const back = backOf(useRouter().params['back'])
  const { asked, progress, fault, askAnew } = useDeskCode((session) => {
    const me = enter(session)
    toast(`${me.person?.name ?? ''}，登录好了`)
    enterApp(me, back)
  })
  const isOver = progress === 'over' || progress === 'declined'
  const words = fault ?? PROGRESS_WORDS[progress]
  return (
    <Card title='用手机登录'>
      <View className={styles.desk}>
        <View className={styles.steps}>
          <View>1. 在手机微信里打开小程序“回应”，点“我的”。</View>
          <View>2. 点“在电脑上登录”，输这 6 个数字，或者扫这个码。</View>
          <View>3. 看清楚是这台电脑，点“是我，登录”。</View>
          <View className={styles.note}>给村干部、街道和部门的人用；村民在手机上什么都能办。</View>
        </View>
        {progress === 'asking' && <Loading />}
        {asked !== null && progress !== 'asking' && !isOver && (
          <View className={styles.code}>
            <Image
              className={styles.qr}
              src={`data:image/svg+xml,${encodeURIComponent(asked.qrSvg)}`}
              {...aria({ role: 'img', label: '登录码，用手机扫' })}
            />
            <View className={styles.digits} id='desk-code' {...aria({ label: `登录码 ${asked.code.split('').join(' ')}` })}>
              <Text>{asked.code.slice(0, 3)}</Text>
              <Text className={styles.half}>{asked.code.slice(3)}</Text>
            </View>
            <View className={styles.note}>{formatTime(asked.expiresAt)} 前有效</View>
          </View>
        )}
      </View>
      <View {...aria({ live: 'polite' })}>{words !== '' && <Strip icon='info'>{words}</Strip>}</View>
      {isOver && (
        <Button look='primary' icon='refresh-cw' onPress={askAnew}>
          换一个码
        </Button>
      )}
    </Card>
  )
}
