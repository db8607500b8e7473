import { View } from '@tarojs/components'
import { SEAL_SLOT_NAMES, type SealView } from '@huiying/shared/seal'
import { SEAL_SLOT_SHORT_NAMES } from '@/features/seal/words'
import { SignedLine, Signer, Signers, type SignerState } from '@/features/signing/signers'
import { Card } from '@/ui/card'
import styles from './paper.module.scss'

type SlotOfView = SealView['slots'][number]

export interface SignersCardProps {
  readonly seal: Pick<SealView, 'slots' | 'status' | 'may' | 'now'>
  /** The row alone, without each signature beneath. */
  readonly isShort?: boolean
}

/** The three, in no order among each other: who has signed, who is asked, and where nobody can. */
export function SignersCard({ seal: { slots, status, may, now }, isShort = false }: SignersCardProps) {
  const stateOf = (slot: SlotOfView): SignerState => {
    if (slot.signed !== null) return 'done'
    if (slot.people.length === 0) return 'nobody'
    if (status !== 'signing') return 'later'
    return may.sign.includes(slot.slot) ? 'you' : 'waiting'
  }
  const lacking = slots.filter((slot) => stateOf(slot) === 'nobody')
  return (
    <Card title='三个人签'>
      <Signers label='三个人签' isFew>
        {slots.map((slot) => (
          <Signer
            key={slot.slot}
            name={slot.signed?.by.name ?? slot.people.map((person) => person.name).join('、')}
            slotName={SEAL_SLOT_NAMES[slot.slot]}
            shortName={SEAL_SLOT_SHORT_NAMES[slot.slot]}
            state={stateOf(slot)}
            laterWords='还没请'
          />
        ))}
      </Signers>
      {lacking.map(({ slot }) => (
        <View key={slot} className={styles.trouble}>
          {`没人能签“${SEAL_SLOT_NAMES[slot]}”：这个职务现在没有人，或者对方是他自己、他的近亲属。`}
        </View>
      ))}
      {!isShort && slots.map(({ slot, signed }) => (
        <SignedLine key={slot} slotName={SEAL_SLOT_NAMES[slot]} signed={signed} now={now} />
      ))}
    </Card>
  )
}
