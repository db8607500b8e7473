import { DAY_MS } from '@huiying/shared/kernel'
import type { TemplateKey } from '@huiying/shared/notifications'
import { join, resolve } from 'node:path'
import { parseDatabaseUrl } from '../database/database-url'
import { WECHAT_API_BASE, type PushConfig, type WeChatConfig } from '../wechat'
import { channelConfig, type ChannelConfig } from './channel-settings'
import { ConfigError } from './config-error'
import { prepareDataDir } from './data-dir'
import { keptFileUrlKey } from './file-url-key'
import { keptPayeeAccountKey } from './payee-account-key'
import { ledgerConfig, type LedgerConfig } from './ledger-settings'
import { publicUrlOf } from './public-url'
import { flag, oneOf, textOf, wholeNumber, type Env } from './settings'
import { refuseDemoWithRealApp, weChatCredentials, weChatPush } from './wechat-settings'
import { programVersion, workspaceRoot } from './workspace-root'

/** Everything the operator can set, read once at the start and passed on from there; `docs/operations.md` lists it. */
export interface Config {
  /** Of this program. */
  readonly version: string
  readonly port: number
  readonly host: string
  /** By which residents reach the product, no slash at the end; `null`: not known, so no QR code is printed. */
  readonly publicUrl: string | null
  /** Absolute; holds the embedded database, uploaded files and the key below. */
  readonly dataDir: string
  readonly databaseUrl: string
  readonly isDemo: boolean
  /** An empty demo is filled with a sub-district and its nine days. */
  readonly fillsDemo: boolean
  readonly weChat: WeChatConfig
  /** `null`: WeChat sends this server nothing by itself. */
  readonly weChatPush: PushConfig | null
  /** WeChat's ids of the subscribe-message templates; `null`: the operator has none, and nothing is sent for it. */
  readonly weChatTemplates: Readonly<Record<TemplateKey, string | null>>
  /** How people are reached besides WeChat. */
  readonly channels: ChannelConfig
  /** True where the demo must bring its own WeChat. */
  readonly needsStandIn: boolean
  /** Signs the addresses of files; servers that share a database must share it. */
  readonly fileUrlKey: string
  /** Makes the digests of payees' account numbers; servers that share a database must share it. */
  readonly payeeAccountKey: string
  readonly ledger: LedgerConfig
  /** True where the demo must bring its own witness. */
  readonly needsWitness: boolean
  readonly h5Dir: string
  readonly sessionLifeMs: number
  /** Timers, outbox and deliveries run in this process. */
  readonly runsWorkers: boolean
  /** Other web origins that may call the API from a browser; mostly none. */
  readonly corsOrigins: readonly string[]
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/**
 * Reads the settings, and makes sure that DATA_DIR can be written.
 * @throws ConfigError naming the setting that is wrong and how to put it right
 */
export function loadConfig(env: Env): Config {
  const root = workspaceRoot()
  const appId = textOf(env, 'WECHAT_APP_ID')
  const isDemo = flag(env, 'DEMO', appId === null)
  if (isDemo) refuseDemoWithRealApp(appId)
  const apiBase = textOf(env, 'WECHAT_API_BASE')
  const dataDir = prepareDataDir(resolve(root, textOf(env, 'DATA_DIR') ?? '.data'))
  const credentials = weChatCredentials(env, isDemo)
  const ledger = ledgerConfig(env, dataDir)
  const port = wholeNumber(env, 'PORT', 8080, { from: 0, to: 65_535 })
  // A demo lets anybody sign in as anybody: it stays on this machine unless told otherwise.
  const host = textOf(env, 'HOST') ?? (isDemo ? '127.0.0.1' : '0.0.0.0')
  return Object.freeze({
    version: programVersion(),
    port,
    host,
    publicUrl: publicUrlOf(env, isDemo ? { host, port } : null),
    dataDir,
    databaseUrl: checkedDatabaseUrl(textOf(env, 'DATABASE_URL') ?? `sqlite:${join(dataDir, 'huiying.db')}`),
    isDemo,
    fillsDemo: isDemo && flag(env, 'DEMO_DATA', true),
    weChat: Object.freeze({
      ...credentials,
      apiBase: (apiBase ?? WECHAT_API_BASE).replace(/\/+$/, ''),
      trustsCloudHeaders: flag(env, 'TRUST_CLOUD_IDENTITY', false),
      miniProgramState: oneOf(env, 'WECHAT_MINI_PROGRAM_STATE', ['formal', 'trial', 'developer'], 'formal'),
    }),
    weChatPush: weChatPush(env, credentials.appId, isDemo && apiBase === null),
    weChatTemplates: Object.freeze(templates(env, isDemo)),
    channels: channelConfig(env, isDemo),
    needsStandIn: isDemo && apiBase === null,
    fileUrlKey: keptFileUrlKey(textOf(env, 'FILE_URL_KEY'), dataDir),
    payeeAccountKey: keptPayeeAccountKey(textOf(env, 'PAYEE_ACCOUNT_KEY'), dataDir),
    ledger,
    needsWitness: isDemo && ledger.witness === null,
    h5Dir: resolve(root, textOf(env, 'H5_DIR') ?? 'miniapp/dist/h5'),
    sessionLifeMs: wholeNumber(env, 'SESSION_DAYS', 30, { from: 1, to: 365 }) * DAY_MS,
    runsWorkers: flag(env, 'WORKERS', true),
    corsOrigins: Object.freeze((textOf(env, 'CORS_ORIGINS') ?? '').split(/[\s,]+/).filter((origin) => origin !== '')),
    logLevel: oneOf(env, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], isDemo ? 'warn' : 'info'),
  })
}

function checkedDatabaseUrl(url: string): string {
  try {
    parseDatabaseUrl(url)
    return url
  } catch {
    // Nothing of the address is repeated: it holds a password.
    throw new ConfigError(
      'DATABASE_URL 写得不对，应是 mysql://用户名:密码@主机:3306/库名（密码里的特殊字符要转义）；不设它就用自带的数据库。',
      'DATABASE_URL is malformed: mysql://user:password@host:3306/name (special characters escaped); unset: embedded.',
    )
  }
}

function templates(env: Env, isDemo: boolean): Config['weChatTemplates'] {
  const idOf = (name: string, key: TemplateKey) => textOf(env, name) ?? (isDemo ? `standin-${key}` : null)
  return {
    answer: idOf('WECHAT_TEMPLATE_ANSWER', 'answer'),
    duty: idOf('WECHAT_TEMPLATE_DUTY', 'duty'),
    supervision: idOf('WECHAT_TEMPLATE_SUPERVISION', 'supervision'),
    roster: idOf('WECHAT_TEMPLATE_ROSTER', 'roster'),
    money: idOf('WECHAT_TEMPLATE_MONEY', 'money'),
  }
}
