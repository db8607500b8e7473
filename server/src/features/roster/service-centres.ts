import type { GeoPoint } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { serviceCentreTable, type ServiceCentre } from './book.table'

const MICRO = 1_000_000

/** The villages, of these, of which somebody has said where the service centre stands. */
export async function centredVillages(reads: Reads, villageIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(villageIds)]
  if (ids.length === 0) return new Set()
  const rows = await reads.query<RawRow>(
    `SELECT ${serviceCentreTable.columnList} FROM service_centres WHERE village_id IN (${placeholders(ids.length)})`,
    ids,
  )
  return new Set(rows.map((row) => serviceCentreTable.fromRaw(row).villageId))
}

export function pointOf({ latitudeMicro, longitudeMicro }: ServiceCentre): GeoPoint {
  return { latitude: latitudeMicro / MICRO, longitude: longitudeMicro / MICRO }
}

/** A millionth of a degree is a hand's breadth. */
export function microOf({ latitude, longitude }: GeoPoint): Pick<ServiceCentre, 'latitudeMicro' | 'longitudeMicro'> {
  return { latitudeMicro: Math.round(latitude * MICRO), longitudeMicro: Math.round(longitude * MICRO) }
}
