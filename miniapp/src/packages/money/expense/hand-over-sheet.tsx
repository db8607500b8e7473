import { View } from '@tarojs/components'
import { SLOT_NAMES } from '@huiying/shared/expenses'
import { submitExpense } from '@/features/expenses/api'
import { blockWords, nobodyWords } from '@/features/expenses/words'
import { personWords } from '@/features/tickets/words'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { shownOf, type ActProps } from './act-props'
import styles from './expense.module.scss'
import type { SheetState } from './sheet-state'

/** Who will sign, and where nobody can, said before it goes out. */
export function HandOverSheet({ expense, onChanged, onOutdated, isOpen, onClose }: ActProps & SheetState) {
  const act = useAct({ onConflict: onOutdated })
  const isStuck = expense.slots.some(({ nobody }) => nobody !== null)
  const send = async () => {
    const isDone = await act.run(async (key) => onChanged(await submitExpense(expense.id, shownOf(expense), key)))
    if (!isDone) return
    onClose()
    toast('交出去了，告诉要签的人了')
  }
  return (
    <Sheet isOpen={isOpen} title='谁来签' onClose={onClose} closeWords='先不交'>
      {expense.slots.map((slot) => {
        const nobody = nobodyWords(slot)
        return (
          <View key={slot.slot} className={styles.slot}>
            <View className={styles.slotName}>{SLOT_NAMES[slot.slot]}</View>
            {slot.people.map((person) => (
              <View key={person.personId}>{personWords(person)}</View>
            ))}
            {nobody !== null && <View className={styles.trouble}>{nobody}</View>}
            {blockWords(slot).map((words) => (
              <View key={words} className={nobody === null ? styles.quiet : styles.trouble}>
                {words}
              </View>
            ))}
          </View>
        )
      })}
      <View className={styles.note}>
        {isStuck ? '还有人没法签，请先改好，再交出去。' : '前面的签完，后面的才轮到。交出去以后再改，就要重新签。'}
      </View>
      <Fault words={act.fault} />
      <View className={styles.act}>
        <Button look='primary' isMain icon='send' isDisabled={isStuck} isBusy={act.isBusy} onPress={() => void send()}>
          交出去，请大家签
        </Button>
      </View>
    </Sheet>
  )
}
