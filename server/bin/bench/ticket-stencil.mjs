import { cellText } from './bulk-load.mjs'
import { lifeStartsAt } from './ticket-lives.mjs'

/** Names, ids still to be made with their instant, and instants themselves. */
const places = /@(?:id[^@]*|[a-z]+\d*)@|\b1[67]\d{11}\b/
const everyPlace = new RegExp(places.source, 'g')
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Rows of one lived ticket, ready to be written out again and again at other times and for other people: what differs
 * is cut out of their lines once.
 * @param lived as `live` gives it
 */
export function stencil({ rows, orders }) {
  const ids = new Map()
  const lines = new Map()
  for (const [table, row] of rows) {
    const parts = partsOf(table.toScalars(row).map(cellText).join('\t'), ids)
    const known = lines.get(table)
    if (known === undefined) lines.set(table, [parts])
    else known.push(parts)
  }
  return { lines: [...lines], ids: [...ids.values()], orders }
}

/**
 * Puts the stencil's lines to `texts`, by table.
 * @param real what stands for each name, and `startedAt`
 */
export function draw({ lines, ids }, real, texts) {
  const shift = real.startedAt - lifeStartsAt
  const made = ids.map((instant) => newId(instant + shift))
  for (const [table, rows] of lines) {
    let text = texts.get(table) ?? ''
    for (const parts of rows) {
      for (const part of parts) {
        if (typeof part === 'string') text += part
        else if (part.instant !== undefined) text += part.instant + shift
        else text += part.id === undefined ? real[part.name] : made[part.id]
      }
      text += '\n'
    }
    texts.set(table, text)
  }
}

function partsOf(line, ids) {
  const parts = []
  let end = 0
  for (const { 0: place, index } of line.matchAll(everyPlace)) {
    if (index > end) parts.push(line.slice(end, index))
    parts.push(partOf(place, ids))
    end = index + place.length
  }
  if (end < line.length) parts.push(line.slice(end))
  return parts
}

function partOf(place, ids) {
  if (!place.startsWith('@')) return { instant: Number(place) }
  if (!place.startsWith('@id')) return { name: place.slice(1, -1) }
  const known = [...ids.keys()].indexOf(place)
  if (known >= 0) return { id: known }
  ids.set(place, Number(place.slice(place.indexOf(':') + 1, -1)))
  return { id: ids.size - 1 }
}

let made = 0

/** Of the same form as every other id and sorted by its instant; what chance would fill counts here. */
export function newId(instant) {
  made += 1
  return base32(instant, 10) + base32(made, 16)
}

function base32(number, length) {
  let text = ''
  let rest = number
  for (let n = 0; n < length; n += 1) {
    text = alphabet[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return text
}
