import { View } from '@tarojs/components'
import { SIGNATURE_LEVEL_NAMES, SLOT_NAMES, type ExpenseView, type Slot } from '@huiying/shared/expenses'
import Taro from '@tarojs/taro'
import { expenseUrl, EXPENSES_URL, signUrl } from '@/features/expenses/ways'
import { nextWords } from '@/features/expenses/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Page } from '@/ui/page'
import { Faces } from '../paper/faces'
import styles from './sign.module.scss'

export interface SignedViewProps {
  readonly expense: ExpenseView
  readonly slot: Slot
  readonly myId: string | null
}

/** It is signed, and who is next. */
export function SignedView({ expense, slot, myId }: SignedViewProps) {
  const level = expense.slots.find((one) => one.slot === slot)?.signed?.level
  const mineToo = expense.may.sign[0]
  const go = (url: string) => void Taro.redirectTo({ url })
  return (
    <Page title='签字'>
      <Card>
        <View className={styles.signed} {...aria({ live: 'polite' })}>
          <View className={styles.signedIcon}>
            <Icon name='circle-check' size={48} />
          </View>
          <View className={styles.signedTitle}>签好了</View>
          {level !== undefined && <View className={styles.quiet}>{SIGNATURE_LEVEL_NAMES[level]}</View>}
          <View className={styles.next}>{afterWords(expense)}</View>
        </View>
      </Card>
      <Faces expense={expense} myId={myId} isShort />
      {mineToo !== undefined && (
        <View className={styles.act}>
          <Button look='primary' isMain icon='pencil' onPress={() => go(signUrl(expense.id, mineToo))}>
            {`接着签：${SLOT_NAMES[mineToo]}`}
          </Button>
        </View>
      )}
      <View className={styles.act}>
        <Button icon='file-text' onPress={() => go(expenseUrl(expense.id))}>
          看这张开支
        </Button>
      </View>
      <Button icon='list' onPress={() => go(EXPENSES_URL)}>
        还有没有等我的
      </Button>
    </Page>
  )
}

function afterWords({ status, waiting }: ExpenseView): string {
  if (waiting === null) return '都签齐了'
  return status === 'signing' ? `下一个：${nextWords(waiting)}` : `字都签齐了，接下来${nextWords(waiting)}`
}
