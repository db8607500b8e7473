import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf } from '@huiying/shared/kernel'
import { SEAT_NAMES, type CellChange } from '@huiying/shared/roster'
import { postShortTitle } from '@/features/tickets/words'
import { openLeave } from '@/features/roster/ways'
import { dayTitle } from '@/features/roster/words'
import { serverNow } from '@/platform/clock'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Sheet } from '@/ui/sheet'
import { assign, clear, exchange } from './cell-edits'
import {
  busyOn, candidatesFor, cellAt, cellOf, countDuty, dutyWords, HOLE, isVisitorSeat, mayEdit, personAt, type MonthModel,
  type Spot,
} from './month-model'
import styles from './month.module.scss'
import type { MonthRights } from './rights'
import { PAGE_SIZE } from './village-search'

export interface SeatSheetProps {
  readonly model: MonthModel
  /** `null`: closed. */
  readonly spot: Spot | null
  readonly rights: MonthRights
  readonly onSave: (changes: readonly CellChange[] | null) => void
  readonly onClose: () => void
}

/** Who is to sit here: everybody who may, with how often he sits this month; or nobody. */
export function SeatSheet({ model, spot, rights, onSave, onClose }: SeatSheetProps) {
  if (spot === null) return null
  const village = model.answer.villages[spot.village]?.village.name ?? ''
  const on = model.answer.days[spot.day]?.on ?? ''
  return (
    <Sheet isOpen title={`${dayTitle(on)} ${village} ${SEAT_NAMES[spot.seat]}`} onClose={onClose}>
      {mayEdit(model, spot, rights.maySetVisits) ? (
        <Candidates model={model} spot={spot} onSave={onSave} onClose={onClose} />
      ) : (
        <View className={styles.say}>{readOnlyWords(model, spot)}</View>
      )}
    </Sheet>
  )
}

function Candidates({ model, spot, onSave, onClose }: Omit<SeatSheetProps, 'rights' | 'spot'> & { readonly spot: Spot }) {
  const [isMoving, setIsMoving] = useState(false)
  const [shown, setShown] = useState(PAGE_SIZE)
  const counts = useMemo(() => countDuty(model), [model])
  const cell = cellAt(model, spot)
  const isVisit = isVisitorSeat(spot.seat)
  const busy = useMemo(() => busyOn(model, spot), [model, spot])
  const candidates = candidatesFor(model, spot.village, spot.seat)
  const free = candidates.filter((index) => !busy.has(index))
  const busyNames = candidates.flatMap((index) => (busy.has(index) ? [model.people[index]?.name ?? ''] : []))
  const options = [
    ...free.slice(0, shown).map((index) => {
      const { name, post, charge } = model.people[index] ?? { name: '', post: null, charge: null }
      return {
        value: index,
        words: post === null ? name : `${name} ${postShortTitle(post, charge)}`,
        note: dutyWords(counts.get(index)),
      }
    }),
    ...(isVisit ? [] : [{ value: HOLE, words: '空着', note: '村民来了会没人接' }]),
  ]
  const done = (changes: readonly CellChange[] | null) => {
    onSave(changes)
    onClose()
  }
  const pick = (index: number) => done(assign(model, spot, model.people[index]?.personId ?? null))
  const { villageId, on } = cellOf(model, spot)
  const sitting = personAt(model, spot)
  // A leader is in no village's directory, which the leave page picks from: he takes his leave himself.
  const mayTakeLeave = spot.seat !== 'leader' && on >= chinaDateOf(serverNow())
  const takeLeave = () => {
    onClose()
    if (sitting !== null) openLeave(on, { villageId, personId: sitting.personId })
  }
  if (isMoving) {
    return <OtherDays model={model} spot={spot} onPick={(day) => done(exchange(model, spot, { ...spot, day }))} />
  }
  return (
    <>
      {options.length === 0 && <View className={styles.say}>名册上没有能来的人。请先在名册上写上。</View>}
      <Choice label='谁来' layout='list' options={options} value={cell?.person ?? null} onChange={pick} />
      {free.length > shown && (
        <View className={styles.choiceButton}>
          <Button onPress={() => setShown(shown + PAGE_SIZE)}>{`还有 ${free.length - shown} 人`}</Button>
        </View>
      )}
      {busyNames.length > 0 && <View className={styles.small}>{busyWords(busyNames)}</View>}
      {sitting !== null && mayTakeLeave && (
        <View className={styles.choiceButton}>
          <Button icon='calendar-days' onPress={takeLeave}>{`${sitting.name}请假`}</Button>
        </View>
      )}
      {isVisit && cell !== null && (
        <>
          <View className={styles.choiceButton}>
            <Button icon='arrow-right-left' onPress={() => setIsMoving(true)}>换一天来</Button>
          </View>
          <View className={styles.choiceButton}>
            <Button look='danger' onPress={() => done(clear(model, spot))}>这天不来了</Button>
          </View>
        </>
      )}
    </>
  )
}

interface OtherDaysProps {
  readonly model: MonthModel
  readonly spot: Spot
  readonly onPick: (day: number) => void
}

/** Working days of the month on which nobody comes to that seat yet. */
function OtherDays({ model, spot, onPick }: OtherDaysProps) {
  const options = model.answer.days.flatMap(({ on, kind }, day) =>
    kind === 'working-day' && cellAt(model, { ...spot, day }) === null ? [{ value: day, words: dayTitle(on) }] : [])
  return <Choice label='换到哪天' options={options} value={null} onChange={onPick} />
}

// A sub-district has dozens of stationed cadres, and most of them are elsewhere that day.
const NAMED = 6

function busyWords(names: readonly string[]): string {
  const named = names.slice(0, NAMED).join('、')
  return `${named}${names.length > NAMED ? `等 ${names.length} 人` : ''}那天已经有班。`
}

function readOnlyWords(model: MonthModel, spot: Spot): string {
  const who = model.people[cellAt(model, spot)?.person ?? HOLE]?.name ?? '还没有人'
  return isVisitorSeat(spot.seat) ? `${who}。包村干部和领导哪天来，由街道排。` : `${who}。您只能看，不能改。`
}
