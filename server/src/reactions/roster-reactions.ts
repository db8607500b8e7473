import type { Fact } from '@huiying/shared/facts'
import { VILLAGE_LEAD_POSTS } from '@huiying/shared/identity'
import type { NoticeData } from '@huiying/shared/notifications'
import { isAbsent, slotHolds, type RosterFact, type SlotSource } from '@huiying/shared/roster'
import type { RerouteReason } from '@huiying/shared/tickets'
import { personTags, postsAtSubDistrict, postsAtVillage } from '../features/identity/public'
import type { NoticeDraft } from '../features/notifications/public'
import { holesOn, publishedSlotsById, swapInBrief, toldOfMonthHere } from '../features/roster/public'
import { unitOf } from '../features/villages/public'
import type { Work } from '../platform/database/work'
import {
  countOf, giversOf, movedFrom, movedTo, NOTHING_MOVED, receiversOf, ticketsMovedAt, type MovedTicket,
} from './moved-tickets'
import { drafts, holders, nobody, type Consequences, type Reaction } from './reaction'
import { rosterOrderIssued } from './roster-order-issued'

type Of<Type extends RosterFact['type']> = Extract<Fact, { readonly type: Type }>

/** Who hears of what around the roster, and which grievances went over with it. */
export const ROSTER_REACTIONS: { readonly [Type in RosterFact['type']]: Reaction<Of<Type>> } = {
  'roster.generated': nobody,
  'roster.draft-changed': nobody,
  'roster.month-published': async (work, { subjectId, month, holes }) => {
    const villageName = await nameOf(work, subjectId)
    return { notices: holes === 0 ? [] : drafts('roster-holes', await staffOf(work, subjectId), null, { month, count: holes, villageName }) }
  },
  'roster.village-published': villagePublished,
  'roster.duty-passed': dutyPassed,
  'roster.shift-changed': shiftChanged,
  'roster.absent': absent,
  'roster.taken-over': takenOver,
  'roster.leave-entered': nobody,
  'roster.leave-cancelled': nobody,
  'roster.swap-asked': async (work, { subjectId }) => {
    const brief = await swapInBrief(work, subjectId)
    if (brief === null || brief.slot === null || brief.swap.status !== 'asked') return { notices: [] }
    const { fromPersonId, toPersonId } = brief.swap
    const returnOn = brief.returnSlot === null ? {} : { returnOn: brief.returnSlot.on }
    const data = { ...(await named(work, fromPersonId)), days: [brief.slot.on], ...returnOn }
    return { notices: drafts('swap-asked', [toPersonId], null, data) }
  },
  'roster.swap-answered': async (work, { subjectId, accepted }) => {
    const brief = await swapInBrief(work, subjectId)
    if (brief === null || brief.slot === null) return { notices: [] }
    const { fromPersonId, toPersonId } = brief.swap
    const data = { ...(await named(work, toPersonId)), days: [brief.slot.on], matter: accepted ? '答应了' : '这次换不了' }
    return { notices: drafts('swap-answered', [fromPersonId], null, data) }
  },
  'roster.swap-withdrawn': nobody,
  'roster.note-left': nobody,
  'roster.book-written': nobody,
  'roster.marks-set': nobody,
  'roster.centre-set': nobody,
  'roster.order-issued': rosterOrderIssued,
  'roster.policy-set': nobody,
}

const REASONS: Readonly<Record<SlotSource, RerouteReason>> = {
  leave: 'leave', swap: 'swap', edited: 'roster-changed', imported: 'roster-changed', generated: 'roster-changed',
}

async function villagePublished(work: Work, fact: Of<'roster.village-published'>, at: number): Promise<Consequences> {
  const { subjectId: villageId, month, holes } = fact
  const { moved, facts } = await ticketsMovedAt(work, villageId, at, 'roster-changed')
  const villageName = await nameOf(work, villageId)
  return {
    facts,
    notices: [
      ...drafts('roster-published', await toldOfMonthHere(work, villageId, month), null, { month, villageName }),
      ...(holes === 0 ? [] : drafts('roster-holes', await leadsOf(work, villageId), null, { month, count: holes, villageName })),
      ...ticketsCame(moved, villageName, '值班表公布了'),
    ],
  }
}

/** Both are told once; whoever else the grievances went to, since nobody sits there now, is told of those. */
async function dutyPassed(work: Work, fact: Of<'roster.duty-passed'>): Promise<Consequences> {
  const { subjectId: villageId, fromPersonId: from, toPersonId: to, days, why, at } = fact
  const concerns = (one: MovedTicket): boolean => one.fromPersonId === from || one.toPersonId === to
  const { moved, facts } =
    at === null ? NOTHING_MOVED : await ticketsMovedAt(work, villageId, at, REASONS[why], concerns)
  const villageName = await nameOf(work, villageId)
  const shared = { villageName, days, ...(at === null ? {} : { fromAt: at }) }
  const [giver, taker] = [await named(work, from), await named(work, to)]
  const elsewhere = moved.filter(({ toPersonId }) => toPersonId !== to)
  const notices = [...ticketsCame(elsewhere, villageName, noLongerThere(giver.personName))]
  if (to === null) notices.unshift(...(await holeAlarm(work, villageId, days, villageName)))
  // A swap is told by its answer; only what the other cannot have known is told beside it.
  if (to !== null && (why !== 'swap' || moved.length > 0)) {
    notices.push(...drafts('duty-received', [to], null, { ...shared, ...giver, ...countOf(movedTo(moved, to)) }))
  }
  if (from !== null && why !== 'swap') {
    notices.push(...drafts('duty-handed-on', [from], null, { ...shared, ...taker, ...countOf(movedFrom(moved, from)) }))
  }
  return { facts, notices, tellsActor: why === 'leave' || moved.length > 0 }
}

