import { View } from '@tarojs/components'
import { SEAT_NAMES, type LeaveAnswer } from '@huiying/shared/roster'
import { dayTitle } from '@/features/roster/words'
import { personWords } from '@/features/tickets/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { goBack, Page } from '@/ui/page'
import { Tag } from '@/ui/tag'
import styles from './leave.module.scss'

export interface LeaveDoneProps {
  readonly answer: LeaveAnswer
  /** Whose leave it is; `null`: one's own. */
  readonly name: string | null
}

/** Day by day: who sits now instead. */
export function LeaveDone({ answer, name }: LeaveDoneProps) {
  const { passed } = answer
  const hasHole = passed.some(({ to }) => to === null)
  return (
    <Page
      title='请假'
      footer={
        <Button look='primary' isMain onPress={goBack}>
          知道了
        </Button>
      }
    >
      <Card title={name === null ? '假请好了' : `${name}的假请好了`}>
        {passed.length === 0 && <View className={styles.note}>这几天本来没有班，往后也不会排上。</View>}
        {passed.map(({ on, villageName, seat, to }) => (
          <ListRow
            key={`${on}-${villageName}-${seat}`}
            title={dayTitle(on)}
            note={`${villageName} · ${SEAT_NAMES[seat]}`}
            end={to === null ? <Tag tone='late'>没人接</Tag> : <Tag tone='ok'>{`${personWords(to)}接`}</Tag>}
          />
        ))}
        {hasHole && <View className={styles.note}>没人接的那天，已经告诉书记、主任和街道，请他们补上人。</View>}
      </Card>
    </Page>
  )
}
