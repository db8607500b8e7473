import { View } from '@tarojs/components'
import { formatYuan, type Fen } from '@huiying/shared/kernel'
import { useDraft } from '@/platform/draft'
import { useAct } from '@/platform/use-act'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { toast } from '@/ui/toast'
import { fullNameOf } from '../account-choice'
import { assertMonth } from '../api'
import styles from '../keeping.module.scss'
import { AMOUNT_FAULT, amountOf } from '../typed'
import type { DeskProps } from './desk-props'

export interface BankFormProps extends DeskProps {
  readonly onClose: () => void
}

interface Typed {
  /** By account, as typed. */
  readonly texts: Readonly<Record<string, string>>
}

const EMPTY: Typed = { texts: {} }

/**
 * What the bank's own paper says. What the book says is told only once something is typed: who copies it from the
 * screen has compared nothing.
 */
export function BankForm({ desk, onChanged, onOutdated, onClose }: BankFormProps) {
  const { book, month, banks, accounts } = desk
  const kept = useDraft<Typed>(`keeping/${book.id}/bank/${month}`, EMPTY)
  const { texts } = kept.value
  const act = useAct({ onConflict: onOutdated })
  const send = async () => {
    const missing = banks.find(({ account }) => statementOf(texts[account]) === null)
    if (missing !== undefined) return act.complain(`请填“${fullNameOf(accounts, missing.account)}”的余额，没有钱就写 0`)
    const assertions = banks.map(({ account }) => ({ account, statementFen: statementOf(texts[account]) ?? 0 }))
    const isDone = await act.run(async (key) => onChanged(await assertMonth(book.id, month, { assertions }, key)))
    if (!isDone) return undefined
    kept.clear()
    onClose()
    toast('对上了，可以结账了')
    return undefined
  }
  return (
    <View className={styles.above}>
      <View className={styles.say}>
        {banks.length === 0 ? '这本账没有用过银行账户，直接点“对上了”。' : '照银行对账单，把月底那天的余额填上。'}
      </View>
      {banks.map((bank) => (
        <View key={bank.account} className={styles.bank}>
          <Field
            title={fullNameOf(accounts, bank.account)}
            fault={amountOf(texts[bank.account] ?? '') === null ? AMOUNT_FAULT : null}
          >
            <Line
              label={`${fullNameOf(accounts, bank.account)}月底余额`}
              value={texts[bank.account] ?? ''}
              placeholder='对账单上的余额'
              keyboard='digit'
              maxLength={20}
              onChange={(text) => kept.change({ texts: { ...texts, [bank.account]: text } })}
            />
            <Compared statementFen={statementOf(texts[bank.account])} bookFen={bank.bookFen} />
          </Field>
        </View>
      ))}
      <Fault words={act.fault} />
      <View className={styles.acts}>
        <View className={styles.act}>
          <Button look='primary' icon='check' isBusy={act.isBusy} onPress={() => void send()}>对上了</Button>
        </View>
        <View className={styles.act}><Button onPress={onClose}>先不对</Button></View>
      </View>
    </View>
  )
}

/** Zero is an answer, nothing is none. */
function statementOf(text: string | undefined): Fen | null {
  return text === undefined || text.trim() === '' ? null : amountOf(text)
}

interface ComparedProps {
  readonly statementFen: Fen | null
  readonly bookFen: Fen
}

/** Calm, because half an amount differs too. */
function Compared({ statementFen, bookFen }: ComparedProps) {
  if (statementFen === null) return null
  const difference = differenceWords(statementFen, bookFen)
  return (
    <View className={difference === null ? styles.good : styles.differs} {...aria({ live: 'polite' })}>
      {difference ?? `对得上，${formatYuan(bookFen)}`}
    </View>
  )
}

/** "银行比账上多 ¥20.00（账上 ¥980.00）。看看有没有漏记的" */
export function differenceWords(statementFen: Fen, bookFen: Fen): string | null {
  if (statementFen === bookFen) return null
  const byFen = formatYuan(Math.abs(statementFen - bookFen))
  const is = `账上是 ${formatYuan(bookFen)}`
  return statementFen > bookFen
    ? `银行比账上多 ${byFen}（${is}）。看看有没有收到的钱还没记`
    : `银行比账上少 ${byFen}（${is}）。看看有没有付出的、取出的还没记`
}
