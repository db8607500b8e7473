import type { EpochMs } from '@huiying/shared/kernel'
import { code, id, instant } from '../database/column'
import { defineTable } from '../database/table'

/** An instant at which a state wants to be looked at again. */
export interface TimerSpec {
  /** `room.what`: the room's handler fires it, e.g. "ticket.response-overdue" */
  readonly kind: string
  readonly dueAt: EpochMs
}

export interface Timer extends TimerSpec {
  readonly id: string
  readonly subjectId: string
}

/** Holds only what is still to fire, clustered by when, so that a scan reads what is due and nothing else. */
export const timersTable = defineTable<Timer>({
  name: 'timers',
  columns: { dueAt: instant(), id: code(96), kind: code(64), subjectId: id() },
  primaryKey: ['dueAt', 'id'],
})

export interface ParkedTimer extends Timer {
  readonly parkedAt: EpochMs
  /** error code or class, never a message: it may carry contents */
  readonly fault: string
}

/** Timers that failed to fire: for a person to look at. */
export const parkedTimersTable = defineTable<ParkedTimer>({
  name: 'parked_timers',
  columns: { dueAt: instant(), id: code(96), kind: code(64), subjectId: id(), parkedAt: instant(), fault: code(64) },
  primaryKey: ['dueAt', 'id'],
})

export function timerOf(subjectId: string, spec: TimerSpec): Timer {
  return { dueAt: spec.dueAt, id: `${subjectId}:${spec.kind}`, kind: spec.kind, subjectId }
}
