import { readFileSync } from 'node:fs'

// A moment as a number, or a time-ordered id, anywhere in a text.
const MOMENT = String.raw`(?<![0-9])1[0-9]{12}(?![0-9])`
const ID = '(?<![0-9A-Z])01[0-9A-HJKMNP-TV-Z]{24}(?![0-9A-Z])'
const MOMENT_REACH_MS = 90 * 86_400_000

/** Tables other than those of the schema's own history, with their number of rows. */
export async function sizesOf(connection) {
  const [tables] = await connection.query("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")
  const sizes = new Map()
  for (const { name } of tables) {
    const [[{ n }]] = await connection.query(`SELECT COUNT(*) AS n FROM \`${name}\``)
    sizes.set(name, Number(n))
  }
  return sizes
}

/**
 * The rows that came into being between two looks, by table: what the bare service is to write again and again.
 * @throws Error for a table that had rows before: which of them are new could not be told
 */
export async function rowsSince(connection, before) {
  const after = await sizesOf(connection)
  const tables = []
  for (const [name, count] of after) {
    if (count === before.get(name)) continue
    if (before.get(name) !== 0) throw new Error(`${name} was not empty before`)
    const [rows] = await connection.query({ sql: `SELECT * FROM \`${name}\``, rowsAsArray: true })
    const [columns] = await connection.query(`SHOW COLUMNS FROM \`${name}\``)
    tables.push({ name, columns: columns.map(({ Field }) => Field), rows })
  }
  return tables
}

/** How much a table of these holds: rows, and characters of all their values. */
export async function weightOf(connection, tables) {
  let rows = 0
  let bytes = 0
  for (const { name, columns } of tables) {
    const length = columns.map((column) => `COALESCE(LENGTH(\`${column}\`), 0)`).join(' + ')
    const [[one]] = await connection.query(`SELECT COUNT(*) AS n, COALESCE(SUM(${length}), 0) AS bytes FROM \`${name}\``)
    rows += Number(one.n)
    bytes += Number(one.bytes)
  }
  return { rows, bytes }
}

/**
 * The template as statements to be filled: `fill({ now, nextId, known })` gives the values of each, where `known` says
 * what stands now where a person, a village, a text stood in the template.
 * @param path file of { at, known: [text in the template, name][], tables }
 */
export function readTemplate(path) {
  const { at, known, tables } = JSON.parse(readFileSync(path, 'utf8'))
  const texts = [...known].sort(([one], [other]) => other.length - one.length)
  const pattern = new RegExp(`${texts.map(([text]) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')}|${ID}|${MOMENT}`, 'g')
  const names = new Map(texts)
  const newIds = new Map()
  const partsOf = (text) => {
    const parts = []
    let from = 0
    for (const found of text.matchAll(pattern)) {
      const [word] = found
      const part = partFor(word)
      if (part === null) continue
      if (found.index > from) parts.push(text.slice(from, found.index))
      parts.push(part)
      from = found.index + word.length
    }
    if (from < text.length || parts.length === 0) parts.push(text.slice(from))
    return parts
  }
  const partFor = (word) => {
    if (names.has(word)) return { name: names.get(word) }
    if (/^\d{13}$/.test(word)) return Math.abs(Number(word) - at) > MOMENT_REACH_MS ? null : { afterMs: Number(word) - at }
    if (!newIds.has(word)) newIds.set(word, newIds.size)
    return { newId: newIds.get(word) }
  }
  const cellOf = (value) => {
    if (value === null) return () => null
    const parts = partsOf(String(value))
    const valueOf = (part, filling) => {
      if (typeof part === 'string') return part
      if (part.name !== undefined) return filling.known[part.name]
      return part.newId === undefined ? filling.now + part.afterMs : filling.ids[part.newId]
    }
    const [only] = parts
    if (parts.length > 1) return (filling) => parts.map((part) => valueOf(part, filling)).join('')
    if (typeof only === 'string') return () => value
    return (filling) => valueOf(only, filling)
  }
  const statements = tables.map(({ name, columns, rows }) => ({
    sql: `INSERT INTO \`${name}\` (${columns.map((column) => `\`${column}\``).join(', ')}) VALUES ${rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')}`,
    cells: rows.flat().map(cellOf),
  }))
  return {
    sqls: statements.map(({ sql }) => sql),
    fill: ({ now, nextId, known: values }) => {
      const filling = { now, known: values, ids: Array.from({ length: newIds.size }, nextId) }
      return statements.map(({ cells }) => cells.map((cell) => cell(filling)))
    },
  }
}
