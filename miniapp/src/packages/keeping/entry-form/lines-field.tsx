import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { LINE_LIMIT, type KeeperAccount, type Side } from '@huiying/shared/ledger'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Line } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { unbroken } from '@/ui/unbroken'
import { AccountField } from '../account-field'
import styles from '../keeping.module.scss'
import { newLine, sumsOf, type DraftLine } from './entry-value'

const SIDES: readonly { readonly value: Side; readonly words: string }[] = [
  { value: 'debit', words: '借' }, { value: 'credit', words: '贷' },
]

export interface LinesFieldProps {
  readonly lines: readonly DraftLine[]
  readonly accounts: readonly KeeperAccount[]
  readonly onChange: (lines: readonly DraftLine[]) => void
}

/** The lines of an entry, with their sum held in balance while one types. */
export function LinesField({ lines, accounts, onChange }: LinesFieldProps) {
  const put = (index: number, part: Partial<DraftLine>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  return (
    <>
      {lines.map((line, index) => (
        <View key={index} className={styles.line}>
          <AccountField
            label={`第 ${index + 1} 行科目`}
            accounts={accounts}
            code={line.account}
            onChange={({ code }) => put(index, { account: code })}
          />
          <View className={styles.lineBottom}>
            <Choice
              label={`第 ${index + 1} 行借还是贷`}
              value={line.side}
              options={SIDES}
              onChange={(side) => put(index, { side })}
            />
            <View className={styles.lineAmount}>
              <Line
                label={`第 ${index + 1} 行金额`}
                value={line.amountText}
                placeholder='元'
                keyboard='digit'
                maxLength={20}
                onChange={(amountText) => put(index, { amountText })}
              />
            </View>
            {lines.length > 2 && (
              <View
                className={styles.remove}
                {...pressHandlers(() => onChange(lines.filter((_line, at) => at !== index)))}
                {...aria({ role: 'button', label: `去掉第 ${index + 1} 行` })}
              >
                <Icon name='x' />
              </View>
            )}
          </View>
        </View>
      ))}
      <Balance lines={lines} />
      {lines.length < LINE_LIMIT && (
        <Button icon='plus' onPress={() => onChange([...lines, newLine(lackingSide(lines))])}>再加一行</Button>
      )}
    </>
  )
}

function Balance({ lines }: Pick<LinesFieldProps, 'lines'>) {
  const sums = sumsOf(lines)
  const isBalanced = sums !== null && sums.debitFen > 0 && sums.differenceFen === 0
  return (
    <View className={`${styles.sum} ${isBalanced ? styles.balanced : ''}`} {...aria({ live: 'polite' })}>
      {unbroken(balanceWords(lines))}
    </View>
  )
}

/** "借方 ¥80.00，贷方 ¥60.00，贷方还差 ¥20.00" */
export function balanceWords(lines: readonly DraftLine[]): string {
  const sums = sumsOf(lines)
  if (sums === null) return '有个金额没看懂，请写成 1280 或 1280.50'
  const { debitFen, creditFen, differenceFen } = sums
  if (debitFen === 0 && creditFen === 0) return '借方和贷方要一样多'
  if (differenceFen === 0) return `借贷平了，都是 ${formatYuan(debitFen)}`
  const lacking = differenceFen > 0 ? '贷方' : '借方'
  return `借方 ${formatYuan(debitFen)}，贷方 ${formatYuan(creditFen)}，${lacking}还差 ${formatYuan(Math.abs(differenceFen))}`
}

function lackingSide(lines: readonly DraftLine[]): Side {
  return (sumsOf(lines)?.differenceFen ?? 0) < 0 ? 'debit' : 'credit'
}
