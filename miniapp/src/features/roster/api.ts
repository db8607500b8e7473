import type { CalendarAnswer, CalendarYearBody } from '@huiying/shared/calendar'
import type { CalendarDate } from '@huiying/shared/kernel'
import type {
  BookAnswer, BookBody, ChangeCellsAnswer, ChangeCellsBody, DaySheetAnswer, GenerateBody, HandOverNoteBody, LeaveAnswer,
  LeaveBody, MarksAnswer, MarksBody, Month, MyDutyAnswer, PartnersAnswer, PublishBody, RosterChangesAnswer,
  RosterMonthAnswer, RosterOrderBody, RosterPolicyAnswer, RosterPolicyBody, RosterWeekAnswer, ServiceCentreBody,
  ServiceCentresAnswer, SittingAnswer, SwapAnswerBody, SwapBody, TakeOverBody,
} from '@huiying/shared/roster'
import { get, post, put } from '@/platform/request'

// All of these throw ApiError.

// What the village sees.

export function fetchSitting(villageId: string): Promise<SittingAnswer> {
  return get(`/api/villages/${villageId}/sitting`)
}

// A cadre's own duty.

export function fetchMyDuty(): Promise<MyDutyAnswer> {
  return get('/api/roster/mine')
}

export function takeOver(slotId: string, place: TakeOverBody = {}): Promise<MyDutyAnswer> {
  return post(`/api/roster/slots/${slotId}/take-over`, place)
}

/** For whoever sits next. `key`: made once for these words, so that they stand there once however often one tries. */
export function leaveNote(slotId: string, text: string, key: string): Promise<MyDutyAnswer> {
  const body: HandOverNoteBody = { text }
  return post(`/api/roster/slots/${slotId}/notes`, body, key)
}

export function enterLeave(body: LeaveBody): Promise<LeaveAnswer> {
  return post('/api/roster/leaves', body)
}

export function cancelLeave(leaveId: string): Promise<MyDutyAnswer> {
  return post(`/api/roster/leaves/${leaveId}/cancellation`)
}

export function fetchPartners(slotId: string): Promise<PartnersAnswer> {
  return get(`/api/roster/slots/${slotId}/partners`)
}

export function askForSwap(body: SwapBody): Promise<MyDutyAnswer> {
  return post('/api/roster/swaps', body)
}

export function answerSwap(swapId: string, accept: boolean): Promise<MyDutyAnswer> {
  const body: SwapAnswerBody = { accept }
  return post(`/api/roster/swaps/${swapId}/answer`, body)
}

export function withdrawSwap(swapId: string): Promise<MyDutyAnswer> {
  return post(`/api/roster/swaps/${swapId}/withdrawal`)
}

// The village's book and the day sheet.

export function fetchBook(villageId: string, month: Month): Promise<BookAnswer> {
  return get(`/api/villages/${villageId}/book`, { month })
}

/** `key`: made once for this entry. */
export function writeBook(villageId: string, body: BookBody, key: string): Promise<BookAnswer> {
  return post(`/api/villages/${villageId}/book`, body, key)
}

/** `personId` left out: one's own. */
export function fetchDaySheet(villageId: string, on: CalendarDate, personId?: string): Promise<DaySheetAnswer> {
  return get(`/api/villages/${villageId}/day-sheet`, { on, personId })
}

// The month of a sub-district, or of one village.

/** `villageId` left out: all villages of the viewer's sub-district. */
export function fetchMonth(month: Month, villageId?: string): Promise<RosterMonthAnswer> {
  return get(`/api/roster/months/${month}`, { villageId })
}

export function generateMonth(month: Month, body: GenerateBody = {}): Promise<RosterMonthAnswer> {
  return post(`/api/roster/months/${month}/generation`, body)
}

export function publishMonth(month: Month, body: PublishBody): Promise<RosterMonthAnswer> {
  return post(`/api/roster/months/${month}/publication`, body)
}

/** All of the changes or none. */
export function changeCells(month: Month, changes: ChangeCellsBody['changes']): Promise<ChangeCellsAnswer> {
  const body: ChangeCellsBody = { changes }
  return post(`/api/roster/months/${month}/changes`, body)
}

export function fetchChanges(month: Month, since: number, villageId?: string): Promise<RosterChangesAnswer> {
  return get(`/api/roster/months/${month}/changes`, { since, villageId })
}

export function setMarks(villageId: string, marks: MarksBody['marks']): Promise<MarksAnswer> {
  const body: MarksBody = { marks }
  return put(`/api/villages/${villageId}/marks`, body)
}

// What the sub-district watches and rules.

/** `from`: any day of the week; left out: the running one. */
export function fetchWeek(from?: CalendarDate): Promise<RosterWeekAnswer> {
  return get('/api/roster/week', { from })
}

export function issueOrder(body: RosterOrderBody): Promise<RosterWeekAnswer> {
  return post('/api/roster/orders', body)
}

export function fetchRosterPolicy(): Promise<RosterPolicyAnswer> {
  return get('/api/roster/policy')
}

export function setRosterPolicy(terms: RosterPolicyBody['terms']): Promise<RosterPolicyAnswer> {
  const body: RosterPolicyBody = { terms }
  return put('/api/roster/policy', body)
}

/** Of which villages it is known where their service centre stands; staff and a village's leads. */
export function fetchServiceCentres(): Promise<ServiceCentresAnswer> {
  return get('/api/roster/centres')
}

/** `null`: none any more. */
export function setServiceCentre(
  villageId: string,
  point: { readonly latitude: number; readonly longitude: number } | null,
): Promise<ServiceCentresAnswer> {
  const body: ServiceCentreBody = point ?? { latitude: null }
  return put(`/api/villages/${villageId}/service-centre`, body)
}

export function fetchCalendar(): Promise<CalendarAnswer> {
  return get('/api/calendar')
}

export function setCalendarYear(year: number, body: CalendarYearBody): Promise<CalendarAnswer> {
  return put(`/api/calendar/${year}`, body)
}
