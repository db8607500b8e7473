import { type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { SIGNATURE_LEVEL_NAMES, type SignatureLevel, type Strokes } from '@huiying/shared/expenses'
import { formatNear, type EpochMs } from '@huiying/shared/kernel'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/avatar'
import { Icon } from '@/ui/icon'
import { unbroken } from '@/ui/unbroken'
import { SignaturePicture } from './signature-picture'
import styles from './signers.module.scss'

export type SignerState = 'done' | 'you' | 'waiting' | 'later' | 'nobody'

export interface SignersProps {
  readonly label: string
  /** Three or so, with the whole width to themselves. */
  readonly isFew?: boolean
  readonly children: ReactNode
}

/** Those who sign, beside each other, each a `Signer`. */
export function Signers({ label, isFew = false, children }: SignersProps) {
  return (
    <View className={`${styles.faces} ${isFew ? styles.few : ''}`} {...aria({ role: 'list', label })}>
      {children}
    </View>
  )
}

const STATE_WORDS: Readonly<Record<SignerState, string>> = {
  done: '已签', you: '等您签', waiting: '等着签', later: '后面签', nobody: '没人能签',
}

export interface SignerProps {
  /** Empty: nobody is there to sign. */
  readonly name: string
  /** As what: "村委会主任", and as short as it goes below a face. */
  readonly slotName: string
  readonly shortName: string
  readonly state: SignerState
  /** Why it is not yet asked for. */
  readonly laterWords?: string
}

export function Signer({ name, slotName, shortName, state, laterWords = STATE_WORDS.later }: SignerProps) {
  const stateWords = state === 'later' ? laterWords : STATE_WORDS[state]
  const label = `${slotName}${name === '' ? '' : ` ${name}`}，${stateWords}`
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
      <View className={styles.name}>{name === '' ? '没有人' : name}</View>
      <View className={styles.slot}>{shortName}</View>
      <View className={`${styles.state} ${styles[`${state}Words`]}`}>{stateWords}</View>
    </View>
  )
}

export interface SignedLineProps {
  readonly slotName: string
  readonly signed: {
    readonly by: { readonly name: string }
    readonly at: EpochMs
    readonly level: SignatureLevel
    readonly strokes: Strokes | null
  } | null
  readonly now: EpochMs
}

/** A signature as it was drawn, with its time; nothing where it is still to come. */
export function SignedLine({ slotName, signed, now }: SignedLineProps) {
  if (signed === null) return null
  const { by, at, level, strokes } = signed
  return (
    <View className={styles.signed}>
      <View className={styles.signedWords}>
        <View>{`${slotName} ${by.name}`}</View>
        <View className={styles.when}>{unbroken(`${formatNear(at, now)} · ${SIGNATURE_LEVEL_NAMES[level]}`)}</View>
      </View>
      {strokes !== null && <SignaturePicture strokes={strokes} name={by.name} />}
    </View>
  )
}
