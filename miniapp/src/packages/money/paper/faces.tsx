import { Text, View } from '@tarojs/components'
import { SLOT_NAMES, type ExpenseView } from '@huiying/shared/expenses'
import { blockWords, nobodyWords, SLOT_SHORT_NAMES } from '@/features/expenses/words'
import { SignedLine, Signer, Signers } from '@/features/signing/signers'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { faceOf } from './face-state'
import styles from './paper.module.scss'

export interface FacesProps {
  readonly expense: Pick<ExpenseView, 'slots' | 'status' | 'now' | 'may'>
  readonly myId: string | null
  /** The row alone, without each signature beneath. */
  readonly isShort?: boolean
}

/** Those who sign, in their order: who has, who is asked, who comes later, and where nobody can. */
export function Faces({ expense: { slots, status, now, may }, myId, isShort = false }: FacesProps) {
  const troubles = slots.flatMap((slot) => [nobodyWords(slot), ...blockWords(slot)].filter((words) => words !== null))
  return (
    <Card title='谁来签'>
      <Signers label='谁来签'>
        {slots.map((slot) => (
          <Signer
            key={slot.slot}
            name={slot.signed?.by.name ?? slot.people.map((person) => person.name).join('、')}
            slotName={SLOT_NAMES[slot.slot]}
            shortName={SLOT_SHORT_NAMES[slot.slot]}
            state={faceOf(slot, status, may.sign, myId)}
          />
        ))}
      </Signers>
      {troubles.map((words) => (
        <View key={words} className={styles.trouble}>
          <Icon name='circle-alert' size={18} />
          <Text className={styles.troubleWords}>{words}</Text>
        </View>
      ))}
      {!isShort && slots.map((slot) => (
        <View key={slot.slot}>
          <SignedLine slotName={SLOT_NAMES[slot.slot]} signed={slot.signed} now={now} />
        </View>
      ))}
    </Card>
  )
}
