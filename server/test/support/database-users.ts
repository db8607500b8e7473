import mysql from 'mysql2/promise'

/** Servers under names of their own, so that the database says whose transaction is open. */
export interface DatabaseUsers {
  /** `DATABASE_URL` of the one with that number. */
  urlOf(index: number): string
  /** How many transactions with locked rows it has open. True of a frozen one only. */
  openTransactions(index: number): Promise<number>
  close(): Promise<void>
}

const PASSWORD = 'huiying'

/** As root, by the socket of the private database: the tests' own user may grant nothing. */
export async function databaseUsers(url: string, count: number): Promise<DatabaseUsers> {
  const address = new URL(url)
  const asTests = await mysql.createConnection(url)
  const [rows] = await asTests.query<mysql.RowDataPacket[]>('SELECT @@socket AS socketPath')
  await asTests.end()
  const root = await mysql.createConnection({ user: 'root', socketPath: String(rows[0]?.['socketPath']) })
  const nameOf = (index: number): string => `worker_${index}`
  for (let index = 0; index < count; index += 1) {
    await root.query(`CREATE USER IF NOT EXISTS '${nameOf(index)}'@'127.0.0.1' IDENTIFIED BY '${PASSWORD}'`)
    await root.query(`GRANT ALL PRIVILEGES ON *.* TO '${nameOf(index)}'@'127.0.0.1'`)
  }
  return {
    urlOf: (index) => `mysql://${nameOf(index)}:${PASSWORD}@${address.host}${address.pathname}`,
    openTransactions: async (index) => {
      const [found] = await root.query<mysql.RowDataPacket[]>(
        `SELECT COUNT(*) AS n FROM information_schema.innodb_trx t
         JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
         WHERE p.user = ? AND t.trx_rows_locked > 0`, [nameOf(index)],
      )
      return Number(found[0]?.['n'] ?? 0)
    },
    close: () => root.end(),
  }
}
