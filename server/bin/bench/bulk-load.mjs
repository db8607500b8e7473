import { createRequire } from 'node:module'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { root } from '../paths.mjs'

const require = createRequire(join(root, 'server/package.json'))
/** A machine that is busy making rows is slow to say hello. */
const connectTimeoutMs = 60_000
const silenceSeconds = 3_600

/**
 * Fills tables of a MariaDB past the unit of work, in the database's own text format: a million rows in seconds. Into
 * empty tables above all, whose indexes are then built in one go.
 */
export class BulkLoad {
  #url
  #open = new Map()

  constructor(url) {
    this.#url = url
  }

  /** Rows as the table's plain type. */
  rows(table, rows) {
    this.text(table, rows.map((row) => `${table.toScalars(row).map(cellText).join('\t')}\n`).join(''))
  }

  /** Lines that are already text, one row each, columns in the table's order. */
  text(table, lines) {
    if (lines === '') return
    let sink = this.#open.get(table.name)
    if (sink === undefined) {
      sink = this.#start(table)
      this.#open.set(table.name, sink)
    }
    sink.stream.write(lines)
  }

  /** Waits until the database keeps up: to be called every now and then, or the lines pile up in memory. */
  async breathe() {
    await setImmediate()
    for (const sink of this.#open.values()) {
      // Asked now and not remembered: meanwhile it may have been taken.
      if (sink.stream.writableNeedDrain) await Promise.race([once(sink.stream, 'drain'), sink.loaded])
    }
  }

  async end() {
    for (const { stream } of this.#open.values()) stream.end()
    const sinks = [...this.#open.values()]
    this.#open.clear()
    await Promise.all(sinks.map(({ loaded }) => loaded))
  }

  #start(table) {
    const stream = new PassThrough({ highWaterMark: 1 << 20 })
    const loaded = this.#load(table, stream)
    // Heard of where somebody waits for it.
    loaded.catch(() => undefined)
    return { stream, loaded }
  }

  async #load(table, stream) {
    const connection = await require('mysql2/promise').createConnection({
      uri: this.#url, charset: 'utf8mb4_bin', connectTimeout: connectTimeoutMs,
    })
    try {
      for (const check of ['unique_checks', 'foreign_key_checks']) await connection.query(`SET SESSION ${check} = 0`)
      // A table that few rows go into is silent for longer than the database waits by itself.
      await connection.query(`SET SESSION net_read_timeout = ${silenceSeconds}`)
      const columns = table.columns.map(({ name }) => `\`${name}\``).join(', ')
      const [{ warningStatus }] = await connection.query({
        sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE \`${table.name}\` CHARACTER SET utf8mb4 (${columns})`,
        infileStreamFactory: () => stream,
      })
      // Under LOCAL what does not fit is cut off or left out with a warning.
      if (warningStatus > 0) throw new Error(`${table.name}: rows did not fit`)
    } finally {
      await connection.end()
    }
  }
}

/** A value as it stands in a line. */
export function cellText(scalar) {
  if (scalar === null) return '\\N'
  return String(scalar).replace(/[\\\t\n]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n' })[sign])
}
