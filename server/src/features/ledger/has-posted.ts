import type { Work } from '../../platform/database/work'

/** Does an entry of some book stand under his name? */
export async function hasPosted(work: Work, personId: string): Promise<boolean> {
  return (await work.query('SELECT id FROM ledger_entries WHERE posted_by = ? LIMIT 1', [personId])).length > 0
}
