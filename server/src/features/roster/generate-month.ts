import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import {
  cellKey, freshSlot, checkMonthToMake, generateMonth, spanInMonth, type DutySlot, type GenerationResult, type Month,
  type MonthBorders, type RosterMonth, type RosterNote, type RosterTerms,
} from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { lockUnit } from '../villages/public'
import { bordersOf } from './borders-of'
import { generationInputOf } from './generation-input'
import { keptByHand, NOTHING_KEPT } from './kept-by-hand'
import { keptSubDistrictOf } from './month-access'
import { policyNow } from './months'
import { RosterRepository } from './roster.repository'

/**
 * Makes a month, or makes its draft anew; kept are cells set by hand, and visits taken away by hand stay away. Of a
 * month that runs already, only what has not ended is made, and shared out over the days that are left: yesterday's
 * duty can be given to nobody.
 * @throws request.not-found for whoever is no staff of a sub-district, roster.month-invalid, roster.month-over,
 * roster.month-published, calendar.year-unknown
 */
export class GenerateMonth {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, month: Month, { keepEdits }: { readonly keepEdits: boolean }): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = keptSubDistrictOf(viewerLater(viewer, work.now))
      const policy = await policyNow(work, subDistrictId, work.now)
      checkMonthToMake(month, policy.terms, work.now)
      // Two who make the same new month find no row of it to meet at.
      await lockUnit(work, subDistrictId)
      const roster = new RosterRepository(work, this.ids)
      const before = await roster.lockMonth(subDistrictId, month)
      if (before !== null && before.publishedAt !== null) throw new DomainError('roster.month-published')
      const isFresh = before === null || !keepEdits
      const kept = isFresh ? NOTHING_KEPT : await keptByHand(work, subDistrictId, month)
      const borders = await bordersOf(work, subDistrictId, month)
      const made = generateMonth(await generationInputOf(work, subDistrictId, { month, terms: policy.terms, kept }))
      const slots = this.slotsOf(made, { subDistrictId, month, terms: policy.terms, borders, kept: kept.slots, work })
      const row: RosterMonth = {
        subDistrictId, month, status: 'draft', revision: (before?.revision ?? 0) + 1, policyVersion: policy.version,
        terms: policy.terms, notes: notesOf(made, slots), generatedAt: work.now, publishedAt: null, publishedBy: null,
      }
      roster.replaceDraft(before, row, slots)
      const holes = slots.filter(({ personId }) => personId === null).length
      work.record(viewer.personId, [{ type: 'roster.generated', subjectId: subDistrictId, month, holes }])
    })
  }

  private slotsOf({ cells }: GenerationResult, about: SlotsWanted): readonly DutySlot[] {
    const { subDistrictId, month, terms, borders, work } = about
    const kept = new Map(about.kept.map((slot) => [cellKey(slot), slot]))
    return cells.flatMap((cell): readonly DutySlot[] => {
      const { villageId, on, seat, personId } = cell
      const span = spanInMonth(cell, terms, borders)
      if (span.toAt <= work.now) return []
      const own = kept.get(cellKey(cell))
      const source = own?.source ?? 'generated'
      const made = { id: own?.id ?? this.ids.next(), subDistrictId, month, villageId, on, seat, personId, source }
      return [{ ...freshSlot(made, span, terms), version: own?.version ?? 1 }]
    })
  }
}

interface SlotsWanted {
  readonly subDistrictId: string
  readonly month: Month
  readonly terms: RosterTerms
  readonly borders: MonthBorders
  readonly kept: readonly DutySlot[]
  readonly work: Work
}

/** Of days that are left only: that nobody can sit yesterday is no news. */
function notesOf({ notes }: GenerationResult, slots: readonly DutySlot[]): readonly RosterNote[] {
  const left = new Set(slots.map(({ on }) => on))
  return notes.flatMap((note) => {
    const days = note.days.filter((on) => left.has(on))
    return days.length === 0 && note.days.length > 0 ? [] : [{ ...note, days }]
  })
}
