import mysql from 'mysql2/promise'
import { randomBytes } from 'node:crypto'
import { openDatabase } from '../../src/platform/database/open-database'

const name = `huiying_test_${randomBytes(6).toString('hex')}`
let isMade = false

/** One database per test file on the server of TEST_DATABASE_URL, emptied for each test and dropped after the last. */
export async function emptyServerDatabase(): Promise<string> {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  if (isMade) await withConnection(empty)
  else await make(url.toString())
  return url.toString()
}

async function make(url: string): Promise<void> {
  await withConnection(async (connection) => {
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  })
  isMade = true
  await (await openDatabase(url)).close()
}

afterAll(async () => {
  if (isMade) await withConnection(async (connection) => void (await connection.query(`DROP DATABASE ${name}`)))
})

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL']
  if (url === undefined) throw new Error('DB=mariadb needs TEST_DATABASE_URL, e.g. mysql://root@127.0.0.1:3306/')
  return url
}

async function empty(connection: mysql.Connection): Promise<void> {
  const [rows] = await connection.query<mysql.RowDataPacket[]>(
    `SELECT t.table_name AS name, EXISTS (
       SELECT 1 FROM information_schema.triggers g WHERE g.event_object_schema = t.table_schema
       AND g.event_object_table = t.table_name AND g.event_manipulation = 'DELETE') AS is_kept
     FROM information_schema.tables t WHERE t.table_schema = ? AND t.table_name <> 'migrations'`,
    [name],
  )
  for (const row of rows) {
    const table = `\`${name}\`.\`${row['name']}\``
    // DELETE, not TRUNCATE, which makes the file anew and takes ten times as long for a handful of rows; but it alone
    // gets past the triggers of what may never be deleted.
    if (Number(row['is_kept']) === 0) await connection.query(`DELETE FROM ${table}`)
    else if (await hasRows(connection, table)) await connection.query(`TRUNCATE ${table}`)
  }
}

async function hasRows(connection: mysql.Connection, table: string): Promise<boolean> {
  const [rows] = await connection.query<mysql.RowDataPacket[]>(`SELECT 1 FROM ${table} LIMIT 1`)
  return rows.length > 0
}

async function withConnection(act: (connection: mysql.Connection) => Promise<void>): Promise<void> {
  const { hostname, port, username, password, searchParams } = new URL(serverUrl())
  const socketPath = searchParams.get('socket')
  const connection = await mysql.createConnection({
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    ...(socketPath === null ? { host: hostname, port: Number(port || 3306) } : { socketPath }),
  })
  try {
    await act(connection)
  } finally {
    await connection.end()
  }
}
