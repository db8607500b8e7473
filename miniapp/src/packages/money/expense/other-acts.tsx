import { useState } from 'react'
import { View } from '@tarojs/components'
import { SLOT_NAMES, type Slot } from '@huiying/shared/expenses'
import { openPage } from '@/features/identity'
import { takeBackSignature, withdrawExpense } from '@/features/expenses/api'
import { draftUrl } from '@/features/expenses/ways'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { ask, toast } from '@/ui/toast'
import { shownOf, type ActProps } from './act-props'
import { CancelSheet } from './cancel-sheet'
import styles from './expense.module.scss'

/** What one may do, but nobody waits for. */
export function OtherActs(props: ActProps) {
  const { expense, onChanged, onOutdated } = props
  const { id, may, slots } = expense
  const [isCancelling, setIsCancelling] = useState(false)
  const act = useAct({ onConflict: onOutdated })
  if (may.takeBack.length === 0 && !may.save && !may.withdraw && !may.cancel) return null

  const takeBack = async (slot: Slot) => {
    const words = '收回以后，在您后面签的也不作数，要重新签。'
    if (!(await ask({ title: '收回您的签字？', words, yes: '收回' }))) return
    const isDone = await act.run(async (key) => onChanged(await takeBackSignature(id, slot, shownOf(expense), key)))
    if (isDone) toast('收回了')
  }
  const withdraw = async () => {
    if (!(await ask({ title: '撤掉这张开支？', words: '撤掉以后不能再签，也不能再改；写过的都还看得到。', yes: '撤掉' }))) return
    const isDone = await act.run(async (key) => onChanged(await withdrawExpense(id, key)))
    if (isDone) toast('撤掉了')
  }
  const change = async () => {
    const isSigned = slots.some(({ signed }) => signed !== null)
    const words = '改了内容，已经签的字就不作数，要大家重新签。'
    if (isSigned && !(await ask({ title: '有人签过了', words, yes: '还是要改' }))) return
    openPage(draftUrl(id))
  }

  return (
    <Card title='还可以'>
      {may.save && (
        <View className={styles.other}>
          <Button icon='pencil' isDisabled={act.isBusy} onPress={() => void change()}>
            改一改
          </Button>
        </View>
      )}
      {may.takeBack.map((slot) => (
        <View key={slot} className={styles.other}>
          <Button icon='undo-2' isDisabled={act.isBusy} onPress={() => void takeBack(slot)}>
            {may.takeBack.length === 1 ? '收回签字' : `收回签字（${SLOT_NAMES[slot]}）`}
          </Button>
        </View>
      ))}
      {may.withdraw && (
        <View className={styles.other}>
          <Button look='danger' icon='trash-2' isDisabled={act.isBusy} onPress={() => void withdraw()}>
            撤掉
          </Button>
        </View>
      )}
      {may.cancel && (
        <View className={styles.other}>
          <Button look='danger' icon='circle-x' isDisabled={act.isBusy} onPress={() => setIsCancelling(true)}>
            不办了
          </Button>
        </View>
      )}
      <Fault words={act.fault} />
      <CancelSheet {...props} isOpen={isCancelling} onClose={() => setIsCancelling(false)} />
    </Card>
  )
}
