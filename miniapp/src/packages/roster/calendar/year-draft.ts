import { checkCalendarYear, type CalendarYear } from '@huiying/shared/calendar'
import { DomainError, isCalendarDate, type CalendarDate } from '@huiying/shared/kernel'

/** A year as it is being written: days as typed, "10.1" or "10月1日" or "1001", the year being known. */
export interface YearDraft {
  readonly year: number
  readonly source: string
  readonly holidays: readonly HolidayDraft[]
  readonly makeUpDays: readonly string[]
}
export interface HolidayDraft {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** What is wrong, at its field: "source", "holidays", "holiday 2", "makeUpDays", "makeUpDay 0". */
export type YearFaults = Readonly<Record<string, string>>

export type ReadYear = { readonly year: CalendarYear } | { readonly faults: YearFaults }

/** The seven that every announcement names, in the order of the year. */
const NAMES = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const

export function emptyDraft(year: number): YearDraft {
  return {
    year,
    source: `国务院办公厅关于${year}年部分节假日安排的通知`,
    holidays: NAMES.map((name) => ({ name, from: '', to: '' })),
    makeUpDays: [''],
  }
}

export function draftOf({ year, source, holidays, makeUpDays }: CalendarYear): YearDraft {
  return {
    year, source,
    holidays: holidays.map(({ name, fromOn, toOn }) => ({ name, from: typed(fromOn), to: typed(toOn) })),
    makeUpDays: makeUpDays.map(typed),
  }
}

/** The year that was meant, or every field that cannot be read; then the rules of the calendar, whose fault is one. */
export function readDraft({ year, source, holidays, makeUpDays }: YearDraft): ReadYear {
  const faults: Record<string, string> = {}
  const day = (text: string, at: string): CalendarDate => {
    const on = dayIn(year, text)
    if (on === null) faults[at] = `“${text}”看不出是哪一天，请写成 10.1 或 10月1日`
    return on ?? ''
  }
  const read: CalendarYear = {
    year,
    source: source.trim(),
    // A holiday that moved into another's days leaves its line empty.
    holidays: holidays.flatMap(({ name, from, to }, index) =>
      name.trim() === '' || (from.trim() === '' && to.trim() === '') ? [] : [{
        name: name.trim(),
        fromOn: day(from.trim() === '' ? to : from, `holiday ${index}`),
        toOn: day(to.trim() === '' ? from : to, `holiday ${index}`),
      }]),
    makeUpDays: makeUpDays.flatMap((text, index) => (text.trim() === '' ? [] : [day(text, `makeUpDay ${index}`)])),
  }
  if (Object.keys(faults).length > 0) return { faults }
  try {
    checkCalendarYear(read)
    return { year: read }
  } catch (error) {
    if (error instanceof DomainError) return { faults: faultsOf({ year, source, holidays, makeUpDays }, error.details) }
    throw error
  }
}

/** Where the rules, here or on the server, say that something is wrong, in words that tell what to do. */
export function faultsOf(draft: YearDraft, details: Readonly<Record<string, unknown>>): YearFaults {
  const { field, on } = details
  const isThere = (text: string) => typeof on === 'string' && dayIn(draft.year, text) === on
  if (field === 'source') return { source: '请写明这是哪个文件定的，200 字以内' }
  if (field === 'makeUpDays') {
    const index = draft.makeUpDays.findIndex(isThere)
    return { [index < 0 ? 'makeUpDays' : `makeUpDay ${index}`]: '调休上班的日子要是周六或周日，不能又放假，也不能写两遍' }
  }
  const index = draft.holidays.findIndex(({ from, to }) => isThere(from) || isThere(to))
  if (field === 'holidays' && index < 0) return { holidays: '至少写一个节日从哪天放到哪天' }
  return { [index < 0 ? 'holidays' : `holiday ${index}`]: '请对照通知看看：先写开始，后写结束，两个节日不能重在一天' }
}

/** A day of the year; as far as months and days go also one that the year has not, which the rules then refuse. */
export function dayIn(year: number, text: string): CalendarDate | null {
  const match = /^(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?$/.exec(text.trim()) ?? /^()(\d{2})(\d{2})$/.exec(text.trim())
  if (match === null) return null
  const [, ownYear, month = '', day = ''] = match
  const on = `${ownYear === undefined || ownYear === '' ? year : ownYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(on) ? on : null
}

function typed(on: CalendarDate): string {
  const [, month, day] = on.split('-').map(Number)
  return `${month}月${day}日`
}
