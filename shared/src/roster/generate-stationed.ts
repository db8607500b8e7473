import type { CalendarDate } from '../kernel'
import { seatHolders, type SeatHolder } from './availability'
import { mondayOf, weekdayOf } from './duty-days'
import type { Cell } from './duty-slot'
import type { GenerationVillage } from './generation'
import { groupedDays, type MonthPlan } from './month-plan'
import { assignWeekdays, type StationedPair } from './stationed-weekdays'

/** The month's days of one week, Monday to Sunday. */
type Week = readonly CalendarDate[]

interface Coming {
  readonly pair: StationedPair
  /** His fixed day of that week. */
  readonly fixedOn: CalendarDate
}

/** The stationed cadres' fixed days; a week whose fixed day lies in another month belongs to that month. */
export function planStationed(plan: MonthPlan): void {
  const weeks = weeksOf(plan.dutyDays.days.map(({ on }) => on))
  const pairs = assignWeekdays(plan, plan.input.villages.flatMap((village) => pairsOf(plan, village)))
  const byVillage = new Map<string, readonly StationedPair[]>()
  for (const pair of pairs) byVillage.set(pair.villageId, [...(byVillage.get(pair.villageId) ?? []), pair])
  for (const week of weeks) planWeek(plan, week, byVillage)
  for (const { villageId, posts } of plan.input.villages) {
    noteCadres(plan, villageId, rankedCadres(posts), weeks)
  }
}

function planWeek(plan: MonthPlan, week: Week, byVillage: ReadonlyMap<string, readonly StationedPair[]>): void {
  const coming = plan.input.villages.flatMap(({ villageId }) => {
    // Whoever took the week's day away wants none, or has set another.
    const isSet = week.some((on) => isSetByHand(plan, { villageId, on, seat: 'stationed' }))
    const one = isSet ? null : comingOf(plan, week, byVillage.get(villageId) ?? [])
    return one === null ? [] : [one]
  })
  const isPossible = ({ villageId, holder }: StationedPair, on: CalendarDate): boolean =>
    plan.dutyDays.kindOf(on) === 'working-day' && plan.isFree(holder, { villageId, on, seat: 'stationed' })
  const put = ({ villageId, holder }: StationedPair, on: CalendarDate): void =>
    plan.put({ villageId, on, seat: 'stationed', personId: holder.personId })

  const displaced = coming.filter(({ pair, fixedOn }) => !isPossible(pair, fixedOn))
  for (const one of coming) if (!displaced.includes(one)) put(one.pair, one.fixedOn)
  for (const { pair, fixedOn } of displaced) {
    const { villageId, holder: { personId } } = pair
    const other = nearestFirst(week, fixedOn).find((on) => isPossible(pair, on))
    if (other !== undefined) put(pair, other)
    const [code, on] = other === undefined ? ['stationed-not-this-week', fixedOn] as const : ['stationed-moved', other] as const
    plan.note(code, { villageId, seat: 'stationed', days: [on], personId })
  }
}

function isSetByHand(plan: MonthPlan, cell: Cell): boolean {
  return plan.cellAt(cell) !== undefined || plan.isTakenAway(cell)
}

/** Who of a village's cadres comes that week: in office on his fixed day, else on some day of the week at least. */
function comingOf(plan: MonthPlan, week: Week, pairs: readonly StationedPair[]): Coming | null {
  const withDay = pairs.flatMap((pair): readonly Coming[] => {
    const fixedOn = week.find((on) => weekdayOf(on) === pair.weekday)
    return fixedOn === undefined ? [] : [{ pair, fixedOn }]
  })
  const isInOffice = ({ pair }: Coming, on: CalendarDate): boolean =>
    plan.availability.isInOffice(pair.holder, 'stationed', on)
  return withDay.find((one) => isInOffice(one, one.fixedOn))
    ?? withDay.find((one) => week.some((on) => isInOffice(one, on)))
    ?? null
}

/** A village's cadres who are the first of it on some day: of two at the same time only one comes. */
function pairsOf(plan: MonthPlan, { villageId, posts }: GenerationVillage): readonly StationedPair[] {
  const ranked = rankedCadres(posts)
  const first = new Set(plan.dutyDays.days.map(({ on }) =>
    ranked.find((holder) => plan.availability.isInOffice(holder, 'stationed', on))))
  return ranked.filter((holder) => first.has(holder)).map((holder) => ({ villageId, holder, weekday: null }))
}

/** Who has been there longest comes first. */
function rankedCadres(posts: GenerationVillage['posts']): readonly SeatHolder[] {
  const since = (holder: SeatHolder): number => Math.min(...holder.posts.map(({ fromAt }) => fromAt))
  return [...seatHolders(posts, ['stationed-cadre'])].sort((one, other) => since(one) - since(other))
}

function noteCadres(plan: MonthPlan, villageId: string, cadres: readonly SeatHolder[], weeks: readonly Week[]): void {
  const { stationedWeekday } = plan.input.terms
  const days = weeks.flatMap((week) => week.filter((on) => weekdayOf(on) === stationedWeekday))
  const isServed = (on: CalendarDate): boolean => {
    const week = weeks.find((one) => one.includes(on)) ?? []
    return week.some((day) => cadres.some((holder) => plan.availability.isInOffice(holder, 'stationed', day))
      || plan.cellAt({ villageId, on: day, seat: 'stationed' }) !== undefined)
  }
  for (const group of groupedDays(days.filter((on) => !isServed(on)), days)) {
    plan.note('no-stationed-cadre', { villageId, seat: 'stationed', days: group })
  }
  for (const holder of cadres) {
    const isFirstOfSeveral = (on: CalendarDate): boolean => {
      const present = cadres.filter((one) => plan.availability.isInOffice(one, 'stationed', on))
      return present.length > 1 && present[0] === holder
    }
    for (const group of groupedDays(days.filter(isFirstOfSeveral), days)) {
      plan.note('several-stationed-cadres', { villageId, seat: 'stationed', days: group, personId: holder.personId })
    }
  }
}

function weeksOf(days: readonly CalendarDate[]): readonly Week[] {
  const weeks = new Map<CalendarDate, CalendarDate[]>()
  for (const on of days) {
    const monday = mondayOf(on)
    weeks.set(monday, [...(weeks.get(monday) ?? []), on])
  }
  return [...weeks.values()]
}

/** Of two days as near, the later: he comes after the holiday rather than before it. */
function nearestFirst(week: Week, fixedOn: CalendarDate): Week {
  const apart = (on: CalendarDate): number => weekdayOf(on) - weekdayOf(fixedOn)
  return [...week].sort((one, other) => Math.abs(apart(one)) - Math.abs(apart(other)) || apart(other) - apart(one))
}
