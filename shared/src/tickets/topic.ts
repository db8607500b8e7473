import { holdsPost, watchesSubDistrict, type Viewer } from '../identity'
import { DomainError, textLength, type EpochMs } from '../kernel'
import { act, requireHandler, type TicketDecision } from './acting'
import { isOpen, type Ticket } from './ticket'

/** What matters are about, as a sub-district names it: "路灯", "低保". */
export interface Topic {
  readonly id: string
  readonly subDistrictId: string
  readonly name: string
  /** Whose it is; then it is never pushed down to a village. `null`: a village may settle it. */
  readonly departmentUnitId: string | null
  /** Words by which it is offered for a matter; it is never set by them. */
  readonly words: readonly string[]
  /** Left off the list; what has it keeps it. */
  readonly isActive: boolean
}

export const TOPIC_NAME_LIMIT = 12
export const TOPIC_WORDS_LIMIT = 20
const OFFERED = 3

/**
 * A handler says what it is about.
 * @throws ticket.not-found, ticket.only-handlers, ticket.already-closed, ticket.topic-not-found
 */
export function setTopic(viewer: Viewer, ticket: Ticket, topic: Topic | null, now: EpochMs): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    if (topic !== null && (!topic.isActive || topic.subDistrictId !== current.subDistrictId)) {
      throw new DomainError('ticket.topic-not-found')
    }
    const topicId = topic?.id ?? null
    if (topicId === current.topicId) return { next: current, facts: [] }
    return {
      next: { ...current, topicId },
      facts: [{ type: 'ticket.topic-set', ticketId: ticket.id, topicId, personId }],
    }
  })
}

/** Topics whose name or words stand in the text, the most and longest first. A handler picks, or does not. */
export function offeredTopics(text: string, topics: readonly Topic[]): readonly Topic[] {
  const weight = ({ name, words }: Topic): number =>
    [...new Set([name, ...words])].reduce((sum, word) => sum + (text.includes(word) ? textLength(word) : 0), 0)
  return topics
    .filter(({ isActive }) => isActive)
    .map((topic) => ({ topic, weight: weight(topic) }))
    .filter((one) => one.weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, OFFERED)
    .map(({ topic }) => topic)
}

/** Departments whose it is by its topic, or while it has none by what it sounds like; the likeliest first. */
export function likelyDepartments({ topicId, text }: Ticket, topics: readonly Topic[]): readonly string[] {
  const about = topicId === null ? offeredTopics(text, topics) : topics.filter(({ id }) => id === topicId)
  return [...new Set(about.flatMap(({ departmentUnitId }) => departmentUnitId ?? []))]
}

/** Keeps the list: staff and leaders, and the sub-district's admin. */
export function keepsTopics(viewer: Viewer, subDistrictId: string): boolean {
  if (watchesSubDistrict(viewer, subDistrictId)) return true
  return viewer.posts.some(({ kind, unitId }) => kind === 'admin' && unitId === subDistrictId)
}

/** May see the list: whoever works in the sub-district. */
export function readsTopics(viewer: Viewer, subDistrictId: string): boolean {
  return holdsPost(viewer, viewer.posts.map(({ kind }) => kind), { subDistrictId })
}

/** Tidied as it is kept. @throws topic.name-invalid, topic.words-invalid, topic.name-taken */
export function checkTopic(draft: Topic, others: readonly Topic[]): Topic {
  const name = draft.name.trim()
  if (name === '' || textLength(name) > TOPIC_NAME_LIMIT) {
    throw new DomainError('topic.name-invalid', { limit: TOPIC_NAME_LIMIT })
  }
  const words = [...new Set(draft.words.map((word) => word.trim()).filter((word) => word !== ''))]
  // A single character would be offered for half of all matters.
  const isFaulty = words.some((word) => textLength(word) < 2 || textLength(word) > TOPIC_NAME_LIMIT)
  if (isFaulty || words.length > TOPIC_WORDS_LIMIT) {
    throw new DomainError('topic.words-invalid', { limit: TOPIC_WORDS_LIMIT })
  }
  if (others.some((other) => other.id !== draft.id && other.name === name)) throw new DomainError('topic.name-taken')
  return { ...draft, name, words }
}
