import { useState } from 'react'
import { View } from '@tarojs/components'
import { SLOT_NAMES, type ExpenseView, type Slot, type Strokes } from '@huiying/shared/expenses'
import { capitalsOf, formatYuan } from '@huiying/shared/kernel'
import { SignPad } from '@/features/signing/sign-pad'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Page } from '@/ui/page'
import { AmountHead } from '../paper/amount-head'
import { DecisionCard, PayCard, StatementCard, VouchersCard } from '../paper/content-cards'
import { Faces } from '../paper/faces'
import { HintsCard } from '../paper/hints-card'
import styles from './sign.module.scss'
import { SignedView } from './signed-view'
import { StaleView } from './stale-view'
import { useSigning } from './use-signing'

export interface SignFormProps {
  /** As it was first shown: what comes later is not put under his pen. */
  readonly expense: ExpenseView
  readonly slot: Slot
  readonly myId: string | null
  readonly onAgain: () => void
}

/** Everything that is signed, on one screen to scroll; the pad comes last. */
export function SignForm({ expense, slot, myId, onAgain }: SignFormProps) {
  const [strokes, setStrokes] = useState<Strokes | null>(null)
  const { isBusy, fault, changes, signed, hasDeclined, prepare, sign } = useSigning(expense, slot)
  const { content } = expense
  if (signed !== null) return <SignedView expense={signed} slot={slot} myId={myId} />
  const drawn = (next: Strokes | null) => {
    setStrokes(next)
    if (next !== null) prepare()
  }
  return (
    <Page title='签字'>
      <View className={styles.guide}>从头看一遍，在最下面写名字。</View>
      <AmountHead expense={expense} />
      <StatementCard statement={content.statement} />
      <PayCard content={content} />
      <DecisionCard decision={content.decision} />
      <VouchersCard vouchers={content.vouchers} />
      <HintsCard hints={expense.hints} />
      <Faces expense={expense} myId={myId} isShort />
      <Card title={`您签：${SLOT_NAMES[slot]}`}>
        <View className={styles.what}>
          {`付给${content.payee.name} ${formatYuan(content.amountFen)}，${capitalsOf(content.amountFen)}`}
        </View>
        <SignPad onDrawn={drawn} />
        <Fault words={fault} />
        {hasDeclined && (
          <View className={styles.declined}>没有用指纹或人脸确认。也可以只用手写，签字旁边会写明“手写”。</View>
        )}
        <View className={styles.act}>
          <Button look='primary' isMain icon='pencil' isBusy={isBusy} onPress={() => void sign(strokes, 'confirmed')}>
            {hasDeclined ? '再确认一次' : '签字'}
          </Button>
        </View>
        {hasDeclined && (
          <Button isDisabled={isBusy} onPress={() => void sign(strokes, 'drawn')}>
            只用手写签
          </Button>
        )}
      </Card>
      {changes !== null && <StaleView changes={changes} onAgain={onAgain} />}
    </Page>
  )
}
