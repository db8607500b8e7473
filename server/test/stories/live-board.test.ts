import { MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import { createApp, type HuiyingApp } from '../../src/create-app'
import { silentLog } from '../../src/platform/log'
import { startTestApp, type TestApp } from '../support/test-app'
import { until } from '../support/until'
import { watchBoard, type WatchedBoard } from '../support/watch-board'

/** A look each second, a rest of two: what happens is on the screen before anybody could tell of it. */
const AT_ONCE_MS = 6 * SECOND_MS

describe('two of the sub-district look at the board, each through a server of his own', () => {
  let server: TestApp
  let other: HuiyingApp
  let urls: readonly [string, string]
  let tokens: { readonly sun: string; readonly wu: string; readonly wang: string }
  const watching: WatchedBoard[] = []

  beforeEach(async () => {
    server = await startTestApp()
    other = await createApp(server.app.platform.config, {
      database: await server.db.openAnother(), log: silentLog(), weChat: server.weChat.client,
    })
    const listen = async (app: HuiyingApp): Promise<string> => {
      await app.nest.listen(0, '127.0.0.1')
      return (await app.nest.getUrl()).replace('[::1]', '127.0.0.1')
    }
    urls = [await listen(server.app), await listen(other)]
    tokens = {
      sun: await server.signIn('open-sun'), wu: await server.signIn('open-wu'), wang: await server.signIn('open-wang'),
    }
  })
  afterEach(async () => {
    for (const one of watching.splice(0)) one.leave()
    await other.stop()
    await server.stop()
  })

  let raised = 0
  async function raise(text: string, more: object = {}): Promise<string> {
    raised += 1
    const body = { villageId: 'liushu', text, ...more }
    const headers = { 'idempotency-key': `live-board-${raised}` }
    const answer = await server.send('POST', '/api/tickets', { token: tokens.wang, body, headers })
    expect(answer.status).toBe(201)
    // Within the hour only from the next instant on.
    server.db.clock.advance(MINUTE_MS)
    return answer.as<{ id: string }>().id
  }
  async function watch(server_: 0 | 1, token: string): Promise<WatchedBoard> {
    const one = await watchBoard(urls[server_], token)
    watching.push(one)
    await until(() => one.boards.length > 0)
    return one
  }

  test('both see what is raised, what becomes late and what is answered, without asking', async () => {
    const [sun, wu] = [await watch(0, tokens.sun), await watch(1, tokens.wu)]
    const ticketId = await raise('门口下水道堵了')
    await until(() => [sun, wu].every((one) => one.wordsIn('response-soon').includes('门口下水道堵了')), AT_ONCE_MS)

    server.db.clock.advance(61 * MINUTE_MS)
    await raise('路灯不亮')
    await until(() => [sun, wu].every((one) => one.wordsIn('response-overdue').includes('门口下水道堵了')), AT_ONCE_MS)

    const reply = { token: await server.signIn('open-li'), body: { text: '李师傅今天下午四点来修' } }
    await server.send('POST', `/api/tickets/${ticketId}/replies`, reply)
    await until(() => [sun, wu].every((one) => one.wordsIn('response-overdue').length === 0), AT_ONCE_MS)
  }, 40_000)

  test('of what one may not know not even the moment shows in which it happened', async () => {
    const [sun, wu] = [await watch(0, tokens.sun), await watch(1, tokens.wu)]
    const before = sun.boards.length
    await raise('街道小孙收了好处', { kind: 'complaint', about: 'staff' })
    await until(() => wu.wordsIn('response-soon').includes('街道小孙收了好处'), AT_ONCE_MS)
    await pause(3 * SECOND_MS)
    expect(sun.boards).toHaveLength(before)
    expect(JSON.stringify(sun.boards)).not.toContain('好处')
  }, 30_000)

  test('signed out, or out of his post, he sees no more', async () => {
    const [sun, wu] = [await watch(0, tokens.sun), await watch(1, tokens.wu)]
    await server.send('POST', '/api/session/sign-out', { token: tokens.sun, body: {} })
    await server.db.unitOfWork.run(async (work) => {
      work.write("UPDATE posts SET to_at = ? WHERE person_id = 'wu'", [work.now])
    })
    await raise('路灯不亮')
    await until(() => sun.isClosed() && wu.isClosed(), AT_ONCE_MS)
    expect([sun.endedBy(), wu.endedBy()]).toEqual(['session.expired', 'session.forbidden'])
    expect([...sun.boards, ...wu.boards].some((board) => JSON.stringify(board).includes('路灯'))).toBe(false)
  }, 30_000)

  test('a server that ends lets its lines go first; a fifth line of one session is refused', async () => {
    const lines: WatchedBoard[] = []
    while (lines.length < 4) lines.push(await watch(1, tokens.sun))
    await expect(watchBoard(urls[1], tokens.sun)).rejects.toThrow('429')
    lines[0]?.leave()
    await until(async () => (await fetchStatus(urls[1], tokens.sun)) === 200)
    const stopped = await Promise.race([other.stop().then(() => true), pause(8 * SECOND_MS, false, { ref: false })])
    expect(stopped).toBe(true)
    await until(() => lines.slice(1).every((line) => line.isClosed()))
    expect(lines[1]?.endedBy()).toBe('server.busy')
  }, 30_000)
})

async function fetchStatus(url: string, token: string): Promise<number> {
  const answer = await fetch(`${url}/api/board/live?once=1`, { headers: { authorization: `Bearer ${token}` } })
  await answer.text()
  return answer.status
}
