import { useState } from 'react'
import { SEAL_TITLE_LIMIT, type SealFormAnswer } from '@huiying/shared/seal'
import { personWords } from '@/features/tickets/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field, Line } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import type { SealDraft } from './draft-value'

/** A register of a thousand is searched. */
const SHOWN = 20

export interface CounterpartyFieldProps {
  readonly draft: SealDraft
  readonly people: SealFormAnswer['people']
  readonly change: (part: Partial<SealDraft>) => void
}

/** The other side; where it is somebody of the village, he and his relatives don't sign. */
export function CounterpartyField({ draft, people, change }: CounterpartyFieldProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [query, setQuery] = useState('')
  const found = people.filter(({ name }) => name.includes(query.trim()))
  const pick = (counterpartyId: string, counterpartyName: string) => {
    setIsOpen(false)
    setQuery('')
    change({ counterpartyId, counterpartyName })
  }
  return (
    <Card>
      <Field title='对方是谁' note={draft.counterpartyId === null ? '单位或个人的全名，和文件上一样' : '村里名册上的人'}>
        <Line
          label='对方是谁'
          value={draft.counterpartyName}
          maxLength={SEAL_TITLE_LIMIT}
          onChange={(counterpartyName) => change({ counterpartyName, counterpartyId: null })}
        />
      </Field>
      <Button icon='users-round' onPress={() => setIsOpen(true)}>是本村的人，从名册上选</Button>
      <Sheet isOpen={isOpen} title='对方是谁' onClose={() => setIsOpen(false)}>
        <Line label='找人' value={query} placeholder='写名字找' onChange={setQuery} />
        {found.slice(0, SHOWN).map((person) => (
          <ListRow
            key={person.personId}
            icon='user-round'
            title={personWords(person)}
            onPress={() => pick(person.personId, person.name)}
          />
        ))}
        {found.length === 0 && <Empty title='没有找到' note='关上这里，直接写名字。' />}
      </Sheet>
    </Card>
  )
}
