import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import styles from '../keeping.module.scss'
import type { Saving } from './use-saving'

export function SavingFoot({ saving, onStop }: { readonly saving: Saving; readonly onStop: () => void }) {
  const { isBusy, fault, save } = saving
  return (
    <>
      <Fault words={fault} />
      <View className={styles.acts}>
        <View className={styles.act}>
          <Button look='primary' isMain icon='check' isBusy={isBusy} onPress={() => void save()}>存下</Button>
        </View>
        <View className={styles.act}><Button isMain onPress={onStop}>先不存</Button></View>
      </View>
    </>
  )
}
