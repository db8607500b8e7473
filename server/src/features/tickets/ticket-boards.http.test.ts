import type { SentTicket } from '@huiying/shared/tickets'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

describe('the screens about tickets, over HTTP', () => {
  let http: TestApp
  beforeEach(async () => {
    http = await startTestApp()
  })
  afterEach(() => http.stop())

  it('are as of when they were asked for: no screen asks for the time again', async () => {
    const [wang, sun] = [await http.signIn('open-wang'), await http.signIn('open-sun')]
    const raised = await http.send('POST', '/api/tickets', {
      token: wang, headers: { 'idempotency-key': 'key-of-it' },
      body: { villageId: 'liushu', text: '门口下水道堵了，脏水漫到路上了' },
    })
    const { clock } = http.db
    const tell = clock.now.bind(clock)
    // Whoever asks a second time has another answer.
    clock.now = async () => {
      clock.advance(1)
      return tell()
    }
    const paths = [
      '/api/home', '/api/inbox', '/api/tickets/mine', '/api/villages/liushu/tickets',
      `/api/tickets/${raised.as<SentTicket>().id}`,
    ].map((path) => [wang, path] as const)
    for (const [token, path] of [...paths, [sun, '/api/board'] as const]) {
      const answer = await http.send('GET', path, { token })
      expect([path, answer.status]).toEqual([path, 200])
      expect([path, String(answer.as<{ now: number }>().now)]).toEqual([path, answer.headers['x-server-time']])
    }
  })
})
