import type { Viewer } from '@huiying/shared/identity'
import {
  DEFAULT_NOTICE_PREFERENCES, TEMPLATE_KEYS, TEMPLATE_NAMES, type SubscriptionsAnswer, type TemplateKey,
} from '@huiying/shared/notifications'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { preferencesTable, subscriptionTable } from './subscription.table'

/** WeChat's id of each template; `null` where the operator has configured none. */
export type TemplateIds = Readonly<Record<TemplateKey, string | null>>

export async function subscriptionsOf(
  reads: Reads,
  templateIds: TemplateIds,
  viewer: Viewer,
): Promise<SubscriptionsAnswer> {
  const [held, preferences] = await Promise.all([
    reads.query<RawRow>(`SELECT ${subscriptionTable.columnList} FROM subscriptions WHERE account_id = ?`, [
      viewer.accountId,
    ]),
    reads.query<RawRow>(`SELECT ${preferencesTable.columnList} FROM notice_preferences WHERE person_id = ?`, [
      viewer.personId,
    ]),
  ])
  const subscriptions = held.map(subscriptionTable.fromRaw)
  const wanted = preferences[0] === undefined ? DEFAULT_NOTICE_PREFERENCES : preferencesTable.fromRaw(preferences[0])
  return {
    templates: TEMPLATE_KEYS.map((key) => ({
      key,
      name: TEMPLATE_NAMES[key],
      templateId: templateIds[key],
      remaining: subscriptions.find((one) => one.templateKey === key)?.remaining ?? 0,
      wanted: wanted[key] ?? true,
    })),
  }
}
