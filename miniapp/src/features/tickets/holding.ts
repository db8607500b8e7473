import { formatLength, formatNear, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { SEAT_NAMES } from '@huiying/shared/roster'
import type { HeldView, TicketView, TimelineStep } from '@huiying/shared/tickets'
import type { TrackStep } from '@/ui/track'
import { moveNote, moveWords } from './way-words'
import { personWords } from './words'

/** Who is to answer at this minute; `null` once somebody has, or where nobody of the village is named. */
export function holderWords({ heldBy, respondedAt, role }: TicketView): string | null {
  if (heldBy === null || respondedAt !== null) return null
  return `现在该 ${personWords(heldBy)} 回${role === 'reporter' ? '您' : ''}`
}

/** Of a matter that went from shift to shift for days, only the last few: the others stand in the list beneath. */
const WAYS_SHOWN = 3

export interface ReroutedStep {
  readonly at: EpochMs
  readonly step: TrackStep
}

/** Each time it went to somebody else, as a step of the track: who, why, and that the time runs on. */
export function reroutedSteps({ timeline, ways }: TicketView, now: EpochMs): readonly ReroutedStep[] {
  const moved = ways.moves.map((move): ReroutedStep => ({
    at: move.at,
    step: {
      key: `moved-${move.number}`, title: moveWords(move), state: 'done', note: moveNote(move, now),
    },
  }))
  const rerouted = timeline
    .filter(({ type }) => type === 'ticket.rerouted')
    .slice(-WAYS_SHOWN)
    .map((way): ReroutedStep => ({
      at: way.at,
      step: {
        key: `rerouted-${way.at}`,
        title: reroutedWords(way),
        state: 'done',
        note: `${formatNear(way.at, now)} · 回应的时间不变`,
      },
    }))
  return [...moved, ...rerouted].sort((one, other) => one.at - other.at)
}

/** "李国强请假，转给张桂芳" */
export function reroutedWords({ from, to, why }: TimelineStep): string {
  const before = from?.name ?? null
  const after = to?.name ?? null
  if (why === 'taken-over' && after !== null) return `${after}接了班，由${after}来回`
  const goes = after === null ? '还没人接，街道看得到' : `转给${after}`
  if (why === 'roster-changed' || why === undefined || before === null) return `值班的人换了，${goes}`
  return `${before}${REASONS[why]}，${goes}`
}

const REASONS = { 'hand-over': '交班', leave: '请假', swap: '换了班', absence: '没来接班', 'taken-over': '交班' } as const

/** One stretch of the list: whom it was with, as what, and how long. */
export function heldWords(stretch: HeldView): { readonly who: string; readonly length: string } {
  const { person, seat, minutes, unit } = stretch
  const as = seat === null ? '没人值班，先接着' : SEAT_NAMES[seat]
  const there = unit === undefined ? '' : `${unit.name} `
  const nobody = unit === undefined || unit.kind === 'village' ? `${there}没有人接` : unit.name
  // Whoever serves there is called by it already.
  const whose = person?.unitName === unit?.name ? '' : there
  return {
    who: person === null ? nobody : `${whose}${personWords(person)} · ${as}`,
    length: minutes === 0 ? '不到 1 分钟' : formatLength(minutes * MINUTE_MS),
  }
}

/** Worth a list where it went from one to another, or where the answer came late. */
export function showsHeld({ held, role, responseMissed }: TicketView): boolean {
  return role !== 'neighbour' && (held.length > 1 || (responseMissed && held.length > 0))
}
