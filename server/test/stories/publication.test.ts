import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import type { NoticeListAnswer } from '@huiying/shared/notifications'
import type { HeldAnswer, TicketListAnswer, TicketView, WithheldAnswer } from '@huiying/shared/tickets'
import { startPublicationStory, VERDICTS_KEY, type PublicationStory } from '../support/publication-story'

describe('what all may see, and when', () => {
  let story: PublicationStory
  beforeEach(async () => {
    story = await startPublicationStory()
  })
  afterEach(() => story.stop())

  const view = async (who: string, id: string) => (await story.get(who, `tickets/${id}`)).as<TicketView>()
  const list = async (who = 'zhao') => (await story.get(who, 'villages/liushu/tickets')).as<TicketListAnswer>().rows
  const held = async (who = 'sun') => (await story.get(who, 'publication')).as<HeldAnswer>()
  const withheld = async () => (await story.get('sun', 'publication/withheld')).as<WithheldAnswer>()
  const decide = (checkId: string, body: object, who = 'sun') => story.post(who, `publication/${checkId}/decision`, body)

  it('is answered at once and read by neighbours once it was looked at: no list, count or address says more', async () => {
    const id = await story.raise('门口下水道堵了')
    expect(await view('wang', id)).toMatchObject({ publication: 'waiting', responseDueAt: story.now() + HOUR_MS })
    expect((await view('li', id)).role).toBe('handler')
    expect((await story.get('zhao', `tickets/${id}`)).code).toBe('ticket.not-found')
    expect(await list()).toEqual([])
    expect((await story.post('zhao', `tickets/${id}/following`, {})).code).toBe('ticket.not-found')
    expect((await story.post('zhao', 'villages/liushu/alike', { text: '门口的下水道又堵了' })).as<{ rows: [] }>().rows).toEqual([])

    await story.settle()
    expect((await list()).map((row) => row.id)).toEqual([id])
    expect((await view('wang', id)).publication).toBe('open')
    await story.post('li', `tickets/${id}/replies`, { text: '李师傅今天下午四点来疏通' })
    expect((await view('zhao', id)).messages).toEqual([])
    expect((await view('wang', id)).messages).toHaveLength(1)
    await story.settle()
    expect((await view('zhao', id)).messages.map(({ text }) => text)).toEqual(['李师傅今天下午四点来疏通'])
    expect(await story.checks()).toEqual([])
  })

  it('what is risky is held; staff say no with a reason, the reporter reads it, and the matter goes on', async () => {
    const id = await story.raise('[risky] 村长是个……')
    await story.settle()
    expect(await list()).toEqual([])
    expect(await held()).toMatchObject({ count: 1, rows: [{ id, kind: 'words', side: 'reporter', why: 'risky' }] })
    expect((await held('li')).rows ?? 'refused').toBe('refused')
    expect((await decide(id, { isOpen: true }, 'li')).code).toBe('session.forbidden')
    expect((await decide(id, { isOpen: false })).code).toBe('publication.reason-missing')
    expect((await decide(id, { isOpen: false, reason: '骂人的话不给全村看，事情照办' })).status).toBe(200)
    expect((await decide(id, { isOpen: true })).code).toBe('publication.decided')
    await story.settle()
    const own = await view('wang', id)
    expect(own).toMatchObject({ publication: 'withheld', status: 'submitted' })
    expect(own.messages).toMatchObject([{ kind: 'withheld', text: '骂人的话不给全村看，事情照办' }])
    expect((await story.get('wang', 'notices')).as<NoticeListAnswer>().rows.map(({ kind }) => kind)).toContain('not-published')
    expect((await story.post('li', `tickets/${id}/replies`, { text: '我明天上午来您家看' })).status).toBe(201)
    await story.settle()
    expect([(await held()).count, (await list()).length]).toEqual([0, 0])
    expect((await story.get('zhao', `tickets/${id}`)).code).toBe('ticket.not-found')
    expect(await story.facts(id)).toEqual(expect.arrayContaining(['ticket.publication-held', 'ticket.publication-decided']))
  })

  it('a no is put right with a reason: all may see it then, the answers given meanwhile too, and both are on record', async () => {
    const id = await story.raise('[review] 水里有怪味')
    await story.settle()
    await decide(id, { isOpen: false, reason: '先问问供水站再说' })
    await story.post('li', `tickets/${id}/replies`, { text: '供水站下午三点来验水，先别喝' })
    await story.settle()
    expect((await held()).count).toBe(0)
    expect(await withheld()).toMatchObject({ nextCursor: null, rows: [
      { id, why: 'review', words: '[review] 水里有怪味', reason: '先问问供水站再说', by: { name: expect.any(String) } },
    ] })
    expect((await story.get('zhao', `tickets/${id}`)).code).toBe('ticket.not-found')
    expect((await decide(id, { isOpen: true })).code).toBe('publication.decided')
    expect((await decide(id, { isOpen: true, reason: '。' })).code).toBe('publication.change-reason-missing')
    expect((await decide(id, { isOpen: false, reason: '还是不给看' })).code).toBe('publication.decided')
    expect((await decide(id, { isOpen: true, reason: '供水站也说可以让大家知道' }, 'li')).code).toBe('session.forbidden')

    const after = await decide(id, { isOpen: true, reason: '供水站也说可以让大家知道' })
    expect([after.as<HeldAnswer>().count, (await withheld()).rows]).toEqual([0, []])
    await story.settle()
    expect((await list()).map((row) => row.id)).toEqual([id])
    expect((await view('zhao', id)).messages.map(({ text }) => text)).toEqual(['供水站下午三点来验水，先别喝'])
    const own = await view('wang', id)
    expect(own.publication).toBe('open')
    expect(own.messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['withheld', '先问问供水站再说'], ['reply', '供水站下午三点来验水，先别喝'], ['published', '供水站也说可以让大家知道'],
    ])
    expect((await story.get('wang', 'notices')).as<NoticeListAnswer>().rows.map(({ kind }) => kind)).toContain('published-after-all')
    const decisions = (await story.facts(id)).filter((type) => type === 'ticket.publication-decided')
    expect(decisions).toHaveLength(2)
    expect((await decide(id, { isOpen: true, reason: '再定一次看看' })).code).toBe('publication.decided')
  })

  it('what a machine doubts is published by a person, as it stands', async () => {
    const id = await story.raise('[review] 水里有怪味')
    await story.settle()
    expect((await story.get('sun', 'notices')).as<NoticeListAnswer>().rows.map(({ kind }) => kind)).toContain('to-look-at')
    expect((await decide(id, { isOpen: true })).as<HeldAnswer>().count).toBe(0)
    expect((await list()).map((row) => row.id)).toEqual([id])
    expect((await view('wang', id)).messages).toEqual([])
    // He never heard that somebody had to look, so there is nothing to take back.
    await story.settle()
    expect((await story.get('wang', 'notices')).as<NoticeListAnswer>().rows).toEqual([])
  })

  it('what was taken back while the list lay open is not decided upon: nobody is told that all may see it', async () => {
    const [first, second] = [await story.raise('[review] 水里有怪味'), await story.raise('[review] 井盖不见了')]
    await story.settle()
    await decide(first, { isOpen: false, reason: '先问问供水站再说' })
    for (const id of [first, second]) expect((await story.post('wang', `tickets/${id}/withdrawal`, {})).status).toBe(200)
    expect((await decide(first, { isOpen: true, reason: '可以让大家知道' })).code).toBe('publication.not-found')
    for (const isOpen of [true, false]) {
      expect((await decide(second, { isOpen, reason: '不用给全村看' })).code).toBe('publication.not-found')
    }
    await story.settle()
    expect(await story.facts(second)).not.toContain('ticket.publication-decided')
    expect((await story.get('wang', 'notices')).as<NoticeListAnswer>().rows.map(({ kind }) => kind))
      .not.toContain('published-after-all')
  })

  it('a picture waits for the verdict that WeChat pushes, sealed and signed; the words do not wait for it', async () => {
    const photoIds = [await story.photo('wang'), await story.photo('wang')]
    // WeChat is asked about both at the same time: which it hears of first is not said.
    story.plan('pass', 'risky')
    const letGo = story.holdVerdicts()
    const id = await story.raise('路灯倒了', { photoIds })
    await story.drain()
    expect(await list()).toMatchObject([{ id, photoCount: 0 }])
    expect((await view('zhao', id)).photos).toEqual([])
    expect((await view('li', id)).photos).toHaveLength(2)
    letGo()
    await story.settle()
    expect(story.pushAnswers()).toEqual(['200 success', '200 success'])
    const shown = (await view('zhao', id)).photos.map((photo) => photo.id)
    expect(await list()).toMatchObject([{ id, photoCount: 1 }])
    const [bad = '', ...others] = photoIds.filter((photoId) => !shown.includes(photoId))
    expect([shown.length, others]).toEqual([1, []])
    const { rows } = await held()
    expect(rows).toMatchObject([{ id: bad, kind: 'photo', why: 'risky', words: '路灯倒了', photo: { id: bad } }])
    await decide(bad, { isOpen: true })
    expect((await view('zhao', id)).photos.map((photo) => photo.id)).toEqual(photoIds)
  })

  it('a verdict that fails or never comes is asked for once more, then a person looks', async () => {
    const photo = await story.photo('wang')
    story.plan('fail', 'never')
    const id = await story.raise('路灯倒了', { photoIds: [photo] })
    await story.settle()
    story.advance(31 * MINUTE_MS)
    await story.settle()
    expect((await held()).rows).toMatchObject([{ id: photo, why: 'silent' }])
    expect(story.calls('/wxa/media_check_async')).toBe(2)
    expect((await list())[0]).toMatchObject({ id, photoCount: 0 })
  })

  it('takes nothing that WeChat did not sign, nothing in the clear, nothing stale, and the same thing once', async () => {
    const photo = await story.photo('wang')
    story.plan('never')
    const id = await story.raise('路灯倒了', { photoIds: [photo] })
    await story.drain()
    const [traceId = ''] = await story.traces()
    const verdict = { Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest: 'pass', label: 100 } }
    expect(await story.pushAs({ token: 'guessed' }, verdict)).toBe(403)
    expect(await story.pushAs({ aesKey: null }, verdict)).toBe(403)
    expect(await story.pushAs({ aesKey: VERDICTS_KEY.split('').reverse().join('') }, verdict)).toBe(403)
    expect((await story.get(null, 'wechat/push?echostr=hello')).code).toBe('push.refused')
    story.weChatClock(-20 * MINUTE_MS)
    expect(await story.pushAs({}, verdict)).toBe(403)
    story.weChatClock(20 * MINUTE_MS)
    expect((await view('zhao', id)).photos).toEqual([])

    expect(await story.pushAs({}, { ...verdict, trace_id: 'of-somebody-else' })).toBe(200)
    expect(await story.pushAs({}, { Event: 'something-else' })).toBe(200)
    expect((await view('zhao', id)).photos).toEqual([])
    for (const _time of [1, 2]) expect(await story.pushAs({}, verdict)).toBe(200)
    expect(await story.pushAs({}, { ...verdict, result: { suggest: 'risky', label: 20002 } })).toBe(200)
    expect((await view('zhao', id)).photos.map((one) => one.id)).toEqual([photo])
    expect(await story.checks()).toEqual([])
    expect(await story.verify('hello-from-the-console')).toBe('200 hello-from-the-console')
  })

  it('WeChat down: what is said is taken as ever; it is asked again and again, and after a day a person looks', async () => {
    story.breakDown('/wxa/msg_sec_check', 100)
    const id = await story.raise('门口下水道堵了')
    await story.settle()
    expect((await view('wang', id)).publication).toBe('waiting')
    for (let pauses = 0; pauses < 40; pauses += 1) {
      story.advance(HOUR_MS)
      await story.drain()
    }
    expect((await held()).rows).toMatchObject([{ id, why: 'silent' }])
    expect(story.calls('/wxa/msg_sec_check')).toBeLessThan(60)

    const later = await story.raise('路灯不亮')
    story.mend('/wxa/msg_sec_check')
    story.advance(DAY_MS / 2)
    await story.settle()
    expect((await list()).map((row) => row.id)).toEqual([later])
  })

  it('whom WeChat does not know within two hours, a person looks at instead', async () => {
    story.sendAway('wang')
    const id = await story.raise('门口下水道堵了')
    await story.settle()
    expect((await held()).rows).toMatchObject([{ id, why: 'unasked' }])
  })

  it('what is not for the village is shown to no checker, not what is said in confidence, not what is for handlers', async () => {
    const photo = await story.photo('wang')
    const hush = await story.raise('村长收钱不办事', { about: 'village-cadre', photoIds: [photo] })
    const quiet = await story.raise('请悄悄来看看', { visibility: 'handlers', photoIds: [await story.photo('wang')] })
    for (const [who, id] of [['sun', hush], ['li', quiet]] as const) {
      expect((await story.post(who, `tickets/${id}/replies`, { text: '知道了，明天上午九点到您家' })).status).toBe(201)
    }
    await story.settle()
    story.advance(SECOND_MS)
    await story.settle()
    expect([story.calls('/wxa/msg_sec_check'), story.calls('/wxa/media_check_async')]).toEqual([0, 0])
    expect(await story.checks()).toEqual([])
    expect((await view('wang', hush)).publication).toBeNull()
    // Taken back before anybody looked: it is asked about no more.
    const back = await story.raise('算了')
    await story.post('wang', `tickets/${back}/withdrawal`, {})
    await story.settle()
    expect([story.calls('/wxa/msg_sec_check'), await story.checks()]).toEqual([0, []])
  })
})
