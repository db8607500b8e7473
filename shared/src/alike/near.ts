/** Degrees, both or neither. */
export interface Spot {
  readonly latitude: number | null
  readonly longitude: number | null
}

/**
 * About 220 m in either direction. Only the corner of the village counts, not the house: whoever tries out places must
 * not find out where a neighbour who hides his name took his photo.
 */
const CORNER_DEGREES = 0.002

/** In the same corner of the village, or in one beside it. */
export function isNear(one: Spot | null, other: Spot | null): boolean {
  const [a, b] = [cornerOf(one), cornerOf(other)]
  return a !== null && b !== null && Math.abs(a.north - b.north) <= 1 && Math.abs(a.east - b.east) <= 1
}

function cornerOf(spot: Spot | null): { readonly north: number; readonly east: number } | null {
  if (spot === null || spot.latitude === null || spot.longitude === null) return null
  return { north: Math.floor(spot.latitude / CORNER_DEGREES), east: Math.floor(spot.longitude / CORNER_DEGREES) }
}