async function holeAlarm(
  work: Work,
  villageId: string,
  days: readonly string[],
  villageName: string,
): Promise<readonly NoticeDraft[]> {
  const count = await holesOn(work, villageId, days)
  const month = days[0]?.slice(0, 7)
  if (count === 0 || month === undefined) return []
  const subDistrictId = (await unitOf(work, villageId))?.parentId ?? ''
  const people = [...(await leadsOf(work, villageId)), ...(await staffOf(work, subDistrictId))]
  return drafts('roster-holes', people, null, { month, count, villageName })
}

/** Whoever comes is told to take over, whoever leaves only of grievances that left with his shift. */
async function shiftChanged(work: Work, { subjectId: villageId, at, slotIds }: Of<'roster.shift-changed'>): Promise<Consequences> {
  const { moved, waiting, facts } = await ticketsMovedAt(work, villageId, at, 'hand-over')
  const begun = (await publishedSlotsById(work, slotIds)).filter((slot) => slotHolds(slot, work.now))
  const villageName = await nameOf(work, villageId)
  const incoming = begun.flatMap(({ personId, takenOverAt }): readonly NoticeDraft[] => {
    if (personId === null || takenOverAt !== null) return []
    return drafts('shift-begins', [personId], null, { villageName, ...countOf(movedTo(waiting, personId)) })
  })
  return {
    facts,
    notices: [...ticketsWent(moved, villageName, await nameIfOne(work, receiversOf(moved))), ...ticketsCame(moved, villageName, '上一班到点了'), ...incoming],
  }
}

/** He, and the village's leads; the sub-district sees it on its board. Whoever came in the meantime is told nothing. */
async function absent(work: Work, fact: Of<'roster.absent'>): Promise<Consequences> {
  const { subjectId, villageId, personId, at } = fact
  const [slot] = await publishedSlotsById(work, [subjectId])
  if (slot === undefined || slot.personId !== personId || !isAbsent(slot, work.now)) return { notices: [] }
  const { moved, facts } = await ticketsMovedAt(work, villageId, at, 'absence', ({ fromPersonId }) => fromPersonId === personId)
  if (!slotHolds(slot, work.now) || slot.takenOverAt !== null) return { facts, notices: [] }
  const villageName = await nameOf(work, villageId)
  const who = await named(work, personId)
  return {
    facts,
    notices: [
      ...drafts('shift-absent', await leadsOf(work, villageId), null, { villageName, ...who }),
      ...ticketsCame(moved, villageName, `${who.personName ?? '值班的人'}没有接班`),
      ...drafts('shift-absent', [personId], null, { villageName }),
    ],
  }
}

/** Who comes late gets back what was his. */
async function takenOver(work: Work, { villageId, personId, isLate, at }: Of<'roster.taken-over'>): Promise<Consequences> {
  if (!isLate) return { notices: [] }
  const { moved, facts } = await ticketsMovedAt(work, villageId, at, 'taken-over', ({ toPersonId }) => toPersonId === personId)
  const villageName = await nameOf(work, villageId)
  const { personName } = await named(work, personId)
  return {
    facts,
    notices: [...ticketsWent(moved, villageName, personName), ...ticketsCame(moved, villageName, '您接了班')],
    tellsActor: true,
  }
}

function ticketsCame(moved: readonly MovedTicket[], villageName: string, matter: string): readonly NoticeDraft[] {
  return receiversOf(moved).flatMap((personId) =>
    drafts('duty-received', [personId], null, { villageName, matter, days: [], ...countOf(movedTo(moved, personId)) }))
}

function ticketsWent(
  moved: readonly MovedTicket[],
  villageName: string,
  personName: string | undefined,
): readonly NoticeDraft[] {
  const to = personName === undefined ? {} : { personName }
  return giversOf(moved).flatMap((personId) =>
    drafts('duty-handed-on', [personId], null, { villageName, days: [], ...to, ...countOf(movedFrom(moved, personId)) }))
}

function noLongerThere(personName: string | undefined): string {
  return personName === undefined ? '值班的人换了' : `${personName}不值班了`
}

async function nameOf(work: Work, unitId: string): Promise<string> {
  return (await unitOf(work, unitId))?.name ?? ''
}

async function named(work: Work, personId: string | null): Promise<Pick<NoticeData, 'personName'>> {
  if (personId === null) return {}
  const personName = (await personTags(work, [personId], work.now)).get(personId)?.name
  return personName === undefined ? {} : { personName }
}

async function nameIfOne(work: Work, personIds: readonly string[]): Promise<string | undefined> {
  const [only] = personIds
  return only === undefined || personIds.length > 1 ? undefined : (await named(work, only)).personName
}

async function leadsOf(work: Work, villageId: string): Promise<readonly string[]> {
  return holders(await postsAtVillage(work, villageId, work.now, VILLAGE_LEAD_POSTS))
}

async function staffOf(work: Work, subDistrictId: string): Promise<readonly string[]> {
  return holders(await postsAtSubDistrict(work, subDistrictId, work.now, ['staff']))
}
