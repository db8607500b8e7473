import { useState } from 'react'
import { View } from '@tarojs/components'
import { SERVICE_KINDS, type ServiceHours, type ServiceKind } from '@huiying/shared/sla'
import { KIND_NAMES } from '@huiying/shared/tickets'
import { Card } from '@/ui/card'
import { ClockField } from '@/ui/clock-field'
import { Toggle } from '@/ui/toggle'
import styles from './promise.module.scss'

export interface HoursFieldsProps {
  readonly hours: ServiceHours | undefined
  readonly onChange: (hours: ServiceHours | undefined) => void
}

const USUAL = { opensAtMinute: 9 * 60, closesAtMinute: 18 * 60 }

/** Which kinds go by the hours of the office. 求助 has no switch: it never does. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  const [usual, setUsual] = useState(hours ?? USUAL)
  const kinds = hours?.kinds ?? []
  const turn = (kind: ServiceKind, isOn: boolean) => {
    const next = SERVICE_KINDS.filter((one) => (one === kind ? isOn : kinds.includes(one)))
    const { opensAtMinute, closesAtMinute } = hours ?? usual
    onChange(next.length === 0 ? undefined : { kinds: next, opensAtMinute, closesAtMinute })
  }
  const move = (part: Partial<Pick<ServiceHours, 'opensAtMinute' | 'closesAtMinute'>>) => {
    setUsual({ ...usual, ...part })
    if (hours !== undefined) onChange({ ...hours, ...part })
  }
  return (
    <Card title='哪些只算上班时间'>
      <View className={styles.small}>求助一直按全天算。打开的几样，夜里、休息日、放假不算，调休上班的日子算。</View>
      {SERVICE_KINDS.map((kind) => (
        <Toggle
          key={kind}
          title={KIND_NAMES[kind]}
          isOn={kinds.includes(kind)}
          stateWords={['上班时间', '全天']}
          onChange={(isOn) => turn(kind, isOn)}
        />
      ))}
      {hours !== undefined && (
        <View className={styles.hours}>
          <ClockField title='几点上班' minute={hours.opensAtMinute} onChange={(opensAtMinute) => move({ opensAtMinute })} />
          <ClockField title='几点下班' minute={hours.closesAtMinute} onChange={(closesAtMinute) => move({ closesAtMinute })} />
        </View>
      )}
    </Card>
  )
}
