import { useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf, formatYuan } from '@huiying/shared/kernel'
import { COUNTERPARTY_LIMIT, type ContractRow } from '@huiying/shared/ledger'
import { fetchHoldings } from '@/features/ledger/api'
import { rentSentence } from '@/features/ledger/words'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'
import { incomeAccounts, plainNameOf } from '../account-choice'
import { AccountField } from '../account-field'
import styles from '../keeping.module.scss'
import { amountText } from '../typed'
import { AmountLine } from './amount-line'
import type { PartProps } from './part-props'
import { PlaceField } from './place-field'
import { rentDues } from './rent-due'

/** 50101 租金承包费: where rent goes unless the accountant says otherwise. */
const RENT = '50101'

/** Money that came in: from whom, for what, how much, into which box or account. */
export function IncomeFields({ desk, value, change }: PartProps) {
  const holdings = useLoad(`holdings/${desk.book.id}`, () => fetchHoldings(desk.book.id))
  const contracts = (holdings.data?.contracts ?? []).filter((one) => one.endedOn === null || one.overdueFen > 0)
  const contract = contracts.find(({ id }) => id === value.contractId)
  const accounts = incomeAccounts(desk.accounts)
  const isOther = value.account !== '' && !accounts.some(({ code }) => code === value.account)
  const [showsAll, setShowsAll] = useState(isOther)
  const pickContract = (one: ContractRow | undefined) => {
    if (one === undefined) return change({ contractId: null })
    return change({
      contractId: one.id, counterparty: one.tenant, purpose: `${one.holdingName}的租金（${one.title}）`,
      account: accounts.some(({ code }) => code === RENT) ? RENT : value.account,
    })
  }
  return (
    <>
      {contracts.length > 0 && (
        <Field title='是不是租金、承包费'>
          <Choice
            label='哪份合同的租金'
            layout={contracts.length > 1 ? 'list' : 'chips'}
            value={contract?.id ?? ''}
            options={[
              { value: '', words: '不是租金' },
              ...contracts.map((one) => ({
                value: one.id, words: `${one.tenant}：${one.holdingName}`, note: rentSentence(one),
              })),
            ]}
            onChange={(id) => pickContract(contracts.find((one) => one.id === id))}
          />
        </Field>
      )}
      {contract !== undefined && (
        <Field title='交到哪一期' note='先交的先算，不用分开记'>
          <Choice
            label='交到哪一期'
            value={value.amountText}
            options={rentDues(contract, chinaDateOf(desk.now)).map((due) => ({
              value: amountText(due.amountFen), words: due.words, note: formatYuan(due.amountFen),
            }))}
            onChange={(text) => change({ amountText: text })}
          />
        </Field>
      )}
      <AmountLine title='收到多少钱（元）' text={value.amountText} onChange={(text) => change({ amountText: text })} />
      <Field title='是什么收入'>
        <Choice
          label='是什么收入'
          value={value.account}
          options={accounts.map((one) => ({ value: one.code, words: plainNameOf(one) }))}
          onChange={(account) => change({ account })}
        />
        <View className={styles.above}>
          {showsAll ? (
            <AccountField
              label='记在哪个科目'
              accounts={desk.accounts}
              code={value.account}
              onChange={({ code }) => change({ account: code })}
            />
          ) : (
            <Button icon='search' onPress={() => setShowsAll(true)}>不是这些，从科目里选</Button>
          )}
        </View>
      </Field>
      <PlaceField
        title='钱进了哪里'
        accounts={desk.accounts}
        code={value.place}
        onChange={(place) => change({ place })}
      />
      <Field title='谁交来的' note='单位或个人的名字；村里人都看得到，不写号码'>
        <Line
          label='谁交来的'
          value={value.counterparty}
          maxLength={COUNTERPARTY_LIMIT}
          onChange={(counterparty) => change({ counterparty })}
        />
      </Field>
    </>
  )
}
