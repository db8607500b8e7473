import { Text, View } from '@tarojs/components'
import type { Face } from '@/features/identity'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import styles from './home.module.scss'

const NAMES: Readonly<Record<Face, string>> = { cadre: '干部', villager: '村民' }

/** For who is both: which of the two he is just now. */
export function FaceSwitch({ face, onPick }: { readonly face: Face; readonly onPick: (face: Face) => void }) {
  return (
    <View className={styles.switch} {...aria({ role: 'radiogroup', label: '我现在是' })}>
      {(Object.keys(NAMES) as Face[]).map((one) => (
        <View
          key={one}
          className={`${styles.side} ${one === face ? styles.here : ''}`}
          {...pressHandlers(() => onPick(one))}
          {...aria({ role: 'radio', isChecked: one === face })}
        >
          <Text>{NAMES[one]}</Text>
        </View>
      ))}
    </View>
  )
}
