import type { ObjectionsAnswer } from '@huiying/shared/ledger'
import type { EntryQuestionsAnswer, SentTicket, TicketView } from '@huiying/shared/tickets'
import { letAllBeSeen } from '../../src/demo/all-seen'
import { findingTable } from '../../src/features/ledger/log.table'
import { passed, type Who } from '../support/money-app'
import { startOpenLedger, type OpenLedger } from '../support/open-ledger'

describe('what villagers ask and doubt about the book, and who hears of it', () => {
  let { app, entryId, book, get, finance, publishAugust } = {} as OpenLedger
  beforeEach(async () => {
    ({ app, entryId, book, get, finance, publishAugust } = await startOpenLedger())
  })
  afterEach(() => app.stop())

  it('a doubt while the notice runs: the name is hidden from neighbours, it is answered once, all who must hear do', async () => {
    const path = `${book}/months/2026-08/objections`
    expect(await app.send('wang', 'POST', path, { words: '为什么这么贵' })).toMatchObject({ code: 'ledger.not-published' })
    const beforeBook = `${book}/months/2020-01/objections`
    expect(await app.send('wang', 'POST', beforeBook, { words: '那时候呢' })).toMatchObject({ code: 'ledger.not-published' })
    await publishAugust()
    expect(await app.send('chen', 'POST', path, { words: '为什么这么贵' })).toMatchObject({ code: 'ledger.only-residents' })
    expect(await app.send('wang', 'POST', path, { words: '这一笔不对', entryId: 'no-entry' })).toMatchObject({ status: 404, code: 'ledger.entry-not-found' })
    const raised = passed(await app.send('wang', 'POST', path, { words: '40 袋水泥哪有这么贵', entryId }, 'doubt-key-0001')).as<ObjectionsAnswer>()
    passed(await app.send('wang', 'POST', path, { words: '40 袋水泥哪有这么贵', entryId }, 'doubt-key-0001'))
    expect(raised.objections).toMatchObject([{ entryId, raisedBy: { name: '王桂花' }, answer: null, mayAnswer: false }])
    const [{ id = '' } = {}] = raised.objections
    const seen = async (who: Who) => (await get<ObjectionsAnswer>(who, `${book}/objections?month=2026-08`)).objections
    expect(await seen('zhao')).toMatchObject([{ raisedBy: null, mayAnswer: false }])
    for (const who of ['bao', 'li', 'chen', 'jian', 'sun'] as const) expect(await seen(who)).toMatchObject([{ raisedBy: { name: '王桂花' } }])
    expect((await seen('bao'))[0]?.mayAnswer).toBe(true)
    expect(await app.send('zhao', 'POST', `objections/${id}/answer`, { words: '不贵' })).toMatchObject({ status: 403, code: 'ledger.only-answerers' })
    passed(await app.send('jian', 'POST', `objections/${id}/answer`, { words: '含运费，收据已贴出' }))
    expect(await app.send('bao', 'POST', `objections/${id}/answer`, { words: '同上' })).toMatchObject({ code: 'ledger.objection-answered' })
    expect(await seen('zhao')).toMatchObject([{ raisedBy: null, answer: { words: '含运费，收据已贴出', by: { name: '简督' } } }])
    await app.settle()
    const told = await app.reads.query<{ person_id: string; kind: string }>(
      "SELECT person_id, kind FROM notices WHERE kind IN ('month-published', 'objection-raised', 'objection-answered') ORDER BY kind, person_id")
    expect(told.map((row) => `${row.kind} ${row.person_id}`)).toEqual([
      'month-published chen', 'month-published jian', 'month-published li', 'month-published sun', 'objection-answered wang',
    ])
    app.clock.set('2026-09-22T00:00:00+08:00')
    await app.signIn()
    expect(await app.send('wang', 'POST', path, { words: '晚了一天' })).toMatchObject({ code: 'ledger.notice-over' })
    expect((await finance('wang', '2026-08')).notice?.standing).toBe('settled')
  })

  it('who must answer a doubt hears of it, and damage is told to all who watch, a correction to the supervisor', async () => {
    await publishAugust()
    passed(await app.send('wang', 'POST', `${book}/months/2026-08/objections`, { words: '打 13912345678 问过' }))
    passed(await app.send('bao', 'POST', `entries/${entryId}/reversal`, { on: '2026-09-14', reason: '科目记错了' }))
    await app.http.db.unitOfWork.run(async (work) => {
      work.insert(findingTable, {
        id: 'finding', bookId: app.bookId, villageId: 'liushu', kind: 'entry-changed', about: entryId, position: 1,
        words: '8月第2号和记账时不一样', foundAt: work.now, clearedAt: null,
      })
      work.record(null, [{ type: 'ledger.damage-found', subjectId: app.bookId, findingIds: ['finding'] }])
    })
    await app.settle()
    const told = async (kind: string) => (await app.reads.query<{ person_id: string; data: string }>(
      'SELECT person_id, data FROM notices WHERE kind = ? ORDER BY person_id', [kind]))
    const people = async (kind: string) => (await told(kind)).map((row) => row.person_id)
    expect(await people('objection-raised')).toEqual(['bao', 'chen', 'jian', 'li'])
    expect((await told('objection-raised'))[0]?.data).toContain('139****5678')
    expect(await people('entry-reversed')).toEqual(['jian'])
    expect((await told('entry-reversed'))[0]?.data).toContain('更正8月第2号')
    expect(await people('book-damaged')).toEqual(['bao', 'chen', 'jian', 'li', 'sun', 'wu', 'zhou'])
    expect((await finance('wang')).check.findings).toEqual([{ words: '8月第2号和记账时不一样', entryId, foundAt: app.clock.at() }])
  })

  it('“我要问” is a ticket with the same clock; its answer stands under the entry for all, its asker only for some', async () => {
    const ask = (who: Who, changes: object = {}) =>
      app.send(who, 'POST', 'tickets', { villageId: 'liushu', text: '这水泥为什么不招标', entryId, ...changes })
    expect(await ask('wang', { entryId: 'nothing' })).toMatchObject({ status: 404, code: 'ledger.entry-not-found' })
    expect(await ask('qian', { villageId: 'taoyuan' })).toMatchObject({ status: 404, code: 'ledger.entry-not-found' })
    const asked = passed(await ask('wang')).as<SentTicket>()
    const read = passed(await app.send('wang', 'GET', `tickets/${asked.id}`))
    expect(read.as<TicketView>()).toMatchObject({
      kind: 'question', visibility: 'village', status: 'submitted', responseDueAt: app.clock.at() + 3_600_000,
      entry: { id: entryId, sentence: '8月20日，买水泥修三组的路，付给清溪建材店 ¥1,280.00' },
    })
    const lamp = passed(await ask('wang', { text: '路灯不亮', entryId: undefined })).as<SentTicket>()
    await app.settle()
    const told = await app.reads.query<{ ticket_id: string }>(
      "SELECT ticket_id FROM notices WHERE person_id = 'bao' AND kind = 'you-are-asked'", [],
    )
    expect(told.map((row) => row.ticket_id)).toEqual([asked.id])
    app.clock.advance(60_000)
    passed(await ask('wang', { text: '悄悄问一句', visibility: 'handlers' }))
    passed(await app.send('li', 'POST', `tickets/${asked.id}/replies`, { text: '不到招标的数，三家比过价，周五贴出来' }))
    await letAllBeSeen(app.http.db.unitOfWork)
    // Who keeps the book and who watches over it answer, too; a neighbour does not, nor do they in another matter.
    passed(await app.send('bao', 'POST', `tickets/${asked.id}/replies`, { text: '比价单我今天贴到公示栏' }))
    expect(await app.send('zhao', 'POST', `tickets/${asked.id}/replies`, { text: '我也想知道' })).toMatchObject({ status: 403 })
    expect(await app.send('bao', 'POST', `tickets/${lamp.id}/replies`, { text: '我去看看' })).toMatchObject({ status: 403 })
    await letAllBeSeen(app.http.db.unitOfWork)
    const seen = async (who: Who) => (await get<EntryQuestionsAnswer>(who, `entries/${entryId}/questions`)).questions
    expect(await seen('zhao')).toMatchObject([{
      ticketId: asked.id, askedBy: null, words: '这水泥为什么不招标', mine: false, status: 'in-progress',
      answers: [
        { by: { name: '李建国' }, words: '不到招标的数，三家比过价，周五贴出来' },
        { by: { name: '包账' }, words: '比价单我今天贴到公示栏' },
      ],
    }])
    for (const who of ['wang', 'li', 'sun'] as const) {
      expect((await seen(who)).map(({ words, askedBy }) => [words, askedBy])).toEqual([
        ['这水泥为什么不招标', '王桂花'], ['悄悄问一句', '王桂花'],
      ])
    }
    passed(await app.send('wang', 'POST', `tickets/${asked.id}/withdrawal`, {}))
    expect(await seen('zhao')).toEqual([])
  })
})
