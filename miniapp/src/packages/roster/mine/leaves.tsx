import { useState } from 'react'
import type { MyDutyAnswer, MyLeave } from '@huiying/shared/roster'
import { cancelLeave } from '@/features/roster/api'
import { dayTitle } from '@/features/roster/words'
import { personWords } from '@/features/tickets/words'
import { sentenceOf } from '@/platform/say'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { ask, toast } from '@/ui/toast'

export interface LeavesProps {
  readonly leaves: readonly MyLeave[]
  readonly myId: string
  readonly onChange: (answer: MyDutyAnswer) => void
  readonly onStale: () => void
}

/** Leave that is or will be; a lead sees his village's as well. */
export function Leaves({ leaves, myId, onChange, onStale }: LeavesProps) {
  const [busyId, setBusyId] = useState<string | null>(null)
  const cancel = async (leave: MyLeave) => {
    const isSure = await ask({
      title: '不请假了？', words: '已经转给别人的班不会自动转回来，要值就再和对方换。', yes: '不请了',
    })
    if (!isSure) return
    setBusyId(leave.id)
    try {
      onChange(await cancelLeave(leave.id))
      toast('好，这次假不请了')
    } catch (error) {
      toast(sentenceOf(error))
      onStale()
    } finally {
      setBusyId(null)
    }
  }
  if (leaves.length === 0) return null
  return (
    <Card title='请了假的日子'>
      {leaves.map((leave) => (
        <ListRow
          key={leave.id}
          title={leave.fromOn === leave.toOn ? dayTitle(leave.fromOn) : `${dayTitle(leave.fromOn)} 到 ${dayTitle(leave.toOn)}`}
          {...(leave.person.personId === myId ? {} : { note: personWords(leave.person) })}
          end={
            <Button isBusy={busyId === leave.id} onPress={() => void cancel(leave)}>
              不请了
            </Button>
          }
        />
      ))}
    </Card>
  )
}
