import type { Entry } from '@huiying/shared/ledger'
import { exportBook } from '../../src/features/ledger/export-book'
import { dataSourceFor } from '../../src/platform/database/data-source'
import { parseDatabaseUrl } from '../../src/platform/database/database-url'
import type { Database } from '../../src/platform/database/open-database'
import type { FreshDatabase } from './fresh-database'
import { appendEntries, openBareBook } from './ledger-book'
import { headsInHand, startLedgerWitness, type LedgerWitness } from './ledger-witness'

/** Of the village whose book it is. */
const READER = {
  accountId: 'account-wang', personId: 'wang',
  posts: [{
    id: 'p', personId: 'wang', kind: 'resident' as const, unitId: 'liushu', villageId: 'liushu', subDistrictId: 'qingxi',
    charge: null, fromAt: 0, toAt: null,
  }],
}

/** A book of twelve entries, the seventh taken back by the twelfth, signed after the fifth and at its end. */
export async function signedBook(database: Database): Promise<LedgerWitness> {
  const { unitOfWork } = database
  const witness = await startLedgerWitness()
  const { worker } = headsInHand(database, witness.config, witness.folder)
  await openBareBook(unitOfWork, 'book')
  await appendEntries(unitOfWork, 'book', 5)
  await worker.drain()
  await appendEntries(unitOfWork, 'book', 6)
  await appendEntries(unitOfWork, 'book', 1, REVERSAL_OF_SEVENTH)
  await worker.drain()
  return witness
}

const REVERSAL_OF_SEVENTH: Partial<Entry> = {
  source: { type: 'reversal', entryId: 'book-e6', month: '2026-08', voucher: 7, of: 'income' },
  lines: [
    { account: '101', side: 'credit', amountFen: 1_006 },
    { account: '511', side: 'debit', amountFen: 1_006 },
  ],
}

export async function exportText({ reads }: Database, witness: LedgerWitness): Promise<string> {
  let text = ''
  for await (const chunk of await exportBook(reads, READER, 'book', witness.config)) text += chunk
  return text
}

/** Changes a row behind the product's back, as the owner of a database can: the triggers go, and come back. */
export async function tamper(
  { url, database: { dialect } }: FreshDatabase, table: string, sql: string, params: readonly (string | number)[],
): Promise<void> {
  const schema = await dataSourceFor(parseDatabaseUrl(url), dialect, 'schema').initialize()
  try {
    const triggers = TRIGGERS.filter(({ on }) => on === table)
    for (const { name } of triggers) await schema.query(`DROP TRIGGER ${name}`)
    await schema.query(sql, [...params])
    for (const { name, event, on } of triggers) {
      const head = `CREATE TRIGGER ${name} BEFORE ${event} ON ${on} FOR EACH ROW`
      await schema.query(dialect === 'sqlite'
        ? `${head} BEGIN SELECT RAISE(ABORT, '${name}'); END`
        : `${head} SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${name}'`)
    }
  } finally {
    await schema.destroy()
  }
}

const TRIGGERS = [
  { name: 'ledger_entry_is_final', event: 'UPDATE', on: 'ledger_entries' },
  { name: 'ledger_entry_stays', event: 'DELETE', on: 'ledger_entries' },
  { name: 'ledger_line_is_final', event: 'UPDATE', on: 'ledger_lines' },
  { name: 'ledger_line_stays', event: 'DELETE', on: 'ledger_lines' },
  { name: 'expense_signature_is_final', event: 'UPDATE', on: 'expense_signatures' },
]
