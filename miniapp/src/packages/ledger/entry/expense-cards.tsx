import { View } from '@tarojs/components'
import { SIGNATURE_LEVEL_NAMES, SLOT_NAMES, type PublicExpense } from '@huiying/shared/expenses'
import { capitalsOf, formatNear, formatYuan, type EpochMs } from '@huiying/shared/kernel'
import { fetchPublicExpense } from '@/features/ledger/api'
import { dayName, waitsOnWords } from '@/features/ledger/words'
import { apiUrl } from '@/platform/request'
import { useLoad } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { unbroken } from '@/ui/unbroken'
import { VoiceNote } from '@/ui/voice-note'
import { DecisionCard } from './decision-card'
import { VouchersCard } from './vouchers-card'
import styles from './entry.module.scss'

export interface ExpenseCardsProps {
  readonly expenseId: string
  readonly now: EpochMs
}

/** The paper behind an expense: what for, who signed and when, on what it rests, and the vouchers. */
export function ExpenseCards({ expenseId, now }: ExpenseCardsProps) {
  const loaded = useLoad(`public-expense/${expenseId}`, () => fetchPublicExpense(expenseId))
  return (
    <LoadedView loaded={loaded}>
      {(expense) => (
        <>
          <StatementCard expense={expense} />
          <SignedCard expense={expense} now={now} />
          {expense.decision !== null && <DecisionCard decision={expense.decision} />}
          <VouchersCard vouchers={expense.vouchers} />
        </>
      )}
    </LoadedView>
  )
}

function StatementCard({ expense }: { readonly expense: PublicExpense }) {
  const { statement, items, amountFen, payeeName, incurredOn, paidOn, revisions } = expense
  return (
    <Card title='说明'>
      <View className={styles.statement}>{statement.text}</View>
      {statement.voice !== null && (
        <VoiceNote
          url={apiUrl(statement.voice.url)}
          durationMs={statement.voice.durationMs}
          label='报账时说的话'
        />
      )}
      <View className={styles.amount}>{formatYuan(amountFen)}</View>
      <View className={styles.quiet}>{capitalsOf(amountFen)}</View>
      <View className={styles.fact}>
        {`付给${payeeName}，${dayName(incurredOn)}的事${paidOn === null ? '' : `，${dayName(paidOn)}付的钱`}`}
      </View>
      {items.length > 1 && (
        <View {...aria({ role: 'list', label: '明细' })}>
          {items.map((item, at) => (
            <View key={at} className={styles.item} {...aria({ role: 'listitem' })}>
              <View className={styles.itemName}>{item.name}</View>
              <View className={styles.itemAmount}>{formatYuan(item.amountFen)}</View>
            </View>
          ))}
        </View>
      )}
      {revisions > 1 && <View className={styles.quiet}>{`签字前改过 ${revisions - 1} 回，签的都是最后这一版。`}</View>}
    </Card>
  )
}

/** The five faces, in the order of signing. */
function SignedCard({ expense, now }: { readonly expense: PublicExpense; readonly now: EpochMs }) {
  const { signed, waiting } = expense
  return (
    <Card title={waiting === null ? `${signed.length} 个人签了字` : '谁签了字'}>
      <View {...aria({ role: 'list', label: '谁签了字' })}>
        {signed.map(({ slot, by, at, level }) => (
          <View key={slot} className={styles.face} {...aria({ role: 'listitem' })}>
            <Avatar name={by.name} layout='face' />
            <View className={styles.faceWords}>
              <View className={styles.faceName}>{`${SLOT_NAMES[slot]} ${by.name}`}</View>
              <View className={styles.quiet}>
                {unbroken(`${formatNear(at, now)} · ${SIGNATURE_LEVEL_NAMES[level]}`)}
              </View>
            </View>
          </View>
        ))}
      </View>
      {waiting !== null && <View className={styles.fact}>{waitsOnWords(expense, now)}</View>}
    </Card>
  )
}
