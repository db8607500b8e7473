import { startOfChinaDay, HOUR_MS, type EpochMs } from '../../kernel'
import type { PostKind, SeatedPost, Viewer } from '../../identity'
import { DEFAULT_SLA_TERMS, type SlaPolicy } from '../../sla'
import { submitTicket, type Submission } from '../submit'
import type { Ticket } from '../ticket'

/** 2026-09-14, a Monday, nine o'clock in China. */
export const NINE: EpochMs = startOfChinaDay('2026-09-14') + 9 * HOUR_MS

export const POLICY: SlaPolicy = { subDistrictId: 'qingxi', version: 1, firstOn: '2026-01-01', terms: DEFAULT_SLA_TERMS }

const ABOVE_VILLAGE: readonly PostKind[] = ['staff', 'leader']

/** Somebody with the given posts at village "liushu" of sub-district "qingxi" (or another village). */
export function someone(personId: string, kinds: readonly PostKind[], villageId = 'liushu'): Viewer {
  const posts = kinds.map((kind): SeatedPost => ({
    id: `${personId}-${kind}`,
    personId,
    kind,
    unitId: ABOVE_VILLAGE.includes(kind) ? 'qingxi' : villageId,
    villageId: ABOVE_VILLAGE.includes(kind) ? null : villageId,
    subDistrictId: 'qingxi',
    charge: null,
    fromAt: 0,
    toAt: null,
  }))
  return { accountId: `account-${personId}`, personId, posts }
}

export const GRANDMOTHER = someone('wang', ['resident'])
export const NEIGHBOUR = someone('zhao', ['resident'])
export const SECRETARY = someone('li', ['secretary', 'resident'])
export const DIRECTOR = someone('chen', ['director'])
export const STAFF = someone('sun', ['staff'])
export const STRANGER = someone('qian', ['resident', 'secretary'], 'taoyuan')

export function submission(changes: Partial<Submission> = {}): Submission {
  return {
    ticketId: 'ticket-1',
    villageId: 'liushu',
    subDistrictId: 'qingxi',
    kind: 'help',
    visibility: 'village',
    text: '门口下水道堵了，水都漫到路上了',
    hasVoice: false,
    photoCount: 0,
    place: null,
    entryId: null,
    onBehalfOf: null,
    addresseeId: 'li',
    confidence: null,
    ...changes,
  }
}

/** Looked at and found fit for all to read: how that comes about is a story of its own. */
export function freshTicket(changes: Partial<Submission> = {}, at: EpochMs = NINE): Ticket {
  return { ...submitTicket(GRANDMOTHER, submission(changes), POLICY, at).next, publishedAt: at }
}

export function words(text: string, messageId = 'message-1'): { messageId: string; text: string; hasVoice: boolean } {
  return { messageId, text, hasVoice: false }
}
