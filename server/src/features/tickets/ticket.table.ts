import type { KeptTerms } from '@huiying/shared/sla'
import type { EpochMs } from '@huiying/shared/kernel'
import type { AboutWhom, OnBehalfOf, Place, Ticket, TicketKind, TicketStatus, Visibility } from '@huiying/shared/tickets'
import { bool, code, id, instant, int, json, longText, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** What was handed in together with words: ids of files. */
export interface Attachments {
  readonly photoIds: readonly string[]
  readonly voiceId: string | null
}

/** Which of them those may see, too, who only live there; `null`: none. */
export interface KeptAttachments extends Attachments {
  readonly openFileIds: readonly string[] | null
}

/** Words alone. */
export const NO_FILES: Attachments = { photoIds: [], voiceId: null }

/** What of a ticket is rows of its own. */
export type TicketRows = 'cycles' | 'moves' | 'extensions' | 'parts'

/**
 * The ticket without its rows, and with what lists sort and filter by drawn out of the
 * current cycle: no list has to join.
 */
export interface StoredTicket extends Omit<Ticket, TicketRows>, KeptAttachments {
  readonly closureDueAt: EpochMs
  readonly closedAt: EpochMs | null
  readonly closureMissed: boolean
}

/** Indexes by which a page is read in its order; a query names them. */
export const VILLAGE_PAGES = 'ix_tickets_village_pages'
export const REPORTER_PAGES = 'ix_tickets_reporter_id_id'
export const CLOSURE_DUE = 'ix_tickets_board_closure'

export const ticketTable = defineTable<StoredTicket>({
  name: 'tickets',
  columns: {
    id: id(),
    villageId: id(),
    subDistrictId: id(),
    holderUnitId: id(),
    kind: code<TicketKind>(16),
    visibility: code<Visibility>(16),
    about: nullable(code<AboutWhom>(16)),
    aboutPersonId: nullable(id()),
    regardingTicketId: nullable(id()),
    hiddenFrom: nullable(json<readonly string[]>()),
    topicId: nullable(id()),
    reporterId: id(),
    onBehalfOf: nullable(json<OnBehalfOf>()),
    addresseeId: nullable(id()),
    text: longText(),
    photoIds: json<readonly string[]>(),
    voiceId: nullable(id()),
    entryId: nullable(id()),
    place: nullable(json<Place>()),
    status: code<TicketStatus>(16),
    submittedAt: instant(),
    policyVersion: int(),
    terms: json<KeptTerms>(),
    responseDueAt: instant(),
    respondedAt: nullable(instant()),
    respondedBy: nullable(id()),
    responseMissedAt: nullable(instant()),
    remindedAt: nullable(instant()),
    warnedCycle: int(),
    closureDueAt: instant(),
    closedAt: nullable(instant()),
    closureMissed: bool(),
    mergedIntoId: nullable(id()),
    endedAt: nullable(instant()),
    publishedAt: nullable(instant()),
    openFileIds: nullable(json<readonly string[]>()),
    version: int(),
  },
  primaryKey: ['id'],
  indices: [
    { name: REPORTER_PAGES, columns: ['reporterId', 'id', 'endedAt'] },
    ['entryId', 'id'],
    { name: 'ix_tickets_held', columns: ['holderUnitId', 'status', 'mergedIntoId', 'closureDueAt'] },
    { name: 'ix_tickets_regarding', columns: ['regardingTicketId', 'id'] },
    { name: 'ix_tickets_merged', columns: ['mergedIntoId', 'id'] },
    { name: VILLAGE_PAGES, columns: ['villageId', 'visibility', 'mergedIntoId', 'id'] },
    { name: 'ix_tickets_raised', columns: ['subDistrictId', 'submittedAt'] },
    { name: 'ix_tickets_village_open', columns: ['villageId', 'status', 'mergedIntoId', 'id'] },
    { name: 'ix_tickets_board_response', columns: ['subDistrictId', 'status', 'mergedIntoId', 'responseDueAt'] },
    { name: CLOSURE_DUE, columns: ['subDistrictId', 'status', 'mergedIntoId', 'closureDueAt'] },
  ],
  checks: {
    ck_tickets_ended: "(ended_at IS NULL) = (status IN ('submitted', 'in-progress', 'closed'))",
    ck_tickets_responded: '(responded_at IS NULL) = (responded_by IS NULL)',
  },
})
