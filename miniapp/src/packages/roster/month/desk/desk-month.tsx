import { useEffect, useMemo, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { chinaDateOf } from '@huiying/shared/kernel'
import { serverNow } from '@/platform/clock'
import { Button } from '@/ui/button'
import { Line } from '@/ui/field'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/toggle'
import { assign, clear, exchange, fits } from '../cell-edits'
import type { GridFocus, KeyAct } from '../grid-keys'
import { busyOn, candidatesFor, countDuty, mayEdit, personIdAt, type Spot } from '../month-model'
import { villagesFound } from '../troubled'
import type { MonthViewParts } from '../view-props'
import { PAGE_SIZE } from '../village-search'
import { CandidateStrip } from './candidate-strip'
import styles from './desk.module.scss'
import { firstHole, linesOf, spotAt } from './grid-lines'
import { MonthGrid } from './month-grid'
import { useGridDrag, type Dragged } from './use-grid-drag'

/** The month on a wide screen: twenty villages at a time, with mouse and keyboard. In browsers only. */
export function DeskMonth(parts: MonthViewParts) {
  const { desk, model, rights, firstVillageId, onlyTroubled, onOnlyTroubled, onSave, onOpen } = parts
  const { villages, editable } = model.answer
  const mayChange = editable.length > 0
  const [query, setQuery] = useState(
    () => villages.find(({ village }) => village.id === firstVillageId)?.village.name ?? '')
  const [page, setPage] = useState(0)
  const today = chinaDateOf(serverNow())
  const [focus, setFocus] = useState<GridFocus>(
    () => ({ row: 0, day: Math.max(0, model.answer.days.findIndex(({ on }) => on === today)) }))

  const found = useMemo(() => villagesFound(model, query, onlyTroubled), [model, query, onlyTroubled])
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const here = Math.min(page, pages - 1)
  const lines = useMemo(
    () => linesOf(model, found.slice(here * PAGE_SIZE, (here + 1) * PAGE_SIZE)), [model, found, here])
  const counts = useMemo(() => countDuty(model), [model])
  // Other villages than before: to the first of them, or to what is to be filled first.
  useEffect(() => {
    const hole = onlyTroubled ? firstHole(latest.current.model, latest.current.lines) : null
    setFocus((before) => hole ?? { row: 0, day: before.day })
  }, [query, onlyTroubled, here])
  const spot = spotAt(lines, focus)
  const latest = useRef({ model, lines })
  latest.current = { model, lines }

  const edits = (at: Spot | null): at is Spot => at !== null && mayEdit(model, at, rights.maySetVisits)
  const choose = (index: number) => {
    const person = spot === null ? undefined : candidatesFor(model, spot.village, spot.seat)[index]
    if (!edits(spot) || person === undefined) return
    if (isShut(spot)) return toast('休息日不设带班')
    if (busyOn(model, spot).has(person)) return toast(`${model.people[person]?.name ?? ''}那天已经有班，可以把两格拖着对换`)
    onSave(assign(model, spot, model.people[person]?.personId ?? null))
    // From the strip back to the cell, so that the arrows lead on from there.
    setFocus({ ...focus })
    return undefined
  }
  /** The server says no to it, too (roster.nobody-leads). */
  const isShut = (at: Spot) =>
    at.seat === 'lead' && model.answer.days[at.day]?.kind !== 'working-day' && personIdAt(model, at) === undefined
  const act = (key: KeyAct) => {
    if (key.kind === 'undo') return desk.undo() ? undefined : toast('没有可以退回的了')
    if (key.kind === 'save') return toast(desk.isSaving ? '正在存' : '每改一格，马上就存好了')
    if (!edits(spot)) return spot === null ? undefined : onOpen(spot)
    if (key.kind === 'choose') return choose(key.index)
    if (key.kind === 'clear') return onSave(clear(model, spot), true)
    if (key.kind === 'open') return isShut(spot) ? toast('休息日不设带班') : onOpen(spot)
    return undefined
  }
  const changesOf = (dragged: Dragged, target: GridFocus) => {
    const to = spotAt(lines, target)
    if (!edits(to)) return null
    if (dragged.kind === 'person') {
      const isWelcome = fits(model, dragged.person, to) && !isShut(to)
      return isWelcome ? assign(model, to, model.people[dragged.person]?.personId ?? null) : null
    }
    const from = spotAt(lines, dragged.at)
    return edits(from) ? exchange(model, from, to) : null
  }
  const drag = useGridDrag({
    mayDrop: (dragged, target) => changesOf(dragged, target) !== null,
    onDrop: (dragged, target) => {
      const changes = changesOf(dragged, target)
      if (changes === null) return toast('放不到这里：那个人不能坐这个班')
      setFocus(target)
      onSave(changes)
    },
  })

  return (
    <>
      <View className={styles.tools}>
        {villages.length > 1 && (
          <>
            <View className={styles.search}>
              <Line label='找一个村' value={query} placeholder='写村名找' maxLength={20} onChange={setQuery} />
            </View>
            <View className={styles.toggle}>
              <Toggle title='只看有问题的' isOn={onlyTroubled} stateWords={['是', '不是']} onChange={onOnlyTroubled} />
            </View>
          </>
        )}
        {pages > 1 && (
          <View className={styles.pages}>
            <Button isSnug isDisabled={here === 0} onPress={() => setPage(here - 1)}>上一页</Button>
            <Text className={styles.pageWords}>{`${found.length} 个村，第 ${here + 1} / ${pages} 页`}</Text>
            <Button isSnug isDisabled={here === pages - 1} onPress={() => setPage(here + 1)}>下一页</Button>
          </View>
        )}
        {mayChange && (
          <>
            <View className={styles.saved}>
              <Button icon='undo-2' isDisabled={!desk.canUndo} onPress={desk.undo}>退回上一步</Button>
            </View>
            <Text className={styles.saved}>{desk.isSaving ? '正在存' : '改一格存一格'}</Text>
          </>
        )}
      </View>
      {lines.length === 0 ? (
        <View className={styles.none}>{onlyTroubled ? '没有空着的班，都排好了。' : '没有找到这个村，换一个字试试。'}</View>
      ) : (
        <div data-desk onPointerDown={drag.onPointerDown}>
          {mayChange && (
            <CandidateStrip
              model={model}
              spot={spot}
              counts={counts}
              rights={rights}
              onChoose={choose}
              onClear={() => act({ kind: 'clear' })}
            />
          )}
          <div className={styles.frame}>
            <MonthGrid
              model={model}
              lines={lines}
              today={today}
              focus={focus}
              news={desk.news}
              rights={rights}
              onFocus={setFocus}
              onAct={act}
            />
          </div>
          <Legend mayChange={mayChange} />
        </div>
      )}
    </>
  )
}

function Legend({ mayChange }: { readonly mayChange: boolean }) {
  return (
    <div className={styles.legend}>
      <span><i className={`${styles.sample} ${styles.off}`} />休息日、放假</span>
      <span><i className={`${styles.sample} ${styles.hole}`} />没人</span>
      <span><i className={`${styles.sample} ${styles.changed}`} />公布后有变动</span>
      <span><i className={`${styles.sample} ${styles.absent}`}>人</i>没接班</span>
      <span><i className={`${styles.sample} ${styles.news}`} />刚被别人改了</span>
      <span>{mayChange ? '拖动换班 · 方向键走 · 回车选人 · 1–9 选第几个 · Delete 空着 · Ctrl+Z 退回' : '方向键走 · 回车看这一格'}</span>
    </div>
  )
}
