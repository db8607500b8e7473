import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DEFAULT_SLA_TERMS, type SlaTerms } from '@huiying/shared/sla'
import { TEMPLATE_KEYS } from '@huiying/shared/notifications'
import { compareTickets, type Difference } from '../../src/checks/tickets/compare-tickets'
import { subscriptionTable } from '../../src/features/notifications/subscription.table'
import { policyTable } from '../../src/features/sla/policy.table'
import { openDatabase, type Database } from '../../src/platform/database/open-database'
import { STANDIN_SMS, startSmsStandIn, type SmsStandIn } from '../../standin/sms/start-sms-stand-in'
import { startWeChatStandIn, type WeChatStandIn } from '../../standin/wechat/start-wechat-stand-in'
import { emptyServerDatabase } from '../support/server-database'

const MANY = 1_000_000
/** All his messages go by text. */
export const TEXTED = 'zhou'

/** A database that several processes share, and everything outside that they speak to. */
export interface World {
  readonly database: Database
  readonly url: string
  readonly weChat: WeChatStandIn
  readonly sms: SmsStandIn
  /** The settings every server shares. */
  readonly env: Readonly<Record<string, string>>
  rows<Row>(sql: string, ...params: readonly (string | number)[]): Promise<readonly Row[]>
  count(sql: string, ...params: readonly (string | number)[]): Promise<number>
  /** Ends when no timer is due, and nothing waits to be told or sent. */
  drained(withinMs: number): Promise<void>
  differences(): Promise<readonly Difference[]>
  close(): Promise<void>
}

/** @param settle puts the people in */
export async function startWorld(
  settle: (database: Database) => Promise<void>, terms: Partial<SlaTerms>,
): Promise<World> {
  const url = await emptyServerDatabase()
  const database = await openDatabase(url, { isMigrated: true })
  await settle(database)
  await promise(database, { ...DEFAULT_SLA_TERMS, ...terms })
  await acceptMessages(database)
  const weChat = await startWeChatStandIn({ port: 0, startingSubscriptions: MANY })
  const sms = await startSmsStandIn(() => Date.now())
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-kills-'))
  const { appId, appSecret } = weChat.world.options
  const { reads } = database
  const count: World['count'] = async (sql, ...params) =>
    Number((await reads.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`, params))[0]?.n)
  return {
    database, url, weChat, sms, count,
    env: {
      DATA_DIR: dataDir, DATABASE_URL: url,
      WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_API_BASE: weChat.url,
      ...Object.fromEntries(TEMPLATE_KEYS.map((key) => [`WECHAT_TEMPLATE_${key.toUpperCase()}`, `template-${key}`])),
      SMS_TENCENT_SECRET_ID: STANDIN_SMS.secretId, SMS_TENCENT_SECRET_KEY: STANDIN_SMS.secretKey,
      SMS_TENCENT_APP_ID: STANDIN_SMS.sdkAppId, SMS_SIGN_NAME: STANDIN_SMS.signName,
      SMS_TEMPLATE_ID: STANDIN_SMS.templateId, SMS_API_BASE: sms.url,
    },
    rows: (sql, ...params) => reads.query(sql, params),
    drained: async (withinMs) => {
      for (const givesUpAt = Date.now() + withinMs; ; await pause(200)) {
        const now = await database.clock.now()
        const left = [
          `timers: ${await count('timers WHERE due_at <= ?', now)}`, `outbox: ${await count('outbox')}`,
          `deliveries: ${await count('deliveries')}`, `texts: ${await count('text_deliveries')}`,
        ]
        if (left.every((one) => one.endsWith(': 0'))) return
        if (Date.now() > givesUpAt) throw new Error(`not done after ${withinMs} ms: ${left.join(', ')}`)
      }
    },
    differences: async () => {
      const found: Difference[] = []
      await compareTickets({ ...database, mends: false, onDifference: (one) => void found.push(one) })
      return found
    },
    close: async () => {
      await database.close()
      await Promise.all([weChat.stop(), sms.stop()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A clock of seconds: nobody has a day for a test. */
function promise({ unitOfWork }: Database, terms: SlaTerms): Promise<void> {
  return unitOfWork.run(async (work) => {
    work.insert(policyTable, { subDistrictId: 'qingxi', version: 1, firstOn: '2026-01-01', terms, setBy: null, setAt: null })
  })
}

function acceptMessages({ unitOfWork }: Database): Promise<void> {
  return unitOfWork.run(async (work) => {
    const accounts = await work.query<{ readonly id: string; readonly personId: string }>(
      'SELECT id, person_id AS personId FROM accounts', [],
    )
    work.insert(subscriptionTable, ...accounts.filter(({ personId }) => personId !== TEXTED).flatMap(({ id }) =>
      TEMPLATE_KEYS.map((templateKey) => ({ accountId: id, templateKey, remaining: MANY }))))
  })
}
