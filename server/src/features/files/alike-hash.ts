import sharp from 'sharp'

const SIDE = 32
/** Waves kept in each direction, from one half wave over the whole width up: 8 by 8 are 64 bits. */
const WAVES = 8

/**
 * 64 bits of what a picture looks like from afar: which of its slow waves (cosine transform) are stronger than the
 * middle one. Saved anew, brightened or cropped by a little, most of them stay. Comparing neighbours instead would be
 * simpler, but one bill on a white sheet would then look like any other. Hex.
 */
export async function alikeHash(photo: Buffer): Promise<string> {
  const { data, info } = await sharp(photo)
    .greyscale()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const shades = Array.from({ length: SIDE * SIDE }, (_, at) => data[at * info.channels] ?? 0)
  const strengths = wavesOf(shades)
  const middle = middleOf(strengths)
  const bits = strengths.map((strength) => (strength > middle ? '1' : '0')).join('')
  return (bits.match(/.{4}/g) ?? []).map((four) => parseInt(four, 2).toString(16)).join('')
}

/** Row by row first: 32 × 8 sums of 32, then 8 × 8 of them. Rounded, so that an empty sheet has no waves at all. */
function wavesOf(shades: readonly number[]): readonly number[] {
  const sides = Array.from({ length: SIDE }, (_, at) => at)
  const along = sides.map((row) => COSINES.map((cosines) => sumOf(cosines, (column) => shades[row * SIDE + column])))
  return COSINES.flatMap((cosines) =>
    COSINES.map((_, wave) => Math.round(sumOf(cosines, (row) => along[row]?.[wave]))))
}

function sumOf(weights: readonly number[], valueAt: (at: number) => number | undefined): number {
  return weights.reduce((sum, weight, at) => sum + weight * (valueAt(at) ?? 0), 0)
}

/** Wave 0 is how light the picture is, which a brighter copy changes. */
const COSINES = Array.from({ length: WAVES }, (_, wave) =>
  Array.from({ length: SIDE }, (__, at) => Math.cos(((2 * at + 1) * (wave + 1) * Math.PI) / (2 * SIDE))))

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const half = sorted.length / 2
  return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
