import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CadreCard, DutyHole } from '@huiying/shared/identity'
import { callPhone } from '@/platform/call-phone'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/avatar'
import { Button, pressHandlers } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Sheet } from '@/ui/sheet'
import { cadreTitle } from './words'
import styles from './tickets.module.scss'

export interface DutyLineProps {
  /** `null`: not known yet. */
  readonly cadres: readonly CadreCard[] | null
  readonly hole: DutyHole | null
  /** To today, tomorrow and the month. */
  readonly onMore: () => void
}

/** Who has the duty in the village now, in one line that keeps its height while it is fetched. */
export function DutyLine({ cadres, hole, onMore }: DutyLineProps) {
  const [isOpen, setIsOpen] = useState(false)
  const callable = (cadres ?? []).filter((cadre) => cadre.phone !== null)
  // At a desk there may be no dialler, so there the number is shown.
  const only = cadres?.length === 1 && process.env.TARO_ENV !== 'h5' ? callable[0] : undefined
  return (
    <View className={styles.duty}>
      <View className={styles.dutyFaces}>
        {(cadres ?? []).slice(0, 3).map((cadre) => (
          <View key={cadre.personId} className={styles.dutyFace}>
            <Avatar name={cadre.name} layout='face' size='small' />
          </View>
        ))}
        <View className={styles.dutyWords}>
          <View className={styles.meta}>{hole === null ? '现在值班' : '现在没人值班'}</View>
          <View className={styles.dutyNames}>{hole === null ? namesOf(cadres) : standInWords(cadres, hole)}</View>
        </View>
      </View>
      {callable.length > 0 && (
        <Button
          isSnug
          icon='phone'
          label={only === undefined ? (hole === null ? '给值班的人打电话' : '打电话') : `给${only.name}打电话`}
          onPress={() => (only === undefined ? setIsOpen(true) : callPhone(only.phone ?? ''))}
        >
          打电话
        </Button>
      )}
      <View className={styles.dutyMore} {...pressHandlers(onMore)} {...aria({ role: 'button' })}>
        <Text>今天、明天、这个月谁在村里</Text>
        <Icon name='chevron-right' size={18} />
      </View>
      <Sheet isOpen={isOpen} title='给谁打电话' onClose={() => setIsOpen(false)}>
        {callable.map((cadre) => (
          <View key={cadre.personId} className={styles.person}>
            <View className={styles.personFace}>
              <Avatar name={cadre.name} role={`${cadreTitle(cadre)} ${cadre.phone}`} />
            </View>
            <Button isSnug look='primary' icon='phone' label={`给${cadre.name}打电话`} onPress={() => callPhone(cadre.phone ?? '')}>
              打电话
            </Button>
          </View>
        ))}
      </Sheet>
    </View>
  )
}

function namesOf(cadres: readonly CadreCard[] | null): string {
  if (cadres === null) return '　'
  return cadres.length === 0 ? '还没有排人' : cadres.map((cadre) => cadre.name).join('、')
}

function standInWords(cadres: readonly CadreCard[] | null, { standInId }: DutyHole): string {
  const standIn = cadres?.find(({ personId }) => personId === standInId)
  return standIn === undefined ? '有事照样说，街道会看到' : `先由${standIn.name}接`
}
