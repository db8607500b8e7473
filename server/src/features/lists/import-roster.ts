import { errorWords } from '@huiying/shared/facts'
import type { Viewer } from '@huiying/shared/identity'
import {
  IMPORTED_ROWS_SHOWN, parseRoster, planRosterImport, ROSTER_SHEETS, RosterNames, type PlannedRosterChange,
  type RosterImportAnswer, type RosterRegister,
} from '@huiying/shared/lists'
import type { Month, RefusedChange } from '@huiying/shared/roster'
import type { ListFault, WorkbookSheet } from '@huiying/shared/tables'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { FaultyLists } from '../../platform/workbook/faulty-lists'
import { changeCells, refusedCells } from '../roster/public'
import { loadRoster } from './roster-register'

export interface ImportRosterInput {
  readonly month: Month
  readonly sheets: readonly WorkbookSheet[]
  /** Says what would happen and writes nothing. */
  readonly isCheckOnly: boolean
}

/** Brings the edits of an exported roster in: all of them, or none and every fault. */
export class ImportRoster {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** @throws FaultyLists (lists.faulty), and what `loadRoster` does */
  execute(viewer: Viewer, { month, sheets, isCheckOnly }: ImportRosterInput): Promise<RosterImportAnswer> {
    const file = parseRoster(sheets, month)
    return this.unitOfWork.run(async (work) => {
      const loaded = await loadRoster(work, viewer, month)
      const { changes: planned, unchanged, faults } = planRosterImport(file, loaded.register)
      const changes = planned.map(({ change }) => change)
      const refused = changes.length === 0 ? [] : await refusedCells(work, this.ids, viewer, month, changes)
      const all = [...faults, ...refusalFaults(refused, planned)]
      if (all.length > 0) throw new FaultyLists(inOrder(all))
      const { revision } = changes.length === 0 || isCheckOnly
        ? loaded.month
        : await changeCells(work, this.ids, viewer, month, changes, 'imported')
      const rows = rowsOf(planned, loaded.register)
      return { checkedOnly: isCheckOnly, changed: changes.length, unchanged, rows, revision }
    })
  }
}

function refusalFaults(
  refused: readonly RefusedChange[],
  planned: readonly PlannedRosterChange[],
): readonly ListFault[] {
  const byChange = new Map(planned.map((one) => [one.change, one]))
  return refused.flatMap(({ change, code }) => {
    const found = byChange.get(change)
    return found === undefined ? [] : [found.place.fault(found.heading, errorWords(code))]
  })
}

/** As one finds them, going through the file. */
function inOrder(faults: readonly ListFault[]): readonly ListFault[] {
  const placeOf = ({ sheet }: ListFault): number => ROSTER_SHEETS.findIndex(({ name }) => name === sheet)
  return [...faults].sort((one, other) => placeOf(one) - placeOf(other) || one.row - other.row)
}

function rowsOf(planned: readonly PlannedRosterChange[], register: RosterRegister): RosterImportAnswer['rows'] {
  const names = new RosterNames(register.people, register.posts)
  const villages = new Map(register.villages.map(({ id, name }) => [id, name]))
  return planned.slice(0, IMPORTED_ROWS_SHOWN).map(({ change: { villageId, on, seat, seenPersonId, personId } }) => ({
    villageName: villages.get(villageId) ?? '', on, seat,
    beforeName: names.nameOf(seenPersonId), afterName: names.nameOf(personId),
  }))
}
