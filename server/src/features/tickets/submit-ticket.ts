import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { defaultAddresseeId, mayBeAsked, type VillageDuty } from '@huiying/shared/roster'
import {
  currentCycle, submitTicket, type OnBehalfOf, type Place, type SentTicket, type TicketKind, type Visibility,
} from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { claimFiles } from '../files/public'
import { entryInBrief } from '../ledger/public'
import { dutyNow } from '../roster/public'
import { alarmOfUnknownYear, termsInForce } from '../sla/public'
import { villageOf } from '../villages/public'
import { ABOUT_NOBODY, groundOfConfidence, type AskedInConfidence } from './ground-of-confidence'
import { confidenceInBrief, sentTicketOf } from './sent-ticket.board'
import { TicketRepository } from './ticket.repository'

export interface SubmitTicketInput {
  readonly villageId: string
  readonly text: string
  readonly kind: TicketKind
  readonly visibility: Visibility
  readonly addresseeId: string | null
  readonly photoIds: readonly string[]
  readonly voiceId: string | null
  readonly place: Place | null
  readonly onBehalfOf: OnBehalfOf | null
  /** The ledger entry it asks about. */
  readonly entryId: string | null
  /** Whom it is about; left out where `visibility` says all there is to say. */
  readonly inConfidence?: AskedInConfidence
}

/**
 * A resident raises a grievance; the clock starts. @throws what `submitTicket` does, ticket.addressee-not-found,
 * ledger.entry-not-found for an entry of another village or one the viewer may not read, file.not-found,
 * what `groundOfConfidence` does
 */
export class SubmitTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  async execute(viewer: Viewer, given: SubmitTicketInput): Promise<SubmittedTicket> {
    const asked = given.inConfidence ?? (given.visibility === 'confidential' ? ABOUT_NOBODY : null)
    const input = asked === null ? given : toldInConfidence(given, asked)
    let sent: SentTicket | null = null
    const { ticketId: sentId } = await this.unitOfWork.run(async (work) => {
      // In one round trip, or in none; what hangs on them comes after.
      const [village, policy, duty] = await Promise.all([
        villageOf(work, input.villageId),
        termsInForce(work, input.villageId, input.kind),
        input.visibility === 'confidential' ? null : dutyNow(work, input.villageId),
      ])
      if (village === null) throw new DomainError('ticket.village-not-found')
      const ticketId = this.ids.next()
      const addresseeId = duty === null ? null : addresseeOf(duty, input.addresseeId, work.now)
      const asker = viewerLater(viewer, work.now)
      await mustReadEntry(work, asker, input)
      const confidence = asked === null ? null : await groundOfConfidence(work, asker, asked, village)
      const { next, facts } = submitTicket(
        asker,
        {
          ...input,
          ticketId,
          subDistrictId: village.subDistrictId,
          addresseeId,
          confidence,
          hasVoice: input.voiceId !== null,
          photoCount: input.photoIds.length,
        },
        policy,
        work.now,
      )
      const dueAt = currentCycle(next).closureDueAt
      const sayYearUnknown = await alarmOfUnknownYear(work, next.subDistrictId, { terms: next.terms, dueAt })
      const inBrief = await confidenceInBrief(work, next)
      const attachments = { photoIds: input.photoIds, voiceId: input.voiceId }
      await claimFiles(work, { ...attachments, accountId: viewer.accountId, subjectId: ticketId })
      new TicketRepository(work, this.ids).add(next, attachments, facts)
      sayYearUnknown()
      sent = sentTicketOf(next, village, inBrief, work.now)
      return { ticketId }
    })
    return { ticketId: sentId, sent: sentHere(sent, sentId) }
  }
}

export interface SubmittedTicket {
  readonly ticketId: string
  /** `null`: it was sent before, under the same key. */
  readonly sent: SentTicket | null
}

/** What a try that came to nothing had made is not there. */
function sentHere(sent: SentTicket | null, ticketId: string): SentTicket | null {
  return sent?.id === ticketId ? sent : null
}

/** Whom the resident picked, if that is a cadre of his village; else the directory's default. */
function addresseeOf(duty: VillageDuty, pickedId: string | null, at: EpochMs): string | null {
  if (pickedId === null) return defaultAddresseeId(duty, at)
  if (!mayBeAsked(duty, pickedId, at)) throw new DomainError('ticket.addressee-not-found')
  return pickedId
}

/** Of somebody it is a complaint, and has a complaint's clock. */
function toldInConfidence(given: SubmitTicketInput, asked: AskedInConfidence): SubmitTicketInput {
  const isOfSomebody = asked.about !== null || asked.regardingTicketId !== null
  return { ...given, visibility: 'confidential', kind: isOfSomebody ? 'complaint' : given.kind }
}

async function mustReadEntry(work: Work, asker: Viewer, { entryId, villageId }: SubmitTicketInput): Promise<void> {
  if (entryId === null) return
  const entry = await entryInBrief(work, asker, entryId)
  if (entry === null || entry.villageId !== villageId) throw new DomainError('ledger.entry-not-found')
}
