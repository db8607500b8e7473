import { useState } from 'react'
import { View } from '@tarojs/components'
import { SLOT_NAMES, type ExpenseView } from '@huiying/shared/expenses'
import { openSign } from '@/features/expenses/ways'
import { Button } from '@/ui/button'
import type { ActProps } from './act-props'
import styles from './expense.module.scss'
import { HandOverSheet } from './hand-over-sheet'
import { PaySheet } from './pay-sheet'
import { PostSheet } from './post-sheet'
import { RefuseSheet } from './refuse-sheet'

/** Whether the paper waits for the reader. */
export function hasMainAct({ may }: Pick<ExpenseView, 'may'>): boolean {
  return may.sign.length > 0 || may.submit || may.pay || may.post
}

type Open = 'refuse' | 'submit' | 'pay' | 'post' | null

/** What the paper waits for from the reader, where his thumb is. */
export function MainActs(props: ActProps) {
  const [open, setOpen] = useState<Open>(null)
  const { id, may } = props.expense
  const close = () => setOpen(null)
  const [slot, ...moreSlots] = may.sign
  return (
    <View className={styles.acts}>
      {slot !== undefined && (
        <View className={styles.act}>
          <Button isMain icon='x' onPress={() => setOpen('refuse')}>
            不同意
          </Button>
        </View>
      )}
      {[slot, ...moreSlots].map((one) => one !== undefined && (
        <View key={one} className={styles.act}>
          <Button look='primary' isMain icon='pencil' onPress={() => openSign(id, one)}>
            {moreSlots.length === 0 ? '签字' : `签字（${SLOT_NAMES[one]}）`}
          </Button>
        </View>
      ))}
      {may.submit && (
        <View className={styles.act}>
          <Button look='primary' isMain icon='send' onPress={() => setOpen('submit')}>
            交出去
          </Button>
        </View>
      )}
      {may.pay && (
        <View className={styles.act}>
          <Button look='primary' isMain icon='wallet' onPress={() => setOpen('pay')}>
            付款了
          </Button>
        </View>
      )}
      {may.post && (
        <View className={styles.act}>
          <Button look='primary' isMain icon='notebook-pen' onPress={() => setOpen('post')}>
            记到账上
          </Button>
        </View>
      )}
      {slot !== undefined && <RefuseSheet {...props} slot={slot} isOpen={open === 'refuse'} onClose={close} />}
      <HandOverSheet {...props} isOpen={open === 'submit'} onClose={close} />
      <PaySheet {...props} isOpen={open === 'pay'} onClose={close} />
      <PostSheet {...props} isOpen={open === 'post'} onClose={close} />
    </View>
  )
}
