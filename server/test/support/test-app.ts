import type { Problem } from '@huiying/shared/facts'
import type { SessionAnswer } from '@huiying/shared/identity'
import type { InjectOptions } from 'fastify'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type HuiyingApp } from '../../src/create-app'
import { loadConfig } from '../../src/platform/config'
import type { Ids } from '../../src/platform/ids/ids'
import { silentLog, type Log } from '../../src/platform/log'
import { freshDatabase, type FreshDatabase } from './fresh-database'
import { settleSmallVillage } from './small-village'
import { startTestWeChat, type TestWeChat } from './wechat'

export interface TestApp {
  readonly app: HuiyingApp
  readonly db: FreshDatabase
  readonly weChat: TestWeChat
  /** As WeChat's user of that openid; the people of the small village are `open-<surname>`. Answers the token. */
  signIn(openId: string): Promise<string>
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, request?: Sent): Promise<TestAnswer>
  stop(): Promise<void>
}

export interface Sent {
  readonly token?: string | null
  readonly body?: object | string
  readonly headers?: Readonly<Record<string, string>>
}

export interface TestAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** Whatever JSON came; `as<Me>()` to name its type. */
  as<Answer>(): Answer
  readonly code: Problem['code'] | null
  readonly text: string
}

/** The whole server over HTTP, with a small village, a hand clock and the stand-in WeChat. Workers stand still. */
export async function startTestApp(
  env: Readonly<Record<string, string>> = {},
  log: Log = silentLog(),
  ids?: Ids,
): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-app-'))
  const db = await freshDatabase(undefined, ids)
  await settleSmallVillage(db.database)
  const weChat = await startTestWeChat()
  const { appId, appSecret, apiBase } = weChat.config
  const config = loadConfig({
    DATA_DIR: dataDir, PORT: '0', WORKERS: '0', DEMO: '0', H5_DIR: join(dataDir, 'no-pages'),
    WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_API_BASE: apiBase, ...env,
  })
  const app = await createApp(config, { database: db.database, log, weChat: weChat.client })
  const send: TestApp['send'] = async (method, url, sent = {}) => answerOf(await app.nest.inject(injected(method, url, sent)))
  return {
    app,
    db,
    weChat,
    send,
    signIn: async (openId) => {
      const answer = await send('POST', '/api/session/wechat', { body: { code: `demo:${openId}` } })
      if (answer.status !== 201) throw new Error(`cannot sign in: ${answer.text}`)
      return answer.as<SessionAnswer>().token
    },
    stop: async () => {
      await app.stop()
      await weChat.standIn.stop()
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function injected(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, { token, body, headers }: Sent): InjectOptions {
  return {
    method,
    url,
    headers: { ...(token == null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { payload: body }),
  }
}

function answerOf(response: { statusCode: number; headers: object; payload: string }): TestAnswer {
  const headers = response.headers as Record<string, unknown>
  const isJson = /\bjson\b/.test(String(headers['content-type'])) && headers['content-encoding'] === undefined
  const json: unknown = isJson && response.payload !== '' ? JSON.parse(response.payload) : null
  const code = typeof json === 'object' && json !== null && 'code' in json ? (json.code as Problem['code']) : null
  return {
    status: response.statusCode,
    headers,
    as: <Answer>() => json as Answer,
    code,
    text: response.payload,
  }
}
