import { useEffect } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { EMERGENCY_NAMES, type EmergencyNumber } from '@huiying/shared/tickets'
import { callPhone } from '@/platform/call-phone'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import styles from './send.module.scss'

const ALL: readonly EmergencyNumber[] = ['110', '119', '120']

export interface EmergencyPanelProps {
  readonly numbers: readonly EmergencyNumber[]
  /** The matter has left the hands: only the call is left to make. */
  readonly isSent?: boolean
}

/** Above everything else while the words hint at danger to life; it stands in nobody's way. */
export function EmergencyPanel({ numbers, isSent = false }: EmergencyPanelProps) {
  useEffect(() => {
    // Written further down, or sent from there: what may save somebody must be seen.
    void Taro.pageScrollTo({ scrollTop: 0, duration: 150 })
  }, [])
  const others = ALL.filter((number) => !numbers.includes(number))
  return (
    <View className={styles.emergency} {...aria({ role: 'alert' })}>
      <View className={styles.emergencyTitle}>
        <Icon name='triangle-alert' size={28} />
        <View className={styles.emergencyWords}>人有危险，先打电话</View>
      </View>
      {numbers.map((number) => (
        <View key={number} className={styles.emergencyCall}>
          <Call number={number} isFitting />
        </View>
      ))}
      {others.length > 0 && (
        <View className={styles.calls}>
          {others.map((number) => (
            <View key={number} className={styles.call}>
              <Call number={number} />
            </View>
          ))}
        </View>
      )}
      <View className={styles.emergencyNote}>
        {isSent ? '村里赶来要时间，打电话最快。' : '打完再发，或者先发再打，都行。'}
      </View>
    </View>
  )
}

/** Always there, quietly: what is spoken cannot be read for danger. */
export function EmergencyLine() {
  return (
    <View className={styles.line}>
      <View className={styles.note}>人有危险，先打电话：</View>
      <View className={styles.calls}>
        {ALL.map((number) => (
          <View key={number} className={styles.call}>
            <Call number={number} />
          </View>
        ))}
      </View>
    </View>
  )
}

function Call({ number, isFitting = false }: { readonly number: EmergencyNumber; readonly isFitting?: boolean }) {
  return (
    <Button
      look={isFitting ? 'primary' : 'quiet'}
      isMain={isFitting}
      {...(isFitting ? { icon: 'phone' as const } : {})}
      label={`打 ${number}，${EMERGENCY_NAMES[number]}`}
      onPress={() => callPhone(number)}
    >
      {isFitting ? `打 ${number} ${EMERGENCY_NAMES[number]}` : `${number} ${EMERGENCY_NAMES[number].slice(0, 2)}`}
    </Button>
  )
}
