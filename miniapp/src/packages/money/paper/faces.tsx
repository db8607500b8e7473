import { Text, View } from '@tarojs/components'
import { SIGNATURE_LEVEL_NAMES, SLOT_NAMES, type ExpenseView, type SlotView } from '@huiying/shared/expenses'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { blockWords, nobodyWords, SLOT_SHORT_NAMES } from '@/features/expenses/words'
import { SignaturePicture } from '@/features/signing/signature-picture'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { unbroken } from '@/ui/unbroken'
import { faceOf, type FaceState } from './face-state'
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
      <View className={styles.faces} {...aria({ role: 'list', label: '谁来签' })}>
        {slots.map((slot) => (
          <Face key={slot.slot} slot={slot} state={faceOf(slot, status, may.sign, myId)} />
        ))}
      </View>
      {troubles.map((words) => (
        <View key={words} className={styles.trouble}>
          <Icon name='circle-alert' size={18} />
          <Text className={styles.troubleWords}>{words}</Text>
        </View>
      ))}
      {!isShort && slots.map((slot) => (
        <View key={slot.slot}>
          <Signed slot={slot} now={now} />
        </View>
      ))}
    </Card>
  )
}

const STATE_WORDS: Readonly<Record<FaceState, string>> = {
  done: '已签', you: '等您签', waiting: '等着签', later: '后面签', nobody: '没人能签',
}

function Face({ slot, state }: { readonly slot: SlotView; readonly state: FaceState }) {
  const name = slot.signed?.by.name ?? slot.people.map((person) => person.name).join('、')
  const words = `${SLOT_NAMES[slot.slot]}${name === '' ? '' : ` ${name}`}，${STATE_WORDS[state]}`
  return (
    <View className={styles.face} {...aria({ role: 'listitem', label: words })}>
      <View className={`${styles.ring} ${styles[state]}`}>
        {name === '' ? <Text className={styles.noFace}>？</Text> : <Avatar name={name} size='small' layout='face' />}
        {state === 'done' && (
          <View className={styles.tick}>
            <Icon name='check' size={18} />
          </View>
        )}
      </View>
      <View className={styles.faceName}>{name === '' ? '没有人' : name}</View>
      <View className={styles.slot}>{SLOT_SHORT_NAMES[slot.slot]}</View>
      <View className={`${styles.faceState} ${styles[`${state}Words`]}`}>{STATE_WORDS[state]}</View>
    </View>
  )
}

function Signed({ slot: { slot, signed }, now }: { readonly slot: SlotView; readonly now: EpochMs }) {
  if (signed === null) return null
  return (
    <View className={styles.signed}>
      <View className={styles.signedWords}>
        <View>{`${SLOT_NAMES[slot]} ${signed.by.name}`}</View>
        <View className={styles.quiet}>{unbroken(`${formatNear(signed.at, now)} · ${SIGNATURE_LEVEL_NAMES[signed.level]}`)}</View>
      </View>
      {signed.strokes !== null && <SignaturePicture strokes={signed.strokes} name={signed.by.name} />}
    </View>
  )
}
