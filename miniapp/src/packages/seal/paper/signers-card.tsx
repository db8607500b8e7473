import { Text, View } from '@tarojs/components'
import { SIGNATURE_LEVEL_NAMES } from '@huiying/shared/expenses'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { SEAL_SLOT_NAMES, type SealView } from '@huiying/shared/seal'
import { SEAL_SLOT_SHORT_NAMES } from '@/features/seal/words'
import { SignaturePicture } from '@/features/signing/signature-picture'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { unbroken } from '@/ui/unbroken'
import styles from './paper.module.scss'

type SlotOfView = SealView['slots'][number]
type FaceState = 'done' | 'you' | 'waiting' | 'later' | 'nobody'

const STATE_WORDS: Readonly<Record<FaceState, string>> = {
  done: '已签', you: '等您签', waiting: '等着签', later: '还没请', nobody: '没人能签',
}

export interface SignersCardProps {
  readonly seal: Pick<SealView, 'slots' | 'status' | 'may' | 'now'>
  /** The row alone, without each signature beneath. */
  readonly isShort?: boolean
}

/** The three, in no order among each other: who has signed, who is asked, and where nobody can. */
export function SignersCard({ seal: { slots, status, may, now }, isShort = false }: SignersCardProps) {
  const stateOf = (slot: SlotOfView): FaceState => {
    if (slot.signed !== null) return 'done'
    if (slot.people.length === 0) return 'nobody'
    if (status !== 'signing') return 'later'
    return may.sign.includes(slot.slot) ? 'you' : 'waiting'
  }
  const lacking = slots.filter((slot) => stateOf(slot) === 'nobody')
  return (
    <Card title='三个人签'>
      <View className={styles.faces} {...aria({ role: 'list', label: '三个人签' })}>
        {slots.map((slot) => (
          <Face key={slot.slot} slot={slot} state={stateOf(slot)} />
        ))}
      </View>
      {lacking.map(({ slot }) => (
        <View key={slot} className={styles.trouble}>
          {`没人能签“${SEAL_SLOT_NAMES[slot]}”：这个职务现在没有人，或者对方是他自己、他的近亲属。`}
        </View>
      ))}
      {!isShort && slots.map((slot) => <Signed key={slot.slot} slot={slot} now={now} />)}
    </Card>
  )
}

function Face({ slot: { slot, signed, people }, state }: { readonly slot: SlotOfView; readonly state: FaceState }) {
  const name = signed?.by.name ?? people.map((person) => person.name).join('、')
  const label = `${SEAL_SLOT_NAMES[slot]}${name === '' ? '' : ` ${name}`}，${STATE_WORDS[state]}`
  return (
    <View className={styles.face} {...aria({ role: 'listitem', label })}>
      <View className={`${styles.ring} ${styles[state]}`}>
        {name === '' ? <Text className={styles.noFace}>？</Text> : <Avatar name={name} size='small' layout='face' />}
        {state === 'done' && (
          <View className={styles.tick}>
            <Icon name='check' size={18} />
          </View>
        )}
      </View>
      <View className={styles.faceName}>{name === '' ? '没有人' : name}</View>
      <View className={styles.slot}>{SEAL_SLOT_SHORT_NAMES[slot]}</View>
      <View className={styles[`${state}Words`]}>{STATE_WORDS[state]}</View>
    </View>
  )
}

function Signed({ slot: { slot, signed }, now }: { readonly slot: SlotOfView; readonly now: EpochMs }) {
  if (signed === null) return null
  const { by, at, level, strokes } = signed
  return (
    <View className={styles.signed}>
      <View className={styles.signedWords}>
        <View>{`${SEAL_SLOT_NAMES[slot]} ${by.name}`}</View>
        <View className={styles.quiet}>{unbroken(`${formatNear(at, now)} · ${SIGNATURE_LEVEL_NAMES[level]}`)}</View>
      </View>
      {strokes !== null && <SignaturePicture strokes={strokes} name={by.name} />}
    </View>
  )
}
