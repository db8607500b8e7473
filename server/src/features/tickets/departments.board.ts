import { watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { DepartmentsAnswer } from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'

interface DepartmentSeat {
  readonly id: string
  readonly name: string
  readonly person_id: string | null
  readonly charge: string | null
}

/**
 * Whom the sub-district may call: its own departments and its county's, each with what it sees to.
 * @throws session.forbidden for whoever watches no sub-district
 */
export async function departmentsFor(reads: Reads, viewer: Viewer, now: EpochMs): Promise<DepartmentsAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  if (subDistrictId === null) throw new DomainError('session.forbidden')
  const seats = await departmentSeats(reads, subDistrictId, now)
  const units = [...new Map(seats.map(({ id, name }) => [id, name]))]
  return {
    departments: units.map(([id, name]) => {
      const own = seats.filter((seat) => seat.id === id && seat.person_id !== null)
      const charges = new Set(own.flatMap(({ charge }) => (charge === null || charge === '' ? [] : [charge])))
      return { id, kind: 'department', name, charge: [...charges].join('；'), isEmpty: own.length === 0 }
    }),
  }
}

/** Those of them that have an officer. */
export async function callableDepartments(
  reads: Reads, subDistrictId: string, now: EpochMs,
): Promise<ReadonlySet<string>> {
  const seats = await departmentSeats(reads, subDistrictId, now)
  return new Set(seats.filter((seat) => seat.person_id !== null).map(({ id }) => id))
}

function departmentSeats(reads: Reads, subDistrictId: string, now: EpochMs): Promise<readonly DepartmentSeat[]> {
  return reads.query<DepartmentSeat>(
    `SELECT d.id, d.name, p.person_id, p.charge FROM units d
     LEFT JOIN posts p ON p.unit_id = d.id AND p.kind = 'officer' AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?)
     WHERE d.kind = 'department' AND (d.parent_id = ? OR d.parent_id = (SELECT s.parent_id FROM units s WHERE s.id = ?))
     ORDER BY CASE WHEN d.parent_id = ? THEN 0 ELSE 1 END, d.code, d.id`,
    [now, now, subDistrictId, subDistrictId, subDistrictId],
  )
}
