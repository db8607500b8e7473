import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { SessionAnswer } from '@huiying/shared/identity'
import type { NoticeListAnswer } from '@huiying/shared/notifications'
import type { TicketView } from '@huiying/shared/tickets'
import { openDatabase } from '../src/platform/database/open-database'
import { settleSmallVillage } from './support/small-village'

const MAIN = join(__dirname, '../dist/src/main.js')
const KILLS = 6

/** The compiled server as a process that is killed, hard, the moment it has answered. */
describe('killed', () => {
  let dir: string
  let running: ChildProcess | null = null

  beforeAll(() => {
    if (!existsSync(MAIN)) throw new Error('this test needs the server built: tsc -b shared server')
  })
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'huiying-killed-'))
    const database = await openDatabase(`sqlite:${join(dir, 'huiying.db')}`)
    await settleSmallVillage(database)
    await database.close()
  })
  afterEach(() => {
    running?.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  })

  async function start(): Promise<string> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'], DATA_DIR: dir, PORT: '0', H5_DIR: join(dir, 'none'), DEMO: '1', DEMO_DATA: '0', DATABASE_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running = child
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (said += chunk.toString()))
    for (;;) {
      const found = /http:\/\/localhost:\d+(?=\/)/.exec(said)
      if (found !== null) return found[0].replace('localhost', '127.0.0.1')
      if (child.exitCode !== null) throw new Error(said)
      await pause(20)
    }
  }

  async function kill(): Promise<void> {
    const gone = new Promise((resolve) => running?.once('exit', resolve))
    running?.kill('SIGKILL')
    await gone
  }

  async function send<Answer>(url: string, body: object | null, token: string | null, key?: string): Promise<Answer> {
    const answer = await fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Answer
  }
  const signIn = async (url: string, personId: string): Promise<string> =>
    (await send<SessionAnswer>(`${url}/api/session/demo`, { personId }, null)).token

  it('between the commit and the telling: every ticket is there, and the secretary hears of each once', async () => {
    const raised: string[] = []
    for (let round = 0; round < KILLS; round += 1) {
      const url = await start()
      const token = await signIn(url, 'wang')
      const body = { villageId: 'liushu', text: `第 ${round} 件事，下水道堵了` }
      raised.push((await send<TicketView>(`${url}/api/tickets`, body, token, `key-of-round-${round}`)).id)
      await kill()
    }
    const url = await start()
    const secretary = await signIn(url, 'li')
    const told = async () => (await send<NoticeListAnswer>(`${url}/api/notices`, null, secretary)).rows.map((row) => row.ticketId)
    for (let tries = 0; tries < 200 && (await told()).length < KILLS; tries += 1) await pause(50)
    // Long enough for a second telling to come, if there were one.
    await pause(500)
    expect([...(await told())].sort()).toEqual([...raised].sort())
  }, 120_000)
})
