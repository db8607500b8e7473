import { assertNever, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type EpochMs } from '../kernel'
import type { CheckKind, ContentCheck, HeldWhy } from './content-check'
import type { Ticket } from './ticket'
import { AMONG_HANDLERS } from './ways-wire'
import { PART_WORD_KINDS } from './whistle'
import type { MessageView } from './wire'

/** So long the checker is asked again and again; then a person looks. Nothing is ever published unseen. */
export const VERDICT_WAIT_MS = DAY_MS
/** What WeChat promises for a picture or a recording. */
export const MEDIA_ANSWER_MS = 30 * MINUTE_MS
/** How often it is asked about the same one. */
export const MEDIA_ASKS = 2
const FIRST_PAUSE_MS = 10 * SECOND_MS
const LONGEST_PAUSE_MS = HOUR_MS

/** What of the talk is for those, too, who only live there: the answers. */
export function isForNeighbours({ side, kind }: Pick<MessageView, 'side' | 'kind'>): boolean {
  if (side !== 'handler' || kind === 'withheld' || kind === 'published' || AMONG_HANDLERS.includes(kind)) return false
  return !PART_WORD_KINDS.some((one) => one === kind)
}

/** What has files of its own, and which of them all may see already. */
interface Shown {
  readonly photoIds: readonly string[]
  readonly voiceId: string | null
  readonly openFileIds: readonly string[] | null
  readonly publishedAt: EpochMs | null
}

type Said = Shown & Pick<MessageView, 'id' | 'side' | 'kind'>

/** Of the whole village, and not taken back: the only kind that is ever published, or shown to a checker. */
export function isToBePublished({ visibility, status }: Pick<Ticket, 'visibility' | 'status'>): boolean {
  return visibility === 'village' && status !== 'withdrawn'
}

/** What of a ticket must be looked at before all may see it: a state, so that asking twice asks once. */
export function checksWanted(
  ticket: Shown & Pick<Ticket, 'id' | 'subDistrictId' | 'visibility' | 'status'>,
  messages: readonly Said[],
  now: EpochMs,
): readonly ContentCheck[] {
  if (!isToBePublished(ticket)) return []
  // His own voice no neighbour ever hears.
  const own = checksOf(ticket, null, { ...ticket, voiceId: null }, now)
  return [...own, ...messages.filter(isForNeighbours).flatMap((said) => checksOf(ticket, said.id, said, now))]
}

function checksOf(
  { id: ticketId, subDistrictId }: Pick<Ticket, 'id' | 'subDistrictId'>,
  messageId: string | null,
  { photoIds, voiceId, openFileIds, publishedAt }: Shown,
  now: EpochMs,
): readonly ContentCheck[] {
  const check = (id: string, kind: CheckKind): ContentCheck => ({
    id, kind, ticketId, messageId, subDistrictId, state: 'to-ask', dueAt: now, createdAt: now, attempts: 0, asked: 0,
    traceId: null, why: null, heldAt: null, decidedAt: null, decidedBy: null,
  })
  const isClosed = (id: string): boolean => openFileIds?.includes(id) !== true
  return [
    ...(publishedAt === null ? [check(messageId ?? ticketId, 'words')] : []),
    ...photoIds.filter(isClosed).map((id) => check(id, 'photo')),
    ...(voiceId === null || !isClosed(voiceId) ? [] : [check(voiceId, 'voice')]),
  ]
}

/**
 * What the checker said. accepted: its verdict comes later, under that id; nothing: it could not be reached or was
 * busy; unasked: there is nobody it could be asked about, or no way for its answer.
 */
export type CheckAnswer =
  | { readonly says: 'pass' | 'review' | 'risky' | 'nothing' | 'unasked' }
  | { readonly says: 'accepted'; readonly traceId: string }

/** What follows from an answer; `open`: all may see it. */
export function afterAnswer(check: ContentCheck, answer: CheckAnswer, now: EpochMs): ContentCheck | 'open' {
  switch (answer.says) {
    case 'pass':
      return 'open'
    case 'review':
    case 'risky':
    case 'unasked':
      return held(check, answer.says, now)
    case 'accepted':
      return {
        ...check, state: 'asked', traceId: answer.traceId, asked: check.asked + 1, attempts: 0,
        dueAt: now + MEDIA_ANSWER_MS,
      }
    case 'nothing':
      return afterNothing(check, now)
    default:
      return assertNever(answer)
  }
}

/** Asked again with longer and longer pauses, the last time when the wait is over. */
function afterNothing(check: ContentCheck, now: EpochMs): ContentCheck {
  const endsAt = check.createdAt + VERDICT_WAIT_MS
  if (now >= endsAt) return held(check, 'silent', now)
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** check.attempts, LONGEST_PAUSE_MS)
  return { ...check, state: 'to-ask', attempts: check.attempts + 1, dueAt: Math.min(now + pauseMs, endsAt) }
}

/** The verdict on a picture that does not come, or comes as a failure: asked once more, then a person looks. */
export function afterSilence(check: ContentCheck, now: EpochMs): ContentCheck {
  return check.asked < MEDIA_ASKS ? { ...check, state: 'to-ask', dueAt: now } : held(check, 'silent', now)
}

/** Whether a verdict that comes by itself still has a say: not where a person has it in hand for a better reason. */
export function awaitsVerdict({ state, why }: ContentCheck): boolean {
  return state === 'asked' || state === 'to-ask' || (state === 'held' && why === 'silent')
}

function held(check: ContentCheck, why: HeldWhy, now: EpochMs): ContentCheck {
  return { ...check, state: 'held', dueAt: null, why, heldAt: now }
}
