import { chinaClockFace, startOfChinaDay } from '../kernel'
import type { CalendarDay } from '../calendar'
import { cellKey } from '../roster'
import { baseOf } from './roster-base'
import { RosterNames } from './roster-names'
import type { CodedName, RosterRegister } from './roster-register'
import { ROSTER_SHEETS } from './roster-template'

/** Rows below the headings, by the name of the sheet: by village, then by day; only cells there are. */
export function rosterSheetRows(
  register: RosterRegister,
  days: readonly CalendarDay[],
): Readonly<Record<string, readonly (readonly string[])[]>> {
  const names = new RosterNames(register.people, register.posts)
  const standing = new Map(register.standing.map((cell) => [cellKey(cell), cell.personId]))
  const rowsOf = ({ seats }: (typeof ROSTER_SHEETS)[number]): readonly (readonly string[])[] =>
    register.villages.flatMap((village) => days.flatMap((day): readonly (readonly string[])[] => {
      const people = seats.map(({ seat }) => standing.get(cellKey({ villageId: village.id, on: day.on, seat })))
      if (people.every((personId) => personId === undefined)) return []
      const labels = people.map((personId, index) => {
        const seat = seats[index]?.seat
        return personId == null || seat === undefined ? '' : names.label(personId, seat, village.id)
      })
      const where = [day.on, weekdayName(day), villageLabel(village, register.villages)]
      return [[...where, ...labels, baseOf(day.on, village.id, people)]]
    }))
  return Object.fromEntries(ROSTER_SHEETS.map((sheet) => [sheet.name, rowsOf(sheet)]))
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** "周四 国庆节" */
function weekdayName({ on, name }: CalendarDay): string {
  return `${WEEKDAYS[chinaClockFace(startOfChinaDay(on)).weekday] ?? ''}${name === null ? '' : ` ${name}`}`
}

function villageLabel({ id, name, code }: CodedName, villages: readonly CodedName[]): string {
  return villages.some((other) => other.id !== id && other.name === name) ? `${name}（${code}）` : name
}
