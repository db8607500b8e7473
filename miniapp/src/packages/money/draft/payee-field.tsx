import { useState } from 'react'
import { isCash, PAYEE_NAME_LIMIT, type ExpenseFormAnswer } from '@huiying/shared/expenses'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import type { PartProps } from './part-props'

/** Of each kind; who is further down is found by his name. */
const SHOWN = 15

type Payee = ExpenseFormAnswer['payees'][number]

/** Somebody who was paid before, somebody of the register, or somebody new. */
export function PayeeField({ draft, change, form }: PartProps & { readonly form: ExpenseFormAnswer }) {
  const [isOpen, setIsOpen] = useState(false)
  const [query, setQuery] = useState('')
  // Whoever's name changes is another: neither his place on the register nor his account goes along.
  const rename = (payeeName: string) => change({ payeeName, payeePersonId: null, keptAccount: null })
  const pick = ({ kind, name, personId }: Pick<Payee, 'kind' | 'name' | 'personId'>) => {
    setIsOpen(false)
    setQuery('')
    if (name === draft.payeeName && personId === draft.payeePersonId) return
    change({ payeeKind: kind, payeeName: name, payeePersonId: personId, keptAccount: null, accountNumber: '' })
  }
  const known = form.payees.find(({ name, kind }) => name === draft.payeeName.trim() && kind === draft.payeeKind)
  const isAsked = ({ name }: { readonly name: string }): boolean => name.includes(query.trim())
  const payees = form.payees.filter(isAsked)
  // A register of a thousand is searched; those with posts stand first.
  const people = form.people.filter(isAsked)
  const isRegistered = draft.payeePersonId !== null
  return (
    <Card title='付给谁'>
      <Field title='单位还是个人'>
        <Choice
          label='单位还是个人'
          value={draft.payeeKind}
          options={[{ value: 'firm', words: '单位、商店' }, { value: 'person', words: '个人' }]}
          onChange={(payeeKind) => change({ payeeKind, payeePersonId: null })}
        />
      </Field>
      <Field title='名字' {...(isRegistered ? { note: '村里名册上的人' } : {})}>
        <Line label='收款人的名字' value={draft.payeeName} maxLength={PAYEE_NAME_LIMIT} onChange={rename} />
      </Field>
      <Field title=''>
        <Button icon='users-round' onPress={() => setIsOpen(true)}>
          从付过的、名册上选
        </Button>
      </Field>
      {!isCash(draft) && (
        <Field title='收款账号' note={accountNote(draft.keptAccount, known?.maskedAccount ?? null)}>
          <Line
            label='收款账号'
            value={draft.accountNumber}
            keyboard='number'
            maxLength={40}
            placeholder={draft.keptAccount ?? ''}
            onChange={(accountNumber) => change({ accountNumber })}
          />
        </Field>
      )}
      <Sheet isOpen={isOpen} title='付给谁' onClose={() => setIsOpen(false)}>
        <Line label='找人或单位' value={query} placeholder='写名字找' onChange={setQuery} />
        {payees.slice(0, SHOWN).map((payee) => (
          <ListRow
            key={`${payee.kind}-${payee.name}-${payee.personId ?? ''}`}
            icon={payee.kind === 'firm' ? 'building-2' : 'user-round'}
            title={payee.name}
            note={payee.maskedAccount === null ? '付过' : `付过 · ${payee.maskedAccount}`}
            onPress={() => pick(payee)}
          />
        ))}
        {people.slice(0, SHOWN).map(({ personId, name }) => (
          <ListRow
            key={personId}
            icon='user-round'
            title={name}
            note='名册上的人'
            onPress={() => pick({ kind: 'person', name, personId })}
          />
        ))}
        {payees.length + people.length === 0 && <Empty title='没有找到' note='关上这里，直接写名字。' />}
      </Sheet>
    </Card>
  )
}

function accountNote(kept: string | null, known: string | null): string {
  if (kept !== null) return `现在是 ${kept}，不换就不用写`
  return known === null ? '从银行付要填；只存头尾几位，大家看到的也只有头尾' : `从银行付要填；以前付到 ${known}，请照着回单再写一遍`
}
