import { View } from '@tarojs/components'
import type { KeeperAnswer } from '@huiying/shared/ledger'
import { newDraftUrl } from '@/features/expenses/ways'
import { openPage } from '@/features/identity'
import type { EntryKind } from '@/features/ledger/keeping-ways'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import styles from '../keeping.module.scss'

export interface ActsCardProps {
  readonly desk: KeeperAnswer
  readonly onWrite: (kind: EntryKind) => void
}

/** What there is to write down. Money that leaves goes the way of the five signatures. */
export function ActsCard({ desk: { village, isStopped }, onWrite }: ActsCardProps) {
  if (isStopped) return null
  return (
    <Card title='记一笔'>
      <View className={styles.acts}>
        <View className={styles.act}>
          <Button look='primary' icon='hand-coins' onPress={() => onWrite('income')}>收到钱</Button>
        </View>
        <View className={styles.act}>
          <Button look='primary' icon='wallet' label='要花钱，写一张开支' onPress={() => openPage(newDraftUrl(village.id))}>
            要花钱
          </Button>
        </View>
        <View className={styles.act}>
          <Button icon='arrow-right-left' onPress={() => onWrite('transfer')}>取现存现</Button>
        </View>
        <View className={styles.act}>
          <Button icon='scale' label='记别的账，写借贷' onPress={() => onWrite('manual')}>写借贷</Button>
        </View>
      </View>
      <View className={styles.quiet}>要花钱先写开支，签齐五个字、付了款再记账。折旧、欠款这些不动钱的，用“写借贷”。</View>
    </Card>
  )
}
