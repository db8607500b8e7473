import { memo } from 'react'
import type { CalendarDay } from '@huiying/shared/calendar'
import type { PersonTag } from '@huiying/shared/identity'
import { CELL_FLAGS, SEAT_NAMES, type Seat } from '@huiying/shared/roster'
import { dayMark } from '../day-mark'
import { markWords } from '../day-row'
import { HOLE, type SeatCell, type SeatRow } from '../month-model'
import { dayWords } from '../month-news'
import styles from './desk.module.scss'

export interface GridLineProps {
  readonly row: number
  readonly seat: Seat
  readonly span: number
  readonly villageName: string
  readonly villageNote: string
  readonly cells: SeatRow
  readonly days: readonly CalendarDay[]
  readonly people: readonly PersonTag[]
  /** The day that has the keyboard, -1: none of this line. */
  readonly focusedDay: number
  /** Days that others have just changed, as "3,17": a string, because equal ones compare as equal. */
  readonly newsDays: string
  readonly mayEdit: boolean
  readonly today: string
}

/**
 * One line of the grid. Drawn anew only when something of its own changes; plain elements, because two thousand of the
 * framework's custom elements take seconds where these take a blink, and because a grid is a table to a screen reader.
 */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { row, seat, span, villageName, villageNote, cells, days, people, focusedDay, newsDays, mayEdit, today } = props
  const news = new Set(newsDays.split(','))
  return (
    <tr role='row' className={span > 0 ? styles.firstLine : ''}>
      {span > 0 && (
        <th role='rowheader' scope='rowgroup' rowSpan={span} className={styles.village}>
          <div>{villageName}</div>
          {villageNote !== '' && <div className={styles.villageNote}>{villageNote}</div>}
        </th>
      )}
      <th role='rowheader' scope='row' className={styles.seat}>{SEAT_WORDS[seat]}</th>
      {cells.map((cell, day) => {
        const date = days[day]
        if (date === undefined) return null
        const isNews = news.has(String(day))
        const name = cell === null ? '' : cell.person === HOLE ? '没人' : (people[cell.person]?.name ?? '')
        return (
          <td
            key={date.on}
            role='gridcell'
            data-cell={`${row}:${day}`}
            tabIndex={day === focusedDay ? 0 : -1}
            aria-selected={day === focusedDay}
            aria-readonly={!mayEdit}
            aria-label={[
              villageName, dayWords(date.on), dayMark(date).word, `${SEAT_NAMES[seat]}，${labelOf(cell, name, isNews)}`,
            ].join(' ')}
            title={name.length > 3 ? name : undefined}
            className={classOf(cell, date, {
              isNews, isFocused: day === focusedDay, isToday: date.on === today, isPast: date.on < today,
            })}
          >
            {name}
          </td>
        )
      })}
    </tr>
  )
})

/** As short as a line's heading. */
const SEAT_WORDS: Readonly<Record<Seat, string>> = { lead: '带班', member: '值班', stationed: '包村', leader: '领导' }

function labelOf(cell: SeatCell | null, name: string, isNews: boolean): string {
  if (cell === null) return '不排人'
  const mark = markWords(cell, isNews)
  return mark === '' ? name : `${name}，${mark}`
}

interface CellState {
  readonly isNews: boolean
  readonly isFocused: boolean
  readonly isToday: boolean
  readonly isPast: boolean
}

function classOf(cell: SeatCell | null, date: CalendarDay, { isNews, isFocused, isToday, isPast }: CellState): string {
  const classes = [styles.cell]
  if (date.kind !== 'working-day') classes.push(styles.off)
  if (isPast) classes.push(styles.past)
  if (isToday) classes.push(styles.todayCell)
  if (cell?.person === HOLE) classes.push(styles.hole)
  if (cell !== null && (cell.flags & CELL_FLAGS.changedAfterPublishing) > 0) classes.push(styles.changed)
  if (cell !== null && (cell.flags & CELL_FLAGS.absent) > 0) classes.push(styles.absent)
  if (isNews) classes.push(styles.news)
  if (isFocused) classes.push(styles.focused)
  return classes.join(' ')
}
