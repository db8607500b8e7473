import { DomainError } from '../kernel'

/** Degrees, GCJ-02 as WeChat gives them. */
export interface GeoPoint {
  readonly latitude: number
  readonly longitude: number
}

const EARTH_RADIUS_M = 6_371_000

/** Along the ground; GCJ-02 shifts both points alike, so over a village's width the distance is right. */
export function metresBetween(one: GeoPoint, other: GeoPoint): number {
  const latitudes = [radians(one.latitude), radians(other.latitude)] as const
  const northward = Math.sin((latitudes[1] - latitudes[0]) / 2) ** 2
  const eastward = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const haversine = northward + Math.cos(latitudes[0]) * Math.cos(latitudes[1]) * eastward
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

/**
 * Where a village's service centre may stand. GCJ-02 is of China only, and a latitude given for a longitude shows here.
 * @throws roster.centre-invalid
 */
export function checkServiceCentre({ latitude, longitude }: GeoPoint): void {
  const isInChina = latitude >= 3 && latitude <= 54 && longitude >= 73 && longitude <= 136
  if (!isInChina) throw new DomainError('roster.centre-invalid')
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
