import { View } from '@tarojs/components'
import { VILLAGE_HANDLER_POSTS, type CadreCard } from '@huiying/shared/identity'
import { openSendTo } from '@/features/tickets/ways'
import { callPhone } from '@/platform/call-phone'
import { Button } from '@/ui/button'
import styles from './roster.module.scss'

export interface PersonActionsProps {
  readonly cadre: CadreCard
  /** The viewer may speak up in this village. */
  readonly maySpeak: boolean
}

/** Call him, or tell him. */
export function PersonActions({ cadre, maySpeak }: PersonActionsProps) {
  const { name, phone, personId } = cadre
  const mayBeTold = maySpeak && mayBeAskedNow(cadre)
  if (phone === null && !mayBeTold) return null
  return (
    <View className={styles.acts}>
      {phone !== null && (
        <View className={styles.act}>
          <Button icon='phone' label={`给${name}打电话`} onPress={() => callPhone(phone)}>
            打电话
          </Button>
        </View>
      )}
      {mayBeTold && (
        <View className={styles.act}>
          <Button look='primary' icon='at-sign' label={`@${name}，说一件事`} onPress={() => openSendTo(personId)}>
            @他说事
          </Button>
        </View>
      )}
    </View>
  )
}

/** Whoever answers for the village, and a leader while he sits there: the same people the send page offers. */
export function mayBeAskedNow(cadre: CadreCard): boolean {
  return cadre.onDuty || cadre.posts.some(({ kind }) => VILLAGE_HANDLER_POSTS.includes(kind))
}
