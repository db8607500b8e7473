import type { JournalEntry } from '@huiying/shared/facts'
import type { NoticeKind } from '@huiying/shared/notifications'
import {
  addToDigests, countForGroup, holdersOfDigests, isFlooded, notify, type FactDrafts,
} from '../features/notifications/public'
import { ticketInBrief } from '../features/tickets/public'
import { settle } from '../platform/database/settle'
import type { Work } from '../platform/database/work'
import type { Ids } from '../platform/ids/ids'
import type { Reaction } from './reaction'

/** Whom to tell of one entry of the journal. */
export interface Told extends Omit<FactDrafts, 'factId'> {
  readonly entry: JournalEntry
}

/**
 * A notice each; but of what came to light only when the product was back after a long while, one digest for each
 * person. Reads first, writes after.
 */
export async function tellOfAll(work: Work, ids: Ids, told: readonly Told[]): Promise<void> {
  const all = told.filter(({ drafts }) => drafts.length > 0)
  const late = all.filter(({ entry: { fact } }) => 'noticedAt' in fact && fact.noticedAt !== undefined)
  const intoDigests = new Set(late.length === 0 ? [] : await tellInDigests(work, late))
  const ofFact = ({ entry, drafts, isNew }: Told): FactDrafts => ({ factId: entry.id, drafts, isNew })
  const [digested, noticed] = [all.filter((one) => intoDigests.has(one)), all.filter((one) => !intoDigests.has(one))]
  await notify(work, ids, noticed.map(ofFact))
  if (digested.length === 0) return
  if (noticed.length > 0) await settle(work)
  await addToDigests(work, ids, digested.map(ofFact))
}

/** While it floods, all; after that, what only people hear of who have a digest that they have not read. */
async function tellInDigests(work: Work, late: readonly Told[]): Promise<readonly Told[]> {
  // What was recorded in this work has left the timers and never stands in the outbox.
  if (await isFlooded(work, late.filter(({ isNew }) => isNew).length)) return late
  const holders = await holdersOfDigests(work, late.flatMap(({ drafts }) => drafts.map(({ personId }) => personId)))
  return late.filter(({ drafts }) => drafts.every(({ personId }) => holders.has(personId)))
}

/**
 * The group of the sub-district's staff hears of it too, as a number: what is confidential is not even counted there.
 */
export function inGroupToo<F extends { readonly ticketId: string }>(
  kind: NoticeKind,
  reaction: Reaction<F>,
): Reaction<F> {
  return async (work, fact, at, ids) => {
    const consequences = await reaction(work, fact, at, ids)
    if (consequences.notices.length === 0) return consequences
    const { ticket } = await ticketInBrief(work, fact.ticketId)
    if (ticket.visibility === 'confidential') return consequences
    const write = (): void => {
      consequences.write?.()
      countForGroup(work, ticket, kind)
    }
    return { ...consequences, write }
  }
}
