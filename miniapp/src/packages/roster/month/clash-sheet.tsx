import { View } from '@tarojs/components'
import type { CellChange } from '@huiying/shared/roster'
import { serverNow } from '@/platform/clock'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { personAt, spotOf, type MonthModel } from './month-model'
import { cellWords, nameOrNobody, whoWords } from './month-news'
import styles from './month.module.scss'
import type { Clash, MonthDesk } from './use-edits'

/** Somebody was quicker. What one wanted stays on the screen until one has said which of the two it is to be. */
export function ClashSheet({ desk, model }: { readonly desk: MonthDesk; readonly model: MonthModel }) {
  const { clash, keepMine, takeTheirs } = desk
  if (clash === null) return null
  return (
    <Sheet isOpen title='这一格刚被别人改过' closeWords='用新的' onClose={takeTheirs}>
      {clash.wanted.map((change) => (
        <OneCell key={`${change.villageId}${change.on}${change.seat}`} change={change} clash={clash} model={model} />
      ))}
      <Button look='primary' isMain onPress={keepMine}>还是按我的改</Button>
    </Sheet>
  )
}

interface OneCellProps {
  readonly change: CellChange
  readonly clash: Clash
  readonly model: MonthModel
}

function OneCell({ change, clash, model }: OneCellProps) {
  const { villages } = model.answer
  const villageName = villages.find(({ village }) => village.id === change.villageId)?.village.name ?? ''
  const rival = clash.rivals.find(({ villageId, on, seat }) =>
    villageId === change.villageId && on === change.on && seat === change.seat)
  const spot = spotOf(model, change)
  const mine = model.people.find(({ personId }) => personId === change.personId) ?? null
  return (
    <View className={styles.clash}>
      <View className={styles.clashCell}>{cellWords(change, villageName)}</View>
      <View>现在是：{nameOrNobody(spot === null ? null : personAt(model, spot))}</View>
      {rival !== undefined && (
        <View className={styles.small}>
          {`${whoWords(rival, serverNow())}，原来是${nameOrNobody(rival.before)}`}
        </View>
      )}
      <View>您想改成：{change.personId === undefined ? '这天不来' : nameOrNobody(mine)}</View>
    </View>
  )
}
