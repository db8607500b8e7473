import { useState } from 'react'
import { View } from '@tarojs/components'
import { DECISION_METHOD_NAMES, type ExpenseFormAnswer } from '@huiying/shared/expenses'
import { chinaDateOf, formatDate, formatYuan, sumFen } from '@huiying/shared/kernel'
import { personWords } from '@/features/tickets/words'
import { serverNow } from '@/platform/clock'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { Line } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { amountOf } from './draft-value'
import type { PartProps } from './part-props'
import styles from './draft.module.scss'

type FormProps = PartProps & { readonly form: ExpenseFormAnswer }

/** Who bought it, who saw it, and on which decision of the village it rests. */
export function PeopleFields({ draft, change, form }: FormProps) {
  const isSame = draft.handlerId !== null && draft.handlerId === draft.witnessId
  return (
    <>
      <Card title='谁经手，谁证明'>
        <View className={styles.note}>经手人去办的，证明人看见的，不能是同一个人。</View>
        <OnePerson title='经手人' value={draft.handlerId} form={form} onChange={(handlerId) => change({ handlerId })} />
        <OnePerson title='证明人' value={draft.witnessId} form={form} onChange={(witnessId) => change({ witnessId })} />
        <Fault words={isSame ? '经手人和证明人不能是同一个人，请换一位' : null} />
      </Card>
      <DecisionField draft={draft} change={change} form={form} />
    </>
  )
}

interface OnePersonProps {
  readonly title: string
  readonly value: string | null
  readonly form: ExpenseFormAnswer
  readonly onChange: (personId: string) => void
}

/** A village has hundreds on its register, so it is searched; those with posts stand first. */
const SHOWN = 30

function OnePerson({ title, value, form, onChange }: OnePersonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [query, setQuery] = useState('')
  const chosen = form.people.find(({ personId }) => personId === value)
  const found = form.people.filter(({ name }) => name.includes(query.trim()))
  const pick = (personId: string) => {
    setIsOpen(false)
    setQuery('')
    onChange(personId)
  }
  return (
    <View className={styles.person}>
      <Button icon='user-round' label={`${title}：${chosen?.name ?? '还没选'}`} onPress={() => setIsOpen(true)}>
        {chosen === undefined ? `选${title}` : `${title}：${personWords(chosen)}`}
      </Button>
      <Sheet isOpen={isOpen} title={title} onClose={() => setIsOpen(false)}>
        {form.people.length > 8 && <Line label='找人' value={query} placeholder='写名字找' onChange={setQuery} />}
        <View className={styles.found}>
          <Choice
            label={title}
            layout='list'
            value={value}
            options={found.slice(0, SHOWN).map((person) => ({ value: person.personId, words: personWords(person) }))}
            onChange={pick}
          />
        </View>
        {found.length > SHOWN && <View className={styles.note}>还有 {found.length - SHOWN} 位，请写名字找。</View>}
        {found.length === 0 && <View className={styles.note}>没有叫这个名字的，请看看名册。</View>}
      </Sheet>
    </View>
  )
}

const NONE = 'none'

function DecisionField({ draft, change, form: { decisions, terms } }: FormProps) {
  const amountFen = amountOf(draft.amountText) ?? 0
  const live = decisions.filter(({ isVoided, id }) => !isVoided || id === draft.decisionId)
  const isNeeded = amountFen >= terms.decisionFromFen
  if (!isNeeded && live.length === 0) return null
  const today = chinaDateOf(serverNow())
  return (
    <Card title='村里的决定'>
      <View className={styles.note}>
        {`${formatYuan(terms.decisionFromFen)} 起，要先经村里议过。${isNeeded && live.length === 0 ? '现在还没有记下决定，请先去记。' : ''}`}
      </View>
      <Choice
        label='村里的决定'
        layout='list'
        value={draft.decisionId ?? NONE}
        options={[
          { value: NONE, words: '不靠哪个决定' },
          ...live.map(({ id, title, method, passedOn, budgetFen, usedFen }) => ({
            value: id,
            words: title,
            note: `${DECISION_METHOD_NAMES[method]} · ${formatDate(passedOn, today)} · 还剩 ${formatYuan(sumFen([budgetFen, -usedFen]))}`,
          })),
        ]}
        onChange={(id) => change({ decisionId: id === NONE ? null : id })}
      />
    </Card>
  )
}
