import type { NoticePreferences, TemplateKey } from '@huiying/shared/notifications'
import { bool, code, id, int, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** How many messages of a template the account will still take: WeChat gives one send for one acceptance. */
export interface Subscription {
  readonly accountId: string
  readonly templateKey: TemplateKey
  readonly remaining: number
}

export const subscriptionTable = defineTable<Subscription>({
  name: 'subscriptions',
  columns: { accountId: id(), templateKey: code<TemplateKey>(16), remaining: int() },
  primaryKey: ['accountId', 'templateKey'],
  checks: { ck_subscriptions_remaining: 'remaining >= 0' },
})

export interface StoredPreferences extends Omit<NoticePreferences, 'roster' | 'money'> {
  readonly personId: string
  /** `null`: chosen before there was a roster; then he wants it. */
  readonly roster: boolean | null
  /** The same for the village's money. */
  readonly money: boolean | null
}

export const preferencesTable = defineTable<StoredPreferences>({
  name: 'notice_preferences',
  columns: {
    personId: id(), answer: bool(), duty: bool(), supervision: bool(), roster: nullable(bool()),
    money: nullable(bool()),
  },
  primaryKey: ['personId'],
})
