import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { CalendarDay } from '@huiying/shared/calendar'
import type { CalendarDate } from '@huiying/shared/kernel'
import { cellKey, SEATS, type RosterChangeRow } from '@huiying/shared/roster'
import { weekdayWords } from '@/features/roster/words'
import { dayMark } from '../day-mark'
import { applyKey, type GridFocus, type KeyAct } from '../grid-keys'
import { cellOf, holesOf, mayEdit, type MonthModel } from '../month-model'
import type { MonthRights } from '../rights'
import styles from './desk.module.scss'
import { GridLine } from './grid-line'
import { shapeOf, type GridLine as Line } from './grid-lines'
import { cellUnder } from './use-grid-drag'

export interface MonthGridProps {
  readonly model: MonthModel
  readonly lines: readonly Line[]
  readonly today: CalendarDate
  readonly focus: GridFocus
  readonly news: ReadonlyMap<string, RosterChangeRow>
  readonly rights: MonthRights
  readonly onFocus: (focus: GridFocus) => void
  readonly onAct: (act: KeyAct) => void
}

const DRAWN_AFTER_MS = 50

/** The month as a table: village under village, day beside day. Keys: `grid-keys`; the mouse: `use-grid-drag`. */
export function MonthGrid({ model, lines, today, focus, news, rights, onFocus, onAct }: MonthGridProps) {
  const { answer, rows, people } = model
  const table = useRef<HTMLTableElement | null>(null)
  const mustFollow = useRef(false)

  // The browser's own focus goes along, so that the screen reader reads the cell, and the keys go on working after the
  // mouse has dropped somebody.
  useEffect(() => {
    const isHere = table.current?.closest('[data-desk]')?.contains(document.activeElement) === true
    if (!mustFollow.current && !isHere) return
    mustFollow.current = false
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${focus.row}:${focus.day}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focus])

  // A month that runs opens at its today, with the week before in sight. The framework's tags around it move what they
  // hold while they draw themselves for the first time, and what is moved is scrolled back to its start.
  useEffect(() => {
    const timer = setTimeout(() => {
      const head = table.current?.querySelector<HTMLElement>('[data-today]')
      const frame = table.current?.parentElement
      if (head == null || frame == null) return
      frame.scrollLeft = Math.max(0, head.offsetLeft - frame.clientWidth / 2)
    }, DRAWN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const moveTo = (next: GridFocus) => {
    mustFollow.current = true
    onFocus(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = applyKey(focus, { key: event.key, isCtrl: event.ctrlKey || event.metaKey }, shapeOf(lines, model))
    if (act.kind === 'none') return
    event.preventDefault()
    if (act.kind === 'move') moveTo(act.to)
    else onAct(act)
  }
  const onClick = (event: MouseEvent) => {
    const cell = cellUnder(event.target)
    if (cell !== null) moveTo(cell)
    // A finger has no keys and drags nothing here: it opens the choice at once.
    if (cell !== null && isFinger(event.nativeEvent)) onAct({ kind: 'open' })
  }
  return (
    <table
      ref={table}
      role='grid'
      aria-label='排班表。方向键移动，回车选人，数字键选第几个人，删除键空着，Ctrl 加 Z 退回。'
      aria-rowcount={lines.length}
      aria-colcount={answer.days.length}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => cellUnder(event.target) !== null && onAct({ kind: 'open' })}
    >
      <thead>
        <tr role='row'>
          <th role='columnheader' scope='col' colSpan={2} className={styles.corner}>村</th>
          {answer.days.map((date) => (
            <DayHead key={date.on} date={date} isToday={date.on === today} />
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ village, seat, span }, row) => (
          <GridLine
            key={`${village}${seat}`}
            row={row}
            seat={seat}
            span={span}
            villageName={answer.villages[village]?.village.name ?? ''}
            villageNote={span > 0 ? noteOf(model, village) : ''}
            cells={rows[village]?.[SEATS.indexOf(seat)] ?? []}
            days={answer.days}
            people={people}
            focusedDay={focus.row === row ? focus.day : -1}
            newsDays={news.size === 0 ? '' : newsDaysOf(model, news, { village, seat })}
            mayEdit={mayEdit(model, { village, seat }, rights.maySetVisits)}
            today={today}
          />
        ))}
      </tbody>
    </table>
  )
}

function DayHead({ date, isToday }: { readonly date: CalendarDay; readonly isToday: boolean }) {
  const { isOff, word, short } = dayMark(date)
  return (
    <th
      role='columnheader'
      scope='col'
      aria-label={`${Number(date.on.slice(8))}日 ${word}${isToday ? ' 今天' : ''}`}
      title={date.name ?? undefined}
      {...(isToday ? { 'data-today': true } : {})}
      className={`${styles.dayHead} ${isOff ? styles.off : ''} ${isToday ? styles.todayHead : ''} ${short === '班' ? styles.makeUp : ''}`}
    >
      <div className={styles.dayNumber}>{Number(date.on.slice(8))}</div>
      <div>{isToday ? '今天' : weekdayWords(date.on).slice(1)}</div>
      <div className={styles.dayShort}>{short}</div>
    </th>
  )
}

function noteOf(model: MonthModel, village: number): string {
  const holes = holesOf(model, village)
  if (holes > 0) return `空 ${holes} 个`
  return (model.answer.villages[village]?.marks.length ?? 0) > 0 ? '重点村' : ''
}

function newsDaysOf(model: MonthModel, news: ReadonlyMap<string, RosterChangeRow>, line: Pick<Line, 'village' | 'seat'>): string {
  return model.answer.days
    .flatMap((_date, day) => (news.has(cellKey(cellOf(model, { ...line, day }))) ? [day] : []))
    .join(',')
}

function isFinger(event: globalThis.MouseEvent): boolean {
  return (event as PointerEvent).pointerType === 'touch'
}
