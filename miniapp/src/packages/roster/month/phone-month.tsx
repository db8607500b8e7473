import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf } from '@huiying/shared/kernel'
import { VILLAGE_MARK_NAMES } from '@huiying/shared/roster'
import { serverNow } from '@/platform/clock'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { Toggle } from '@/ui/toggle'
import { AddVisitSheet } from './add-visit-sheet'
import { DayList } from './day-list'
import { DayRow } from './day-row'
import { candidatesFor, countDuty, dutyWords, holesOf, mayEdit } from './month-model'
import styles from './month.module.scss'
import { isTroubled, villagesFound } from './troubled'
import type { MonthViewParts } from './view-props'
import { VillageSearch } from './village-search'

/** One village at a time, day under day: what fits a hand, and what WeChat can carry. */
export function PhoneMonth(parts: MonthViewParts) {
  const { desk, model, rights, firstVillageId, onlyTroubled, onOnlyTroubled, onOpen } = parts
  const { villages, days } = model.answer
  const [villageId, setVillageId] = useState(firstVillageId ?? null)
  const [isPicking, setIsPicking] = useState(false)
  const [addsOn, setAddsOn] = useState<number | null>(null)
  const counts = useMemo(() => countDuty(model), [model])
  const found = villagesFound(model, '', onlyTroubled)
  const asked = villages.findIndex(({ village }) => village.id === villageId)
  const village = asked >= 0 && found.includes(asked) ? asked : (found[0] ?? -1)
  const chosen = villages[village]
  const today = chinaDateOf(serverNow())
  const mayAdd = mayEdit(model, { village, seat: 'leader' }, rights.maySetVisits)
  const holes = chosen === undefined ? 0 : holesOf(model, village)
  const firstAhead = days.findIndex(({ on }) => on >= today)
  const next = found[found.indexOf(village) + 1]
  return (
    <>
      {villages.length > 1 && (
        <Card>
          <ListRow
            icon='house'
            title={chosen?.village.name ?? '没有这样的村'}
            note={chosen === undefined ? '' : villageNote(holes, chosen.marks.map((mark) => VILLAGE_MARK_NAMES[mark]))}
            onPress={() => setIsPicking(true)}
          />
          <Toggle
            title='只看有问题的村'
            isOn={onlyTroubled}
            stateWords={['是', '不是']}
            onChange={onOnlyTroubled}
          />
        </Card>
      )}
      {chosen === undefined ? (
        <View className={styles.say}>每个村都排好了，没有空着的班。</View>
      ) : (
        <>
          <DayList key={village} days={days.length} firstAhead={firstAhead}>
            {(day) => (
              <DayRow
                key={day}
                model={model}
                village={village}
                day={day}
                isToday={days[day]?.on === today}
                news={desk.news}
                {...(mayAdd ? { onAdd: () => setAddsOn(day) } : {})}
                onOpen={onOpen}
              />
            )}
          </DayList>
          <View className={styles.undo}>
            {desk.canUndo && <Button icon='undo-2' onPress={desk.undo}>退回上一步</Button>}
          </View>
          <Card title='这个月各人几天'>
            {candidatesFor(model, village, 'member').map((person) => (
              <ListRow key={person} title={model.people[person]?.name ?? ''} note={dutyWords(counts.get(person))} />
            ))}
          </Card>
          <View>
            {next !== undefined && (
              <Button icon='chevron-right' onPress={() => setVillageId(villages[next]?.village.id ?? null)}>
                {`下一个：${villages[next]?.village.name ?? ''}`}
              </Button>
            )}
          </View>
        </>
      )}
      <View>
        <Sheet isOpen={isPicking} title='看哪个村' onClose={() => setIsPicking(false)}>
          <VillageSearch villages={found.flatMap((index) => villages[index] ?? [])}>
            {(one) => (
              <ListRow
                key={one.village.id}
                title={one.village.name}
                {...(isTroubled(model, villages.indexOf(one)) ? { note: '有空着的班' } : {})}
                onPress={() => {
                  setVillageId(one.village.id)
                  setIsPicking(false)
                }}
              />
            )}
          </VillageSearch>
        </Sheet>
        <AddVisitSheet model={model} village={village} day={addsOn} onOpen={onOpen} onClose={() => setAddsOn(null)} />
      </View>
    </>
  )
}

function villageNote(holes: number, marks: readonly string[]): string {
  const parts = [holes > 0 ? `${holes} 个班没有人` : '', marks.join('、'), '点这里换一个村']
  return parts.filter((part) => part !== '').join(' · ')
}
