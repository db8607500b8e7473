import type { Problem } from '@huiying/shared/facts'
import { DAY_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { DEFAULT_SLA_TERMS, type SlaTerms } from '@huiying/shared/sla'
import { settleRoster, slotOf, type SeatRow } from '../../../test/support/duty-roster'
import { readPdf } from '../../../test/support/read-pdf'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

const SEATS: readonly SeatRow[] = [
  ['2026-09-14', 'lead', 'li'], ['2026-09-14', 'member', null], ['2026-09-16', 'stationed', 'zhou'], ['2026-09-17', 'leader', 'wu'],
]

describe('a village\'s month on paper', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp({ PUBLIC_URL: 'https://huiying.example.cn/' })
    await settleRoster(server.db.database, SEATS.map((seat) => slotOf('liushu', seat)))
    const draft = { publishedAt: null }
    await settleRoster(server.db.database, [slotOf('liushu', ['2026-10-08', 'lead', 'chen'], draft)])
  })
  afterEach(() => server.stop())

  const sheet = async (openId: string, query: string, month = '2026-09') => {
    const headers = { authorization: `Bearer ${await server.signIn(openId)}` }
    const { statusCode: status, headers: sent, rawPayload } = await server.app.nest.inject({
      method: 'GET', url: `/api/roster/months/${month}/sheet?${query}`, headers,
    })
    return { status, sent, bytes: rawPayload, problem: () => JSON.parse(rawPayload.toString()) as Problem }
  }

  test('a resident prints his village\'s published month, under a name that says what it is', async () => {
    const { status, sent, bytes } = await sheet('open-wang', 'villageId=liushu')
    expect(status).toBe(200)
    expect(sent).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
    const disposition = String(sent['content-disposition'])
    expect(disposition).toMatch(/^inline; filename="roster-2026-09-A4\.pdf"; filename\*=UTF-8''[\w.%-]+$/)
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('柳树村2026年9月值班表-A4.pdf')
    const page = readPdf(bytes)
    expect(page.size).toEqual({ width: 595.28, height: 841.89 })
    expect(page.texts).toEqual(expect.arrayContaining([
      '柳树村', '2026年9月 谁在值班', '李建国', '待定', '周平', '139 0000 0003', '139 0000 0006', '包村干部 周平：16日 8:30–18:00',
    ]))
    expect(page.bars.length).toBeGreaterThan(100)
    // A leader's number is nobody's duty number, and who does not sit is not called.
    expect(page.texts.join(' ')).not.toMatch(/139 0000 000[48]/)
  })

  test('A3 where it is asked for; the sub-district prints, too', async () => {
    const { status, bytes, sent } = await sheet('open-sun', 'villageId=liushu&size=A3')
    expect(status).toBe(200)
    expect(readPdf(bytes).size).toEqual({ width: 841.89, height: 1190.55 })
    expect(decodeURIComponent(String(sent['content-disposition']))).toContain('柳树村2026年9月值班表-A3.pdf')
  })

  test('a draft: the village\'s leads and the sub-district, marked as such; for residents it is not there', async () => {
    for (const who of ['open-li', 'open-sun', 'open-wu']) {
      const { status, bytes, sent } = await sheet(who, 'villageId=liushu', '2026-10')
      expect({ who, status }).toEqual({ who, status: 200 })
      expect(readPdf(bytes).texts).toContain('草　稿')
      expect(decodeURIComponent(String(sent['content-disposition']))).toContain('柳树村2026年10月值班表草稿-A4.pdf')
    }
    const [hidden, absent] = [await sheet('open-wang', 'villageId=liushu', '2026-10'), await sheet('open-wang', 'villageId=liushu', '2026-11')]
    expect(hidden).toMatchObject({ status: 404 })
    expect(hidden.problem()).toEqual(absent.problem())
    expect(hidden.problem().code).toBe('roster.month-not-found')
  })

  test('by when somebody answers is what the promise says then, and not promised of what waits for the office', async () => {
    const set = async (terms: SlaTerms, firstOn: string, basedOnVersion: number) => {
      const token = await server.signIn('open-sun')
      expect((await server.send('PUT', '/api/promise', { token, body: { terms, firstOn, basedOnVersion } })).status).toBe(200)
    }
    const words = async (month?: string) =>
      readPdf((await sheet('open-li', 'villageId=liushu', month)).bytes).texts.filter((text) => text.includes('内有人回'))
    expect(await words()).toEqual(['1 小时内有人回'])
    const quicker = { ...DEFAULT_SLA_TERMS, reminderMs: 10 * MINUTE_MS, responseMs: 30 * MINUTE_MS }
    await set(quicker, '2026-10-01', 0)
    expect([await words(), await words('2026-10')]).toEqual([['1 小时内有人回'], ['30 分钟内有人回']])
    const serviceHours = { kinds: ['suggestion' as const], opensAtMinute: 540, closesAtMinute: 1_080 }
    server.db.clock.advance(20 * DAY_MS)
    await set({ ...quicker, serviceHours }, '2026-10-20', 1)
    expect(await words('2026-10')).toEqual(['30 分钟内有人回'])
    server.db.clock.advance(20 * DAY_MS)
    expect(await words('2026-10')).toEqual(['一般 30 分钟内有人回'])
  })

  test('another village\'s is not there', async () => {
    for (const [who, village] of [['open-qian', 'liushu'], ['open-wang', 'taoyuan'], ['open-wang', 'nowhere']] as const) {
      const answer = await sheet(who, `villageId=${village}`)
      expect(answer.status).toBe(404)
      expect(answer.problem().code).toBe('identity.village-not-found')
    }
  })

  test.each([
    ['another paper', 'villageId=liushu&size=A5', 'size', '纸只有 A4 和 A3 两种，请选一种'],
    ['two papers', 'villageId=liushu&size=A4&size=A3', 'size', '纸只有 A4 和 A3 两种，请选一种'],
    ['no village', 'size=A4', 'villageId', '这一项不能空着'],
    ['two villages', 'villageId=liushu&villageId=taoyuan', 'villageId', '这一项要写文字'],
  ])('%s is refused in words', async (_, query, field, title) => {
    const answer = await sheet('open-wang', query)
    expect(answer.status).toBe(422)
    expect(answer.problem()).toMatchObject({ code: 'request.invalid', faults: [{ field, title }] })
  })

  test.each(['2026-13', 'september'])('%s is no month', async (month) => {
    const answer = await sheet('open-wang', 'villageId=liushu', month)
    expect(answer.status).toBe(422)
    expect(answer.problem().code).toBe('roster.month-invalid')
  })
})
