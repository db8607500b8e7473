import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Strokes } from '@huiying/shared/expenses'
import { SEAL_SLOT_NAMES, type SealSlot, type SealView } from '@huiying/shared/seal'
import { askForSealChallenge, signSeal } from '@/features/seal/api'
import { sealUrl } from '@/features/seal/ways'
import { standingWords } from '@/features/seal/words'
import { SignPad } from '@/features/signing/sign-pad'
import { useSignature } from '@/features/signing/use-signature'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { shownOf } from '../paper/act-props'
import { ConsentCard, DocumentCard, SealHead } from '../paper/content-cards'
import styles from '../paper/paper.module.scss'
import { SignersCard } from '../paper/signers-card'

export interface SignFormProps {
  readonly seal: SealView
  readonly slot: SealSlot
  readonly onAgain: () => void
}

/** Everything that is signed, on one screen to scroll; the pad comes last. */
export function SignForm({ seal, slot, onAgain }: SignFormProps) {
  const [strokes, setStrokes] = useState<Strokes | null>(null)
  const shown = shownOf(seal)
  const { isBusy, fault, stale, signed, hasDeclined, prepare, sign } = useSignature<SealView>({
    askForChallenge: () => askForSealChallenge(seal.id, slot, shown),
    sign: (body, key) => signSeal(seal.id, { slot, shown, ...body }, key),
    isStale: ({ code }) => code === 'seal.stale',
  })
  if (signed !== null) return <SignedView seal={signed} />
  if (stale !== null) return <StaleView onAgain={onAgain} />
  const drawn = (next: Strokes | null) => {
    setStrokes(next)
    if (next !== null) prepare()
  }
  return (
    <Page title='签字'>
      <SealHead seal={seal} />
      <DocumentCard document={seal.document} />
      <ConsentCard consent={seal.consent} now={seal.now} />
      <SignersCard seal={seal} isShort />
      <Card title={`您签：${SEAL_SLOT_NAMES[slot]}`}>
        <View className={styles.note}>{`同意在“${seal.title}”上盖章，${seal.copies} 份`}</View>
        <SignPad onDrawn={drawn} />
        <Fault words={fault} />
        {hasDeclined && (
          <View className={styles.note}>没有用指纹或人脸确认。也可以只用手写，签字旁边会写明“手写”。</View>
        )}
        <View className={styles.act}>
          <Button look='primary' isMain icon='pencil' isBusy={isBusy} onPress={() => void sign(strokes, 'confirmed')}>
            {hasDeclined ? '再确认一次' : '签字'}
          </Button>
        </View>
        {hasDeclined && (
          <Button isDisabled={isBusy} onPress={() => void sign(strokes, 'drawn')}>只用手写签</Button>
        )}
      </Card>
    </Page>
  )
}

/** What he looked at is no more; nothing was stored. */
function StaleView({ onAgain }: Pick<SignFormProps, 'onAgain'>) {
  return (
    <Page title='签字'>
      <Empty
        icon='triangle-alert'
        title='内容改过了，您的签字没有存'
        note='您看的时候，有人改了它。请重新看一遍，再决定签不签。'
        action={{ words: '重新看', onPress: onAgain }}
      />
    </Page>
  )
}

function SignedView({ seal }: { readonly seal: SealView }) {
  return (
    <Page title='签字'>
      <Empty
        icon='circle-check'
        title='签好了'
        note={standingWords(seal)}
        action={{ words: '看这次用章', onPress: () => void Taro.redirectTo({ url: sealUrl(seal.id) }) }}
      />
      <SignersCard seal={seal} isShort />
    </Page>
  )
}
