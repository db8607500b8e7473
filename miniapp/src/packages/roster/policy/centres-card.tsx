import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ServiceCentresAnswer } from '@huiying/shared/roster'
import { fetchServiceCentres, setServiceCentre } from '@/features/roster/api'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Line } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { Sheet } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'
import styles from './policy.module.scss'

/** Where the circles have their middle: one for each village, and where there is none nobody is asked. */
export function CentresCard() {
  const centres = useLoad('service-centres', fetchServiceCentres)
  return (
    <Card title='各村服务中心在哪'>
      <View className={styles.sentence}>没设的村，接班不问位置。</View>
      <LoadedView loaded={centres}>{(answer) => <Villages answer={answer} onStored={centres.replace} />}</LoadedView>
    </Card>
  )
}

interface VillagesProps {
  readonly answer: ServiceCentresAnswer
  readonly onStored: (answer: ServiceCentresAnswer) => void
}

// What WeChat takes in one go.
const PAGE_SIZE = 20

function Villages({ answer, onStored }: VillagesProps) {
  const { villages } = answer
  const [query, setQuery] = useState('')
  const [count, setCount] = useState(PAGE_SIZE)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const found = villages.filter(({ village }) => village.name.includes(query.trim()))
  const chosen = villages.find(({ village }) => village.id === chosenId)
  const unset = villages.filter(({ hasCentre }) => !hasCentre).length
  return (
    <>
      <View className={styles.small}>{unset === 0 ? '每个村都设了。' : `还有 ${unset} 个村没设。`}</View>
      {villages.length > PAGE_SIZE / 2 && <Line label='找一个村' value={query} placeholder='写村名找' maxLength={20} onChange={setQuery} />}
      {found.slice(0, count).map(({ village, hasCentre }) => (
        <ListRow
          key={village.id}
          icon='map-pin'
          title={village.name}
          end={hasCentre ? <Tag tone='ok'>已设</Tag> : <Tag>没设</Tag>}
          onPress={() => setChosenId(village.id)}
        />
      ))}
      {found.length > count && <Button onPress={() => setCount(count + PAGE_SIZE)}>{`再看 ${PAGE_SIZE} 个村`}</Button>}
      {chosen !== undefined && (
        <CentreSheet
          villageId={chosen.village.id}
          name={chosen.village.name}
          hasCentre={chosen.hasCentre}
          onStored={onStored}
          onClose={() => setChosenId(null)}
        />
      )}
    </>
  )
}

interface CentreSheetProps {
  readonly villageId: string
  readonly name: string
  readonly hasCentre: boolean
  readonly onStored: (answer: ServiceCentresAnswer) => void
  readonly onClose: () => void
}

function CentreSheet({ villageId, name, hasCentre, onStored, onClose }: CentreSheetProps) {
  const { isBusy, fault, forget, complain, run } = useAct({ isLast: true })
  const store = (point: Parameters<typeof setServiceCentre>[1]) =>
    void run(async () => {
      onStored(await setServiceCentre(villageId, point))
      toast(point === null ? '不看这个村的位置了' : '设好了')
      onClose()
    })
  const pick = () => {
    forget()
    Taro.chooseLocation({}).then(
      ({ latitude, longitude }) => store({ latitude: Number(latitude), longitude: Number(longitude) }),
      (error: { errMsg?: string }) => {
        if (!(error.errMsg ?? '').includes('cancel')) complain('地图没有打开，请再试一次')
      },
    )
  }
  return (
    <Sheet isOpen title={`${name}服务中心`} onClose={onClose}>
      {process.env.TARO_ENV === 'h5' ? (
        <View className={styles.sentence}>这里没有地图。请在微信里打开小程序，到这一页来选。</View>
      ) : (
        <View className={styles.act}>
          <Button look='primary' isMain icon='map-pin' isBusy={isBusy} onPress={pick}>
            {hasCentre ? '在地图上重新选' : '在地图上选'}
          </Button>
        </View>
      )}
      {hasCentre && (
        <View className={styles.act}>
          <Button icon='x' isBusy={isBusy} onPress={() => store(null)}>不设了</Button>
        </View>
      )}
      <Fault words={fault} />
    </Sheet>
  )
}
