import { createRequire } from 'node:module'
import path from 'node:path'
import type { PostKind } from '@huiying/shared/identity'
import type { UnitBrief } from '@huiying/shared/villages'
import type { World } from '../support/world'
import type { SomePerson } from './people'

/** Whoever keeps, signs and reads a village's book. */
export interface VillageHands {
  readonly village: UnitBrief
  readonly accountant: Named
  /** A committee member. */
  readonly handler: Named
  /** A resident with a phone and a name of his own, by which he is found. */
  readonly witness: Named
  readonly supervisor: Named
  readonly director: Named
  readonly secretary: Named
  /** Another resident. */
  readonly reader: Named
}

export type Named = SomePerson & { readonly name: string }

/** What the story reads where the product keeps it; the demo's own list offers a few people only. */
interface Database {
  prepare(sql: string): { all(...values: readonly string[]): readonly Readonly<Record<string, string>>[] }
  exec(sql: string): void
  close(): void
}

/** @throws Error when every village has a book already */
export function villageWithoutBook({ dataDir }: World): VillageHands {
  return withDatabase(dataDir, (database) => {
    const villages = database.prepare(`SELECT u.id, u.name FROM units u WHERE u.kind = 'village'
      AND NOT EXISTS (SELECT 1 FROM ledger_books b WHERE b.village_id = u.id) ORDER BY u.code`).all()
    for (const { id = '', name = '' } of villages) {
      const hands = handsOf(database, { id, name, kind: 'village' } as UnitBrief)
      if (hands !== null) return hands
    }
    throw new Error('no village is left that has all its people and no book')
  })
}

/** Has the database's owner change it, past the product: its triggers go and come back. */
export function changeBehind({ dataDir }: World, table: string, sql: string): void {
  withDatabase(dataDir, (database) => {
    const triggers = database.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?`).all(table)
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
    database.exec(sql)
    for (const trigger of triggers) database.exec(trigger['sql'] ?? '')
  })
}

/** Nobody twice: each has a phone of his own. `null`: somebody is missing, or is two of them at once. */
function handsOf(database: Database, village: UnitBrief): VillageHands | null {
  const holders = (kind: PostKind): readonly Named[] =>
    database.prepare(`SELECT h.id AS personId, h.name, h.phone FROM posts p JOIN people h ON h.id = p.person_id
      WHERE p.village_id = ? AND p.kind = ? AND p.to_at IS NULL AND h.phone IS NOT NULL ORDER BY h.code`)
      .all(village.id, kind) as unknown as readonly Named[]
  const first = (kind: PostKind): Named | undefined => holders(kind)[0]
  const [accountant, handler, supervisor, director, secretary] = [
    first('accountant'), first('committee-member'), first('supervisor'), first('director'), first('secretary'),
  ]
  const cadres = [accountant, handler, supervisor, director, secretary]
  const all = holders('resident')
  const alone = all.filter(({ name, phone }) =>
    all.filter((one) => one.name.includes(name) || one.phone === phone).length === 1
    && cadres.every((cadre) => cadre?.name !== name && cadre?.phone !== phone))
  const [witness, reader] = alone.slice(-2)
  if (!accountant || !handler || !supervisor || !director || !secretary || !witness || !reader) return null
  if (new Set(cadres.map((cadre) => cadre?.personId)).size < cadres.length) return null
  return { village, accountant, handler, witness, supervisor, director, secretary, reader }
}

function withDatabase<Answer>(dataDir: string, act: (database: Database) => Answer): Answer {
  // The server's own driver: one that reads this file is installed for it.
  const fromServer = createRequire(path.join(__dirname, '..', '..', '..', 'server', 'package.json'))
  const Opened = fromServer('libsql') as new (file: string, options: { readonly timeout: number }) => Database
  const database = new Opened(path.join(dataDir, 'huiying.db'), { timeout: 10_000 })
  try {
    return act(database)
  } finally {
    database.close()
  }
}
