import { View } from '@tarojs/components'
import type { TicketView } from '@huiying/shared/tickets'
import { withdrawTicket } from '@/features/tickets/api'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { ask, toast } from '@/ui/toast'
import styles from './detail.module.scss'

export interface WithdrawProps {
  readonly ticketId: string
  readonly onChanged: (ticket: TicketView) => void
}

export function Withdraw({ ticketId, onChanged }: WithdrawProps) {
  const { isBusy, run } = useAct({ say: toast })
  const withdraw = async () => {
    if (!(await ask({ title: '不用办了？', words: '撤回以后，村里就不再办这件事。', yes: '撤回', no: '接着办' }))) return
    await run(async () => {
      onChanged(await withdrawTicket(ticketId))
      toast('撤回了')
    })
  }
  return (
    <View className={styles.withdraw}>
      <Button isBusy={isBusy} onPress={() => void withdraw()}>
        不用办了，撤回
      </Button>
    </View>
  )
}
