import { offeredTopics, type Topic } from '@huiying/shared/tickets'
import { ReadNotices } from '../features/notifications/read-notices'
import { CloseTicket } from '../features/tickets/close-ticket'
import { OpenTicket } from '../features/tickets/open-ticket'
import { RateTicket } from '../features/tickets/rate-ticket'
import { RejectTicket } from '../features/tickets/reject-ticket'
import { ReplyToTicket } from '../features/tickets/reply-to-ticket'
import { SetTicketTopic } from '../features/tickets/set-ticket-topic'
import { SubmitTicket } from '../features/tickets/submit-ticket'
import { topicsOf } from '../features/tickets/ways-ground'
import { WriteOnTicket } from '../features/tickets/write-on-ticket'
import { drawPhoto, type PhotoSubject } from './draw-photo'
import { SUB_DISTRICT } from './places'
import type { PlannedAct, PlannedTicket } from './planned-ticket'
import type { Stage } from './stage'

/** The people of the plan, at work. */
export class Acting {
  private readonly ticketIds = new Map<PlannedTicket, string>()
  private topics: Promise<readonly Topic[]> | null = null

  constructor(private readonly stage: Stage) {}

  async submit(ticket: PlannedTicket): Promise<void> {
    const { database, register } = this.stage
    const reporter = register.personId(ticket.reporter)
    const photoIds = await this.upload(reporter, ticket.photo)
    const viewer = register.viewer(reporter, ticket.submittedAt)
    const { ticketId } = await new SubmitTicket(database.unitOfWork, database.ids).execute(viewer, {
      villageId: register.unitId(ticket.villageCode),
      text: ticket.text,
      kind: ticket.kind,
      visibility: ticket.visibility,
      addresseeId: ticket.addressee === null ? null : register.personId(ticket.addressee),
      photoIds,
      voiceId: null,
      place: ticket.placeName === null ? null : { name: ticket.placeName, latitude: null, longitude: null },
      onBehalfOf: ticket.onBehalfOf,
      entryId: null,
    })
    this.ticketIds.set(ticket, ticketId)
  }

  async act(ticket: PlannedTicket, act: PlannedAct): Promise<void> {
    const { unitOfWork, ids } = this.stage.database
    const ticketId = this.ticketIds.get(ticket)
    if (ticketId === undefined) throw new Error('an act came before its ticket')
    if (await this.isElsewhere(ticketId)) return
    const personId = this.stage.register.personId(act.by)
    const viewer = this.stage.register.viewer(personId, act.at)
    const bare = { ticketId, photoIds: [], voiceId: null }
    switch (act.does) {
      case 'open':
        await new OpenTicket(unitOfWork).execute(viewer, ticketId)
        return
      case 'sort': {
        const [topic] = offeredTopics(ticket.text, await this.topicsThere())
        if (topic === undefined) return
        await new SetTicketTopic(unitOfWork, ids).execute(viewer, { ticketId, topicId: topic.id })
        return
      }
      case 'reply':
        await new ReplyToTicket(unitOfWork, ids).execute(viewer, { ...bare, text: act.text, byCall: act.byCall })
        return
      case 'write':
        await new WriteOnTicket(unitOfWork, ids).execute(viewer, { ...bare, text: act.text })
        return
      case 'close': {
        const photoIds = await this.upload(personId, act.photo)
        const { text, outcome, reason } = act
        await new CloseTicket(unitOfWork, ids).execute(viewer, { ...bare, photoIds, text, outcome, reason })
        return
      }
      case 'rate':
        await new RateTicket(unitOfWork, ids).execute(viewer, { ticketId, rating: act.rating })
        return
      case 'reject':
        await new RejectTicket(unitOfWork, ids).execute(viewer, { ...bare, text: act.text })
        return
    }
  }

  private topicsThere(): Promise<readonly Topic[]> {
    const { database, register } = this.stage
    return (this.topics ??= topicsOf(database.reads, register.unitId(SUB_DISTRICT.code)))
  }

  /** Handed on or taken up since (`waysEvents`): what was planned for it is no longer theirs to do. */
  private async isElsewhere(ticketId: string): Promise<boolean> {
    const { reads } = this.stage.database
    const [move] = await reads.query('SELECT 1 AS one FROM ticket_moves WHERE ticket_id = ? LIMIT 1', [ticketId])
    return move !== undefined
  }

  async readNotices(): Promise<void> {
    const { database, register, clock } = this.stage
    const rows = await database.reads.query<{ personId: string }>(
      'SELECT DISTINCT person_id AS personId FROM notices WHERE read_at IS NULL',
    )
    const now = await clock.now()
    const reading = new ReadNotices(database.unitOfWork)
    for (const { personId } of rows) await reading.execute(register.viewer(personId, now), {})
  }

  private async upload(personId: string, subject: PhotoSubject | null): Promise<readonly string[]> {
    if (subject === null) return []
    const { accountId } = this.stage.register.viewer(personId, 0)
    const { id } = await this.stage.uploadFile.execute({ accountId, kind: 'photo', bytes: await drawPhoto(subject), durationMs: null })
    return [id]
  }
}
