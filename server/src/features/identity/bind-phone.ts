import type { Account, Person, Viewer } from '@huiying/shared/identity'
import { isSameName } from '@huiying/shared/identity'
import { DomainError, normalizePhone } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { RawRow } from '../../platform/database/table'
import { saysCodeIsSpent, WeChatError, type WeChatClient } from '../../platform/wechat'
import { accountTable } from './account.table'
import { personTable } from './person.table'

/** `unknown`: no register has the number; `shared`: several people do, and a name must tell which. */
type Match = 'bound' | 'unknown' | 'shared' | 'nobody-of-that-name'

/**
 * Finds out who an account belongs to by the number WeChat vouches for. One person may bind several accounts.
 * The number is kept in any case, so that a second step needs no second code.
 * @throws identity.already-bound, identity.phone-refused, identity.phone-missing, identity.name-missing when several
 *   people share the number, identity.person-not-found when none of them has the name; wechat.unreachable
 */
export class BindPhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly weChat: WeChatClient,
  ) {}

  async execute(viewer: Viewer, code: string | null, name: string | null): Promise<void> {
    // Before the code is spent: WeChat takes each only once.
    if (viewer.personId !== null) throw new DomainError('identity.already-bound')
    const vouched = code === null ? null : await this.vouchedPhone(code)
    const match = await this.unitOfWork.run(async (work): Promise<Match> => {
      const account = await work.findOne(accountTable, { id: viewer.accountId }, { lock: true })
      if (account === null || account.personId !== null) throw new DomainError('identity.already-bound')
      const phone = vouched ?? account.phone
      if (phone === null) throw new DomainError('identity.phone-missing')
      return bind(work, { ...account, phone }, await peopleWith(work, phone), name)
    })
    if (match === 'shared') throw new DomainError('identity.name-missing')
    if (match === 'nobody-of-that-name') throw new DomainError('identity.person-not-found')
  }

  private async vouchedPhone(code: string): Promise<string> {
    try {
      const { phone, countryCode } = await this.weChat.phoneNumber(code)
      const normalized = countryCode === '86' ? normalizePhone(phone) : null
      if (normalized !== null) return normalized
    } catch (error) {
      if (!(error instanceof WeChatError) || !saysCodeIsSpent(error.errcode)) throw error
    }
    throw new DomainError('identity.phone-refused')
  }
}

/** Only people with a post in force: whoever moved away years ago is nobody's match. */
async function peopleWith(work: Work, phone: string): Promise<readonly Person[]> {
  const rows = await work.query<RawRow>(
    `SELECT ${personTable.columnListOf('h')} FROM people h WHERE h.phone = ? AND EXISTS (
       SELECT 1 FROM posts p WHERE p.person_id = h.id AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?))`,
    [phone, work.now, work.now],
  )
  return rows.map(personTable.fromRaw)
}

function bind(work: Work, account: Account, people: readonly Person[], name: string | null): Match {
  const named = people.length > 1 && name !== null ? people.filter((person) => isSameName(person.name, name)) : people
  const [person] = named
  const isFound = named.length === 1 && person !== undefined
  work.update(accountTable, isFound ? { ...account, personId: person.id } : account)
  if (isFound) {
    work.record(person.id, [{ type: 'identity.account-bound', subjectId: account.id, personId: person.id }])
    return 'bound'
  }
  if (people.length === 0) return 'unknown'
  return name === null ? 'shared' : 'nobody-of-that-name'
}
