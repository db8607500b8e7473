import type { Work } from '../../platform/database/work'

/** Does a signature of his stand on such a paper, live or void? */
export async function hasSignedForSeal(work: Work, personId: string): Promise<boolean> {
  return (await work.query('SELECT nonce FROM seal_signatures WHERE person_id = ? LIMIT 1', [personId])).length > 0
}
