import { View } from '@tarojs/components'
import type { Device, DevicesAnswer, Me } from '@huiying/shared/identity'
import { formatNear } from '@huiying/shared/kernel'
import { serverNow } from '@/platform/clock'
import { signOutOthers } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import type { Loaded } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { Tag } from '@/ui/tag'
import { ask, toast } from '@/ui/toast'
import { revokeDevice } from './api'
import styles from './desk.module.scss'

export interface DevicesCardProps {
  readonly me: Me
  readonly loaded: Loaded<DevicesAnswer>
}

/** Where one is signed in, each with its way out. */
export function DevicesCard({ me, loaded }: DevicesCardProps) {
  const { isBusy, run } = useAct({ say: toast })
  const end = (device: Device) => void run(async () => loaded.replace(await revokeDevice(device.id)))
  const endOthers = async () => {
    const isSure = await ask({ title: '别的都退出？', words: '只留您手上这一台，别的手机和电脑都要重新登录。', yes: '都退出' })
    if (!isSure) return
    await run(async () => {
      await signOutOthers()
      await loaded.reload()
    })
  }
  return (
    <Card title='您现在登录的'>
      <LoadedView loaded={loaded}>
        {({ devices }) => (
          <>
            {devices.map((device) => (
              <ListRow
                key={device.id}
                title={device.browser ?? (me.demo ? '演示里选的人' : '手机微信')}
                when={`${formatNear(device.signedInAt, serverNow())}登录`}
                end={
                  device.isThis ? <Tag tone='ok'>这一台</Tag> : (
                    <Button isSnug isDisabled={isBusy} onPress={() => end(device)}>退出</Button>
                  )
                }
              />
            ))}
            {devices.some(({ isThis }) => !isThis) && (
              <View className={styles.below}>
                <Button icon='log-out' isDisabled={isBusy} onPress={() => void endOthers()}>退出其他设备</Button>
              </View>
            )}
          </>
        )}
      </LoadedView>
    </Card>
  )
}
