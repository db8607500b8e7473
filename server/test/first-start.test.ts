import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DemoPeopleAnswer, Me, SessionAnswer } from '@huiying/shared/identity'
import type { TicketView } from '@huiying/shared/tickets'
import { COUNTY, SUB_DISTRICT } from '../src/demo/places'
import { writeLists } from '../src/features/lists/write-workbook'

const DIST = join(__dirname, '../dist/src')

/** The compiled server on an empty folder: it fills the demo, and shares the file with other programs from then on. */
describe('the first start', () => {
  let dir: string
  const children: ChildProcess[] = []

  beforeAll(() => {
    if (!existsSync(join(DIST, 'main.js'))) throw new Error('these tests need the server built: tsc -b shared server')
  })
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'huiying-first-'))
  })
  afterEach(() => {
    for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  })

  function run(program: string, args: readonly string[] = []) {
    const child = spawn(process.execPath, [join(DIST, program), ...args], {
      env: { PATH: process.env['PATH'], DATA_DIR: dir, PORT: '0', H5_DIR: join(dir, 'none') },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    const said = { text: '' }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (said.text += chunk))
    return { child, said, ended: once(child, 'exit').then(([code]) => code as number | null) }
  }

  async function serve() {
    const server = run('main.js')
    for (;;) {
      const found = /http:\/\/localhost:\d+(?=\/)/.exec(server.said.text)
      if (found !== null) return { ...server, url: found[0].replace('localhost', '127.0.0.1') }
      if (server.child.exitCode !== null) throw new Error(server.said.text)
      await pause(20)
    }
  }

  async function send<Answer>(url: string, token: string | null = null, body: object | null = null): Promise<Answer> {
    const answer = await fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Answer
  }

  it('outlives other programs that open, read, write and close its database, and leaves one whole file', async () => {
    const server = await serve()
    expect(deletedFilesOf(server.child)).toEqual([])
    expect(readdirSync(dir).filter((name) => name.includes('unfinished'))).toEqual([])
    const { people } = await send<DemoPeopleAnswer>(`${server.url}/api/demo/people`)
    const personId = people.find(({ kind }) => kind === 'resident')?.personId ?? ''
    const { token } = await send<SessionAnswer>(`${server.url}/api/session/demo`, null, { personId })
    const villageId = (await send<Me>(`${server.url}/api/me`, token)).posts[0]?.village?.id
    const raise = (text: string) => send<TicketView>(`${server.url}/api/tickets`, token, { villageId, text })

    await raise('门口的路灯坏了')
    const lists = join(dir, 'more.xlsx')
    const units = [[COUNTY.code, COUNTY.name, '区县', ''], [SUB_DISTRICT.code, SUB_DISTRICT.name, '街道', COUNTY.code]]
    writeFileSync(lists, await writeLists({ 单位: units, 人员: [['G-9001', '新来的', '']] }))
    for (const [more, told] of [[['--check'], '新增 1'], [[], '新增 1'], [['--check'], '新增 0']] as const) {
      const command = run('features/lists/import-lists.cli.js', [lists, ...more])
      expect([await command.ended, command.said.text]).toEqual([0, expect.stringContaining(told)])
      const { id } = await raise(`又有一件事，在${told}以后`)
      expect((await send<TicketView>(`${server.url}/api/tickets/${id}`, token)).id).toBe(id)
      expect(await send(`${server.url}/health`)).toMatchObject({ status: 'ok' })
    }
    server.child.kill('SIGINT')
    expect(await server.ended).toBe(0)
    expect(readdirSync(dir).filter((name) => name.startsWith('huiying.db'))).toEqual(['huiying.db'])
  }, 120_000)

  it('broken off while it fills the demo: there is no database, and the next start makes it whole', async () => {
    const first = run('main.js')
    while (!existsSync(join(dir, 'huiying.db.unfinished'))) await pause(5)
    first.child.kill('SIGKILL')
    await first.ended
    expect(existsSync(join(dir, 'huiying.db'))).toBe(false)
    const second = await serve()
    expect((await send<DemoPeopleAnswer>(`${second.url}/api/demo/people`)).people.length).toBeGreaterThan(5)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(readdirSync(dir).filter((name) => name.startsWith('huiying.db'))).toEqual(['huiying.db'])
  }, 120_000)
})

/** What a process holds open though it is gone from its folder, where the system tells (Linux). */
function deletedFilesOf({ pid }: ChildProcess): readonly string[] {
  const folder = `/proc/${pid}/fd`
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((descriptor) => {
    try {
      const file = readlinkSync(join(folder, descriptor))
      return file.includes('huiying.db') && file.endsWith('(deleted)') ? [file] : []
    } catch {
      return []
    }
  })
}
