import type { CalendarDate, EpochMs } from '../kernel'
import type { PostKind } from '../identity'
import type { UnitKind } from '../villages'
import type { Place } from '../tables'

/** A row that was read without fault, with the place it came from. */
interface Entry {
  readonly row: number
  readonly place: Place
}

export interface UnitEntry extends Entry {
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly parentCode: string | null
}

/** From 人员 or 居民; who is in both is here once, as 人员 has him. */
export interface PersonEntry extends Entry {
  readonly sheet: string
  readonly code: string
  readonly name: string
  readonly phone: string | null
}

/** From 职务. A resident's post has no days in a list: it holds from the import on. */
export interface PostEntry extends Entry {
  readonly personCode: string
  /** The name beside the code, to be compared; `null` where none is written. */
  readonly writtenName: string | null
  readonly kind: Exclude<PostKind, 'resident'>
  readonly unitCode: string
  readonly charge: string | null
  /** First day, inclusive; `fromAt` is its first instant. */
  readonly fromOn: CalendarDate
  /** Last day, inclusive; `null`: no end yet. */
  readonly toOn: CalendarDate | null
  readonly fromAt: EpochMs
  /** The first instant after the last day. */
  readonly toAt: EpochMs | null
}

export interface ResidentEntry extends Entry {
  /** Empty only while faults are being gathered: the row's own code was one. */
  readonly personCode: string
  readonly villageCode: string
  readonly groupCode: string | null
}

/** A sub-district's lists, whole and sound in themselves. */
export interface Lists {
  readonly units: readonly UnitEntry[]
  readonly people: readonly PersonEntry[]
  readonly posts: readonly PostEntry[]
  readonly residents: readonly ResidentEntry[]
}
