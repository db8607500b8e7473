import { LEFT_NAME, NOBODY_NAME, type Viewer } from '@huiying/shared/identity'
import { placeholders } from '../../platform/database/own-sql'
import type { Work } from '../../platform/database/work'
import { accountTable } from './account.table'
import { personTable } from './person.table'

/**
 * Reads whoever the viewer is and gives back the forgetting of him: accounts that no WeChat leads to, no session, no
 * number, no home; requests to join go. What he said stays, under no name.
 * @param keepsName his name stands on papers of the village's money, which the law keeps
 */
export async function personToForget(work: Work, viewer: Viewer): Promise<(keepsName: boolean) => void> {
  const { personId } = viewer
  const own = await work.find(accountTable, { id: viewer.accountId }, { lock: true })
  const others = personId === null ? [] : await work.find(accountTable, { personId }, { lock: true })
  const person = personId === null ? null : await work.findOne(personTable, { id: personId }, { lock: true })
  const accounts = [...new Map([...own, ...others].map((account) => [account.id, account])).values()]
  return (keepsName) => {
    for (const account of accounts) {
      const { id } = account
      work.update(accountTable, { ...account, openId: `left-${id}`, unionId: null, phone: null, personId: null })
    }
    const ids = accounts.map(({ id }) => id)
    const theirs = `account_id IN (${placeholders(ids.length)})`
    work.write(`UPDATE sessions SET revoked_at = ? WHERE revoked_at IS NULL AND ${theirs}`, [work.now, ...ids])
    work.write(`DELETE FROM membership_requests WHERE ${theirs}`, ids)
    if (person === null) return
    work.write(
      'UPDATE posts SET to_at = ? WHERE person_id = ? AND (to_at IS NULL OR to_at > ?)',
      [work.now, person.id, work.now],
    )
    const name = keepsName ? person.name : LEFT_NAME
    // The next list that names him makes a new person of him, whom nothing connects with this one.
    work.update(personTable, { ...person, name, phone: null, code: `left-${person.id}` })
  }
}

/** Stands as the reporter where the reporter was forgotten: a person of the register that nobody is. */
export function keepNobody(work: Work, id: string): void {
  work.insertIfAbsent(personTable, { id, name: NOBODY_NAME, phone: null, code: 'nobody', createdAt: work.now })
}
