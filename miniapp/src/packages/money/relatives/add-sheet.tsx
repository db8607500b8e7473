import { useState } from 'react'
import { View } from '@tarojs/components'
import { KINSHIP_KINDS, KINSHIP_NAMES, type KinshipKind, type KinshipsAnswer } from '@huiying/shared/expenses'
import type { PersonTag } from '@huiying/shared/identity'
import { addKinship } from '@/features/expenses/ground-api'
import { personWords } from '@/features/tickets/words'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import styles from './relatives.module.scss'

export interface AddSheetProps {
  readonly villageId: string
  readonly people: readonly PersonTag[]
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChanged: (answer: KinshipsAnswer) => void
}

/** Two people of the village, and what the second is to the first. */
export function AddSheet({ villageId, people, isOpen, onClose, onChanged }: AddSheetProps) {
  const [person, setPerson] = useState<PersonTag | null>(null)
  const [relative, setRelative] = useState<PersonTag | null>(null)
  const [kind, setKind] = useState<KinshipKind | null>(null)
  const act = useAct()
  const send = async () => {
    if (person === null || relative === null) return act.complain('请选两个人')
    if (kind === null) return act.complain('请选是什么关系')
    const body = { personId: person.personId, relativeId: relative.personId, kind }
    const isDone = await act.run(async (key) => onChanged(await addKinship(villageId, body, key)))
    if (!isDone) return undefined
    setPerson(null)
    setRelative(null)
    setKind(null)
    onClose()
    toast('登记了')
    return undefined
  }
  return (
    <Sheet isOpen={isOpen} title='加一对近亲属' onClose={onClose} closeWords='先不加'>
      <OnePerson title='谁' value={person} people={people} onChange={setPerson} />
      {person !== null && (
        <OnePerson title='和谁' value={relative} people={people.filter((one) => one !== person)} onChange={setRelative} />
      )}
      {person !== null && relative !== null && (
        <Field title={`${relative.name}是${person.name}的`}>
          <Choice
            label='什么关系'
            value={kind}
            options={KINSHIP_KINDS.map((one) => ({ value: one, words: KINSHIP_NAMES[one] }))}
            onChange={setKind}
          />
        </Field>
      )}
      <Fault words={act.fault} />
      <View className={styles.act}>
        <Button look='primary' isMain isBusy={act.isBusy} onPress={() => void send()}>登记</Button>
      </View>
    </Sheet>
  )
}

/** A village has hundreds on its register, so it is searched; those with posts are offered first. */
const SHOWN = 8

interface OnePersonProps {
  readonly title: string
  readonly value: PersonTag | null
  readonly people: readonly PersonTag[]
  readonly onChange: (person: PersonTag | null) => void
}

function OnePerson({ title, value, people, onChange }: OnePersonProps) {
  const [query, setQuery] = useState('')
  if (value !== null) {
    return (
      <Field title={title}>
        <Button icon='user-round' onPress={() => onChange(null)}>{`${personWords(value)}（换一个）`}</Button>
      </Field>
    )
  }
  const found = people.filter(({ name }) => name.includes(query.trim()))
  const pick = (personId: string) => {
    setQuery('')
    onChange(found.find((one) => one.personId === personId) ?? null)
  }
  return (
    <Field title={title} {...(found.length > SHOWN ? { note: `还有 ${found.length - SHOWN} 位，请写名字找` } : {})}>
      <Line label={`${title}：找人`} value={query} placeholder='写名字找' onChange={setQuery} />
      <View className={styles.found}>
        <Choice
          label={title}
          value={null}
          options={found.slice(0, SHOWN).map((one) => ({ value: one.personId, words: personWords(one) }))}
          onChange={pick}
        />
      </View>
    </Field>
  )
}
