import { useState } from 'react'
import { COUNTERPARTY_LIMIT } from '@huiying/shared/ledger'
import { useDraft } from '@/platform/draft'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'
import { saveContract } from '../api'
import { DayLine } from '../day-field'
import { FormFrame } from '../form-frame'
import { contractValue, EMPTY_CONTRACT, readContract, type ContractValue } from './holding-value'
import type { HoldingFormProps } from './holding-form-props'
import { RentFields } from './rent-fields'
import { SavingFoot } from './saving-foot'
import { useSaving } from './use-saving'

/** Who uses what, from when to when, for what rent. */
export function ContractForm({ holdings, id, isBeside, onDone }: HoldingFormProps) {
  const bookId = holdings.book.id
  const known = holdings.contracts.find((one) => one.id === id)
  const [empty] = useState(known === undefined ? EMPTY_CONTRACT : contractValue(known))
  const kept = useDraft<ContractValue>(`keeping/${bookId}/contract/${id ?? 'new'}`, empty)
  const saving = useSaving({
    kept, id, read: readContract, store: (newId, body) => saveContract(bookId, newId, body), onDone,
  })
  const { value, change } = kept
  const choices = [...holdings.assets, ...holdings.resources].filter(({ id: one, use }) => use !== 'gone' || one === value.holdingId)
  return (
    <FormFrame
      title={known === undefined ? '加一份合同' : `改：${known.title}`}
      isBeside={isBeside}
      footer={<SavingFoot saving={saving} onStop={() => onDone(null)} />}
    >
      <Card>
        <Field title='租还是包'>
          <Choice
            label='租还是包'
            layout='list'
            value={value.kind}
            options={[
              { value: 'lease', words: '租出去', note: '房屋、场地、设备，最长 20 年' },
              { value: 'land', words: '土地承包', note: '耕地、林地、水面，最长 70 年' },
            ]}
            onChange={(kind) => change({ kind })}
          />
        </Field>
        <Field title='哪一处'>
          <Choice
            label='哪一处'
            value={value.holdingId}
            options={choices.map(({ id: one, name }) => ({ value: one, words: name }))}
            onChange={(holdingId) => change({ holdingId })}
          />
        </Field>
        <Field title='合同叫什么'>
          <Line
            label='合同叫什么'
            value={value.title}
            maxLength={COUNTERPARTY_LIMIT}
            placeholder='比如：鱼塘租赁合同'
            onChange={(title) => change({ title })}
          />
        </Field>
        <Field title='租给谁、包给谁' note='村里人都看得到，不写身份证号和电话'>
          <Line
            label='租给谁、包给谁'
            value={value.tenant}
            maxLength={COUNTERPARTY_LIMIT}
            onChange={(tenant) => change({ tenant })}
          />
        </Field>
        <DayLine title='从哪天起' text={value.fromText} onChange={(fromText) => change({ fromText })} />
        <DayLine title='到哪天止' text={value.toText} onChange={(toText) => change({ toText })} />
      </Card>
      <RentFields value={value} change={change} />
      {known !== undefined && (
        <Card>
          <DayLine
            title='提前终止'
            note='没有提前终止就空着'
            text={value.endedText}
            onChange={(endedText) => change({ endedText })}
          />
        </Card>
      )}
    </FormFrame>
  )
}
