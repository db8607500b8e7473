interface Mp4Box {
  readonly type: string
  readonly startsAt: number
  readonly bodyAt: number
  readonly endsAt: number
}

const HOLDERS = new Set(['moov', 'trak', 'mdia'])
// Place, artist, comment, device; "uuid" carries XMP.
const TELLTALES = new Set(['udta', 'meta', 'uuid'])

/** True for an MPEG-4 file whose tracks are all sound. */
export function isMp4Sound(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return false
  const handlers = [...boxesIn(bytes)].filter(({ type }) => type === 'hdlr').map(({ bodyAt }) => handlerAt(bytes, bodyAt))
  return handlers.length > 0 && handlers.every((handler) => handler === 'soun')
}

/** The same file with telltale boxes turned into blank space of the same length, so that no offset moves. */
export function withoutMp4Tags(bytes: Buffer): Buffer {
  const clean = Buffer.from(bytes)
  for (const { type, startsAt, bodyAt, endsAt } of boxesIn(clean)) {
    if (!TELLTALES.has(type)) continue
    clean.write('free', startsAt + 4, 'latin1')
    clean.fill(0, bodyAt, endsAt)
  }
  return clean
}

function handlerAt(bytes: Buffer, bodyAt: number): string {
  // version and flags (4), pre_defined (4), then the handler type
  return bytes.toString('latin1', bodyAt + 8, bodyAt + 12)
}

/** Depth first; stops where a length makes no sense. */
function* boxesIn(bytes: Buffer, from = 0, to = bytes.length): Generator<Mp4Box> {
  let startsAt = from
  while (startsAt + 8 <= to) {
    const short = bytes.readUInt32BE(startsAt)
    const isLong = short === 1
    if (isLong && startsAt + 16 > to) return
    const length = isLong ? Number(bytes.readBigUInt64BE(startsAt + 8)) : short === 0 ? to - startsAt : short
    const bodyAt = startsAt + (isLong ? 16 : 8)
    const endsAt = startsAt + length
    if (endsAt < bodyAt || endsAt > to) return
    const type = bytes.toString('latin1', startsAt + 4, startsAt + 8)
    yield { type, startsAt, bodyAt, endsAt }
    if (HOLDERS.has(type)) yield* boxesIn(bytes, bodyAt, endsAt)
    startsAt = endsAt
  }
}
