import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ExpenseFormAnswer } from '@huiying/shared/expenses'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { spendingFirst } from './account-order'
import type { PartProps } from './part-props'
import styles from './draft.module.scss'

/** More would be a wall of words; the others are one tap away. */
const FIRST_TILES = 12

/** On what it is spent, by names that everybody understands; the book's own name stands small beneath. */
export function AccountTiles({ draft, change, accounts }: PartProps & Pick<ExpenseFormAnswer, 'accounts'>) {
  const [showsAll, setShowsAll] = useState(false)
  const sorted = spendingFirst(accounts)
  const first = sorted.slice(0, FIRST_TILES)
  const chosen = sorted.find(({ code }) => code === draft.accountCode)
  const shown = showsAll ? sorted : chosen === undefined || first.includes(chosen) ? first : [...first, chosen]
  return (
    <Card title='花在哪一类'>
      <View className={styles.tiles} {...aria({ role: 'radiogroup', label: '花在哪一类' })}>
        {shown.map(({ code, plainName, name }) => {
          const isChosen = code === draft.accountCode
          return (
            <View
              key={code}
              className={`${styles.tile} ${isChosen ? styles.chosen : ''}`}
              {...pressHandlers(() => change({ accountCode: code }))}
              {...aria({ role: 'radio', isChecked: isChosen, label: `${plainName}，${name}` })}
            >
              <View className={styles.tileName}>
                {isChosen && <View className={styles.tick}><Icon name='check' size={18} /></View>}
                <View>{plainName}</View>
              </View>
              {name !== plainName && <View className={styles.tileNote}>{name}</View>}
            </View>
          )
        })}
      </View>
      {!showsAll && accounts.length > shown.length && (
        <Button icon='chevron-down' onPress={() => setShowsAll(true)}>
          还有别的
        </Button>
      )}
    </Card>
  )
}
