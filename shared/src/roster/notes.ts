import type { CalendarDate } from '../kernel'
import type { Seat } from './duty-slot'

/** What the generator could not do, and why. Kept with the month; the sentence is made where it is shown. */
export type RosterNoteCode =
  /** Neither secretary nor director: the member sits alone. */
  | 'nobody-leads'
  /** There are leads, and on that day each is on leave or busy. */
  | 'leads-away'
  /** The village has no committee member at all; secretary and director sit in his place, in turn. */
  | 'no-members'
  /** Fewer than two can sit in turn on rest days: secretary and director share them, else one would sit every one. */
  | 'leads-share-rest-days'
  /** Somebody was needed, and everybody who may is on leave, busy or out of office. */
  | 'nobody-can-sit'
  | 'no-stationed-cadre'
  | 'several-stationed-cadres'
  /** His fixed day is a holiday or he is away: he comes on another day of that week. */
  | 'stationed-moved'
  | 'stationed-not-this-week'
  /** He has more villages than a week has working days. */
  | 'stationed-too-many-villages'
  /** No village is marked, so nobody is to be visited. */
  | 'no-marked-villages'
  /** The sub-district has no party secretary, or no mayor, on its list. */
  | 'no-chief'
  | 'chief-cannot-visit'
  | 'village-not-visited'

/** How much it matters: `hole` leaves a seat empty and is an alarm at publishing; `notice` is good to know. */
export type RosterNoteWeight = 'hole' | 'notice'

export interface RosterNote {
  readonly code: RosterNoteCode
  readonly weight: RosterNoteWeight
  /** `null`: about the whole sub-district. */
  readonly villageId: string | null
  readonly seat: Seat | null
  /** The days it is about, in order; empty: the whole month. */
  readonly days: readonly CalendarDate[]
  readonly personId: string | null
}

interface NoteNames {
  readonly villageName: string
  readonly personName: string
}

/** The note as a sentence: what, why, and what to do. Names as the reader knows them. */
export function rosterNoteWords(note: Pick<RosterNote, 'code' | 'days'>, { villageName, personName }: NoteNames): string {
  const days = daysWords(note.days)
  switch (note.code) {
    case 'nobody-leads':
      return `${villageName}${days}没有书记、主任带班，只有一名委员值班。请街道指定人。`
    case 'leads-away':
      return `${villageName}${days}书记、主任都不在，没人带班。请换人或另指定。`
    case 'no-members':
      return `${villageName}${days}没有委员可排，由书记、主任轮流值班。`
    case 'leads-share-rest-days':
      return `${villageName}能排的委员不到两名，休息日由书记、主任和委员一起轮。`
    case 'nobody-can-sit':
      return `${villageName}${days}没有人能值班：都请假了、有别的班，或者职务不在期内。请指定人。`
    case 'no-stationed-cadre':
      return `${villageName}${days}没有包村干部。请先在名册上写上。`
    case 'several-stationed-cadres':
      return `${villageName}有不止一名包村干部，只排了${personName}。每个村应当只有一名。`
    case 'stationed-moved':
      return `${personName}到${villageName}的日子改了：原来那天放假或不在，换到${days}。`
    case 'stationed-not-this-week':
      return `${personName}${days}那周来不了${villageName}：没有空的工作日。`
    case 'stationed-too-many-villages':
      return `${personName}包的村多于一周的工作日，${villageName}没有排上。请换人包村。`
    case 'no-marked-villages':
      return '没有标出要领导去坐班的村，书记、镇长（主任）这个月的坐班排不了。请先标出重点村。'
    case 'no-chief':
      return '名册上没有党（工）委书记或镇长（办事处主任），他们的坐班排不了。'
    case 'chief-cannot-visit':
      return `${personName}这个月没有能去坐班的工作日。`
    case 'village-not-visited':
      return `${villageName}是重点村，这个月没有领导能去坐班。`
  }
}

const DAYS_NAMED = 5

/** "9月5日、6日等 8 天" */
function daysWords(days: readonly CalendarDate[]): string {
  const [first] = days
  if (first === undefined) return '整个月'
  const named = days.slice(0, DAYS_NAMED).map((on, index) => {
    const [, month, day] = on.split('-').map(Number)
    return index === 0 || on.slice(0, 7) !== days[index - 1]?.slice(0, 7) ? `${month}月${day}日` : `${day}日`
  })
  return `${named.join('、')}${days.length > DAYS_NAMED ? `等 ${days.length} 天` : ''}`
}
