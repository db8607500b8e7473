import { View } from '@tarojs/components'
import { ROSTER_ORDER_CAUSE_NAMES, type RosterOrderCause } from '@huiying/shared/roster'
import { issueOrder } from '@/features/roster/api'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { ask, toast } from '@/ui/toast'
import styles from './week.module.scss'

export interface OrderButtonProps {
  readonly cause: RosterOrderCause
  readonly subjectId: string
  /** One went out already. */
  readonly orderNumber: string | null
  /** "青石村 9月14日 周一" */
  readonly about: string
  readonly onOrdered: () => Promise<void>
}

/** 发督办单, once for each matter; afterwards its number. */
export function OrderButton({ cause, subjectId, orderNumber, about, onOrdered }: OrderButtonProps) {
  const { isBusy, run } = useAct({ say: toast })
  if (orderNumber !== null) return <View className={`${styles.act} ${styles.order}`}>{orderNumber}</View>

  const issue = async () => {
    const words = `${about}，${ROSTER_ORDER_CAUSE_NAMES[cause]}。发出后有编号，有关的人都会收到，不能撤回。`
    if (!(await ask({ title: '发督办单？', words, yes: '发' }))) return
    await run(async () => {
      try {
        await issueOrder({ cause, subjectId })
        toast('督办单发出去了')
      } finally {
        await onOrdered()
      }
    })
  }
  return (
    <View className={styles.act}>
      <Button icon='megaphone' isBusy={isBusy} label={`${about}，发督办单`} onPress={() => void issue()}>
        发督办单
      </Button>
    </View>
  )
}
