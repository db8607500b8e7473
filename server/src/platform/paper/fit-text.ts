/** How wide a text is, set at one point. */
export type WidthAtOne = (text: string) => number

export interface Room {
  readonly width: number
  readonly height: number
}

export interface FittedText {
  readonly lines: readonly string[]
  readonly sizePt: number
}

/** From one line's middle to the next one's, in sizes. */
export const LEADING = 1.12

/** How much larger a second, a third line must make the text: a name in pieces is harder to read than a smaller one. */
const WORTH_BREAKING = [1, 1.1, 1.25] as const
/** At this size two lines are read well enough; a third would only tear the name apart. */
const READABLE_PT = 10
const BREAKS_AFTER = /[·•・、\s]/u

/**
 * The largest setting, up to `mostPt`, in which the text stands whole in the room. It is broken after a dot of a
 * many-syllabled name, or wherever it comes out evenly; it is never cut.
 */
export function fitText(text: string, room: Room, mostPt: number, widthAtOne: WidthAtOne): FittedText {
  let best: FittedText | null = null
  for (const [index, worth] of WORTH_BREAKING.entries()) {
    const lines = evenLines(text, index + 1, widthAtOne)
    if (lines === null || (index > 1 && best !== null && best.sizePt >= READABLE_PT)) break
    const widest = Math.max(...lines.map(widthAtOne))
    const sizePt = Math.min(mostPt, room.width / widest, room.height / (lines.length * LEADING))
    if (best === null || sizePt > best.sizePt * worth) best = { lines, sizePt }
  }
  return best ?? { lines: [text], sizePt: mostPt }
}

/** The text in exactly so many lines, the widest of them as narrow as can be; `null` where it is too short for that. */
function evenLines(text: string, count: number, widthAtOne: WidthAtOne): readonly string[] | null {
  const characters = Array.from(text)
  if (characters.length < count || characters.length === 0) return null
  const places = breakPlaces(characters, count)
  const cuts = count === 1 ? [[]] : count === 2 ? places.map((at) => [at]) : pairsOf(places)
  const settings = cuts.map((at) => linesAt(characters, at))
  const widestOf = (lines: readonly string[]) => Math.max(...lines.map(widthAtOne))
  return settings.reduce<readonly string[] | null>(
    (best, lines) => (best === null || widestOf(lines) < widestOf(best) ? lines : best), null,
  )
}

/** After the dots, where there are enough of them; else between any two characters. */
function breakPlaces(characters: readonly string[], count: number): readonly number[] {
  const all = characters.map((_, index) => index).slice(1)
  const dots = all.filter((at) => BREAKS_AFTER.test(characters[at - 1] ?? ''))
  return dots.length >= count - 1 ? dots : all
}

function pairsOf(places: readonly number[]): readonly (readonly number[])[] {
  return places.flatMap((one, index) => places.slice(index + 1).map((other) => [one, other]))
}

function linesAt(characters: readonly string[], cuts: readonly number[]): readonly string[] {
  const ends = [...cuts, characters.length]
  return ends.map((end, index) => characters.slice(ends[index - 1] ?? 0, end).join('').trim())
}
