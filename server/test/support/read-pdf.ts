import { inflateSync } from 'node:zlib'

/** What a reader of a PDF of ours finds on one of its pages. */
export interface ReadPdf {
  readonly pages: number
  /** Points. */
  readonly size: { readonly width: number; readonly height: number }
  /** Each piece of text as it was set, read back through the embedded fonts' own tables; in the order of drawing. */
  readonly texts: readonly string[]
  /** Filled `rect`s in page points from the top left corner: the bars of a QR code, nothing else is drawn so. */
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
  /** Fonts of the page that are embedded as a subset, and all fonts there are. */
  readonly embeddedFonts: number
  readonly fonts: number
  readonly title: string
}

interface PdfObject {
  readonly head: string
  readonly stream: Buffer | null
}
type Objects = ReadonlyMap<string, PdfObject>

/** Small on purpose: it understands what the PDF library writes, and throws at anything else. */
export function readPdf(pdf: Buffer, pageIndex = 0): ReadPdf {
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('not a PDF')
  const objects = objectsOf(pdf)
  const all = [...objects.values()]
  const pages = all.filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  const page = pages[pageIndex]?.head ?? ''
  const [, width = 0, height = 0] = found(page, /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/).map(Number)
  const fonts = all.filter(({ head }) => /\/Type \/Font\b/.test(head) && /\/Subtype \/Type0/.test(head))
  const resources = objects.get(found(page, /\/Resources (\d+) 0 R/)[1] ?? '')?.head ?? ''
  const maps = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, charactersOf(objects, id)]))
  const content = objects.get(found(page, /\/Contents (\d+) 0 R/)[1] ?? '')?.stream?.toString('latin1') ?? ''
  return {
    pages: pages.length,
    size: { width, height },
    texts: textsOf(content, maps),
    bars: barsOf(content),
    embeddedFonts: all.filter(({ head }) => /\/FontFile[23] \d+ 0 R/.test(head)).length,
    fonts: fonts.length,
    title: textIn(objects.get(found(all.find(({ head }) => /\/Title /.test(head))?.head ?? '', /\/Title (\d+) 0 R/)[1] ?? '')?.head ?? ''),
  }
}

function objectsOf(pdf: Buffer): Objects {
  const text = pdf.toString('latin1')
  const written = [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)]
  return new Map(written.map(([, id = '', body = '']) => [id, objectIn(body)]))
}

function objectIn(body: string): PdfObject {
  const at = body.indexOf('stream\n')
  if (at < 0) return { head: body, stream: null }
  const head = body.slice(0, at)
  const bytes = Buffer.from(body.slice(at + 'stream\n'.length, body.lastIndexOf('\nendstream')), 'latin1')
  return { head, stream: /FlateDecode/.test(head) ? inflateSync(bytes) : bytes }
}

/** Glyph number → text, from the table by which a reader searches and copies. */
function charactersOf(objects: Objects, fontId: string): ReadonlyMap<number, string> {
  const [, mapId = ''] = found(objects.get(fontId)?.head ?? '', /\/ToUnicode (\d+) 0 R/)
  const map = objects.get(mapId)?.stream?.toString('latin1') ?? ''
  const characters = new Map<number, string>()
  for (const [, from = '', list = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    const texts = [...list.matchAll(/<([\w ]*)>/g)].map(([, hex = '']) => Buffer.from(hex.replace(/ /g, ''), 'hex').swap16().toString('utf16le'))
    texts.forEach((text, index) => characters.set(parseInt(from, 16) + index, text))
  }
  if (characters.size === 0) throw new Error(`font ${fontId} cannot be searched`)
  return characters
}

function textsOf(content: string, maps: ReadonlyMap<string, ReadonlyMap<number, string>>): readonly string[] {
  let font: ReadonlyMap<number, string> | undefined
  const texts: string[] = []
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = maps.get(name)
    if (shown === undefined) continue
    const glyphs = [...shown.matchAll(/<(\w*)>/g)].flatMap(([, hex = '']) => hex.match(/\w{4}/g) ?? [])
    texts.push(glyphs.map((glyph) => font?.get(parseInt(glyph, 16)) ?? '\ufffd').join(''))
  }
  return texts
}

function barsOf(content: string): ReadPdf['bars'] {
  // The page's own scaling comes first, and holds for all of it.
  const scale = Number(/^([\d.]+) 0 0 \1 0 0 cm$/m.exec(content)?.[1] ?? 1)
  return [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map(([, ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map((number) => Number(number) * scale)
    return { x, y, width, height }
  })
}

/** "(…)" with its escapes, in UTF-16 where it begins with the mark for it. */
function textIn(object: string): string {
  const [, raw = ''] = found(object, /^\(([\s\S]*)\)$/)
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const bytes = Buffer.from(raw.replace(/\\([\s\S])/g, (_, sign: string) => named[sign] ?? sign), 'latin1')
  return bytes.readUInt16BE() === 0xfeff ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1')
}

function found(text: string, pattern: RegExp): RegExpExecArray {
  const match = pattern.exec(text)
  if (match === null) throw new Error(`not a PDF of ours: ${pattern} is missing`)
  return match
}
