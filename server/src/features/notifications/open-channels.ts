import { DEFAULT_NOTICE_PREFERENCES, templateOf, type NoticeKind, type TemplateKey } from '@huiying/shared/notifications'
import { placeholders } from '../../platform/database/own-sql'
import type { RawRow } from '../../platform/database/table'
import type { Work } from '../../platform/database/work'
import { accountsOfPeople } from '../identity/public'
import { preferencesTable, subscriptionTable, type Subscription } from './subscription.table'

/** The way out of the house that a person left open. */
export interface OpenChannel {
  readonly accountId: string
  readonly openId: string
  readonly templateKey: TemplateKey
}

/** Who is to be told something of which kind. */
export interface Addressed {
  readonly personId: string
  readonly kind: NoticeKind
}

/** What people still take by WeChat, counted down as it is used; `store` writes what is left. */
export class OpenChannels {
  private readonly used = new Set<Subscription>()

  private constructor(
    private readonly accounts: ReadonlyMap<string, readonly { readonly id: string; readonly openId: string }[]>,
    private readonly held: ReadonlyMap<string, { remaining: number } & Subscription>,
    private readonly isUnwanted: (addressed: Addressed) => boolean,
  ) {}

  /** Locks what is left of the acceptances: two may want the last one. */
  static async of(work: Work, addressed: readonly Addressed[]): Promise<OpenChannels> {
    const personIds = [...new Set(addressed.map(({ personId }) => personId))].sort()
    if (personIds.length === 0) return new OpenChannels(new Map(), new Map(), () => false)
    const preferences = new Map(
      (await work.find(preferencesTable, { personId: personIds })).map((row) => [row.personId, row]),
    )
    const isUnwanted = ({ personId, kind }: Addressed): boolean =>
      (preferences.get(personId) ?? DEFAULT_NOTICE_PREFERENCES)[templateOf(kind)] === false
    const wanted = addressed.filter((one) => !isUnwanted(one))
    const accounts = await accountsOfPeople(work, [...new Set(wanted.map(({ personId }) => personId))])
    const accountIds = [...accounts.values()].flat().map(({ id }) => id)
    const held = await subscriptionsLeft(work, accountIds, [...new Set(wanted.map(({ kind }) => templateOf(kind)))])
    return new OpenChannels(accounts, held, isUnwanted)
  }

  /** An account of the person that still takes this template, if he wants it at all; one is enough. */
  take(addressed: Addressed): OpenChannel | null {
    if (this.isUnwanted(addressed)) return null
    const templateKey = templateOf(addressed.kind)
    for (const { id: accountId, openId } of this.accounts.get(addressed.personId) ?? []) {
      const subscription = this.held.get(`${accountId} ${templateKey}`)
      if (subscription === undefined || subscription.remaining === 0) continue
      subscription.remaining -= 1
      this.used.add(subscription)
      return { accountId, openId, templateKey }
    }
    return null
  }

  store(work: Work): void {
    for (const subscription of this.used) work.update(subscriptionTable, subscription)
  }
}

/** Those used up are left unlocked: where hundreds are told in a row, everybody would wait for those rows. */
async function subscriptionsLeft(
  work: Work,
  accountIds: readonly string[],
  templateKeys: readonly TemplateKey[],
): Promise<ReadonlyMap<string, Subscription>> {
  if (accountIds.length === 0 || templateKeys.length === 0) return new Map()
  const rows = await work.query<RawRow>(
    `SELECT ${subscriptionTable.columnList} FROM subscriptions WHERE account_id IN (${placeholders(accountIds.length)})
       AND template_key IN (${placeholders(templateKeys.length)}) AND remaining > 0 ORDER BY account_id, template_key`,
    [...accountIds, ...templateKeys],
    { lock: true },
  )
  return new Map(rows.map(subscriptionTable.fromRaw).map((one) => [`${one.accountId} ${one.templateKey}`, one]))
}
