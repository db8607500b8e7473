import { formatYuan } from '@huiying/shared/kernel'
import type { KeeperAccount } from '@huiying/shared/ledger'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { moneyPlaces, ownFen, plainNameOf } from '../account-choice'

export interface PlaceFieldProps {
  readonly title: string
  readonly accounts: readonly KeeperAccount[]
  readonly code: string
  readonly onChange: (code: string) => void
}

/** A cash box or a bank account, with what lies in it. */
export function PlaceField({ title, accounts, code, onChange }: PlaceFieldProps) {
  return (
    <Field title={title}>
      <Choice
        label={title}
        layout='list'
        value={code}
        options={moneyPlaces(accounts).map((one) => ({
          value: one.code, words: plainNameOf(one), note: `账上 ${formatYuan(ownFen(accounts, one))}`,
        }))}
        onChange={onChange}
      />
    </Field>
  )
}
