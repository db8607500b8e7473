import { DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import type { NoticeData } from '@huiying/shared/notifications'
import { KEPT_WORDS, type BoardAnswer, type InboxAnswer, type SentTicket, type TicketView } from '@huiying/shared/tickets'
import { postTable } from '../../src/features/identity/post.table'
import { settleDepartments } from '../support/departments'
import { serverInHand, type ServerInHand } from '../support/server-in-hand'
import { postOf, settlePerson } from '../support/small-village'
import { startTestApp, type TestAnswer, type TestApp } from '../support/test-app'
import { NO_WECHAT } from '../support/village-story'

const EVERYBODY = ['wang', 'zhao', 'li', 'chen', 'he', 'zhou', 'sun', 'wu', 'zheng', 'qian', 'tang', 'shui'] as const
type Person = (typeof EVERYBODY)[number]

describe('a complaint goes to the level above whoever it is about', () => {
  let http: TestApp
  let hands: ServerInHand
  let drafts = 0
  const tokens = new Map<string, string>()

  beforeEach(async () => {
    http = await startTestApp()
    const { database } = http.db
    await settlePerson(database, { id: 'zheng', name: '郑副镇长' }, postOf('zheng', 'leader', 'qingxi'))
    await settleDepartments(database)
    hands = serverInHand(database, NO_WECHAT)
    for (const person of EVERYBODY) tokens.set(person, await http.signIn(`open-${person}`))
  })
  afterEach(() => http.stop())

  const post = (person: Person, url: string, body: object = {}): Promise<TestAnswer> => {
    drafts += 1
    const headers = { 'idempotency-key': `draft-${drafts}-of-a-test` }
    return http.send('POST', url, { token: tokens.get(person) ?? null, body, headers })
  }
  const get = (person: Person, url: string) => http.send('GET', url, { token: tokens.get(person) ?? null })
  const say = (body: object, person: Person = 'wang') =>
    post(person, '/api/tickets', { villageId: 'liushu', text: '他收了钱不办事', ...body })
  const raised = async (body: object): Promise<TicketView> => {
    const answer = await say(body)
    if (answer.status !== 201) throw new Error(answer.text)
    const seen = await get('wang', `/api/tickets/${answer.as<SentTicket>().id}`)
    return seen.as<TicketView>()
  }
  const whoSees = async (id: string): Promise<readonly Person[]> => {
    const seen: Person[] = []
    for (const person of EVERYBODY) if ((await get(person, `/api/tickets/${id}`)).status === 200) seen.push(person)
    return seen
  }
  const told = async (): Promise<readonly Person[]> => {
    await hands.settle()
    const people: Person[] = []
    for (const person of EVERYBODY) if ((await hands.notices(person)).length > 0) people.push(person)
    return people
  }

  it.each<[string, object, readonly Person[], readonly Person[]]>([
    ['nobody, only kept from the village', { visibility: 'confidential' }, ['wang', 'sun', 'wu', 'zheng'], ['sun']],
    ['a cadre of the village', { about: 'village-cadre' }, ['wang', 'sun', 'wu', 'zheng'], ['sun']],
    ['a cadre by name', { about: 'village-cadre', aboutPersonId: 'li' }, ['wang', 'sun', 'wu', 'zheng'], ['sun']],
    ['this product', { about: 'app' }, ['wang', 'sun', 'wu', 'zheng'], ['sun']],
    ['staff', { about: 'staff' }, ['wang', 'wu', 'zheng'], ['wu', 'zheng']],
    ['a department', { about: 'officer' }, ['wang', 'wu', 'zheng'], ['wu', 'zheng']],
    ['an officer whom one took for a village cadre', { about: 'village-cadre', aboutPersonId: 'shui' }, ['wang', 'wu', 'zheng'], ['wu', 'zheng']],
    ['a leader', { about: 'leader' }, ['wang', 'tang'], ['tang']],
    ['staff whom one took for a village cadre', { about: 'village-cadre', aboutPersonId: 'sun' }, ['wang', 'wu', 'zheng'], ['wu', 'zheng']],
    ['a leader whom one took for staff', { about: 'staff', aboutPersonId: 'wu' }, ['wang', 'tang'], ['tang']],
  ])('about %s', async (_whom, body, seers, hearers) => {
    const { id, visibility, addressee, heldBy, held } = await raised({ addresseeId: 'li', ...body })
    expect({ visibility, addressee, heldBy, held }).toEqual({ visibility: 'confidential', addressee: null, heldBy: null, held: [] })
    expect(await whoSees(id)).toEqual(seers)
    expect(await told()).toEqual(hearers)
    const notices = await http.db.reads.query<{ readonly data: string }>('SELECT data FROM notices WHERE ticket_id = ?', [id])
    expect([...new Set(notices.map(({ data }) => (JSON.parse(data) as NoticeData).excerpt))]).toEqual([KEPT_WORDS])
    for (const person of hearers) {
      const { groups } = (await get(person, '/api/inbox')).as<InboxAnswer>()
      const rows = groups.find(({ key }) => key === 'answer')?.rows
      const from = person === 'tang' ? '青溪街道柳树村' : '柳树村'
      expect(rows?.map((row) => [row.id, row.isConfidential, row.from])).toEqual([[id, true, from]])
    }
    expect((await get('sun', '/api/inbox')).text.includes(id)).toBe(seers.includes('sun'))
    http.db.clock.advance(DAY_MS + HOUR_MS)
    expect((await told()).filter((person) => !seers.includes(person))).toEqual([])
    const { columns } = (await get('sun', '/api/board')).as<BoardAnswer>()
    const marks = columns.flatMap(({ rows }) => rows.flatMap((row) => (row.id === id ? [row.isConfidential] : [])))
    expect(marks).toEqual(seers.includes('sun') ? [true] : [])
  })

  it('of departments, it is not there for a leader who serves in one, and for no officer’s board', async () => {
    const { id } = await raised({ about: 'officer' })
    await http.db.unitOfWork.run(async (work) => work.insert(postTable, { ...postOf('zheng', 'officer', 'power'), subDistrictId: null }))
    expect(await whoSees(id)).toEqual(['wang', 'wu'])
    await http.db.unitOfWork.run(async (work) => work.insert(postTable, postOf('shui', 'staff', 'qingxi')))
    for (const url of ['/api/inbox', '/api/board', '/api/parts']) expect((await get('shui', url)).text).not.toContain(id)
    expect(await whoSees(id)).toEqual(['wang', 'wu'])
  })

  it('counts nowhere that everybody passes: the wall shows what it showed', async () => {
    await raised({ text: '门口路灯不亮' })
    const onWall = async (): Promise<unknown> => {
      const { columns, villages } = (await get('sun', '/api/board')).as<BoardAnswer>()
      return { villages, columns: columns.map(({ key, wallCount }) => [key, wallCount]) }
    }
    http.db.clock.advance(MINUTE_MS)
    const before = await onWall()
    expect(JSON.stringify(before)).toContain('["response-soon",1]')
    expect(JSON.stringify(before)).toContain('"soon":1')
    await raised({ visibility: 'confidential' })
    http.db.clock.advance(MINUTE_MS)
    expect(await onWall()).toEqual(before)
    expect((await get('sun', '/api/board')).as<BoardAnswer>().columns.map(({ count }) => count)).toEqual([0, 0, 2, 0])
  })

  it('with no county above, to the leaders but the one it names; unnamed, it says whom to call', async () => {
    await http.db.unitOfWork.run(async (work) => work.write("UPDATE units SET parent_id = NULL WHERE id = 'qingxi'", []))
    expect((await say({ about: 'leader' })).code).toBe('ticket.nobody-above')
    expect((await say({ about: 'leader' })).text).toContain('12388')
    const { id } = await raised({ about: 'leader', aboutPersonId: 'wu' })
    expect(await whoSees(id)).toEqual(['wang', 'zheng'])
  })

  it('where all of the sub-district live in the village, to the county', async () => {
    await http.db.unitOfWork.run(async (work) =>
      work.insert(postTable, ...['sun', 'wu', 'zheng'].map((person) => postOf(person, 'resident', 'liushu'))))
    expect(await whoSees((await raised({ about: 'village-cadre' })).id)).toEqual(['wang', 'tang'])
  })

  it('names nobody who serves elsewhere', async () => {
    expect((await say({ about: 'village-cadre', aboutPersonId: 'qian' })).code).toBe('ticket.about-not-found')
    expect((await say({ about: 'village-cadre', aboutPersonId: 'zhao' })).code).toBe('ticket.about-not-found')
  })

  describe('the second road, over the heads of those who handled it', () => {
    const handledBy = async (...people: readonly Person[]): Promise<string> => {
      const { id } = await raised({ text: '门口下水道堵了' })
      for (const person of people) {
        if (person === 'shui') await toWater(id)
        const said = await post(person, `/api/tickets/${id}/replies`, { text: '我十点半到您家看看' })
        expect(said.status).toBe(201)
      }
      return id
    }
    const toWater = async (id: string): Promise<void> => {
      const moved = await post('li', `/api/tickets/${id}/transfer`, { toUnitId: 'water', text: '管子是供水站的' })
      expect(moved.status).toBe(200)
    }

    it.each<[readonly Person[], readonly Person[]]>([
      [['li'], ['wang', 'sun', 'wu', 'zheng']],
      [['li', 'sun'], ['wang', 'wu', 'zheng']],
      [['sun', 'wu'], ['wang', 'tang']],
      [['li', 'shui'], ['wang', 'wu', 'zheng']],
      [['li', 'shui', 'sun'], ['wang', 'wu', 'zheng']],
    ])('handled by %j it is seen by %j', async (handlers, seers) => {
      const first = await handledBy(...handlers)
      const second = await raised({ text: '说来了，没有来', regardingTicketId: first })
      expect(second.confidence?.regarding).toEqual({ ticketId: first, words: '门口下水道堵了' })
      expect(await whoSees(second.id)).toEqual(seers)
      // The county hears what was said of it, and has no way to the matter itself.
      for (const person of seers) {
        const regarding = (await get(person, `/api/tickets/${second.id}`)).as<TicketView>().confidence?.regarding
        expect(regarding?.ticketId).toBe(person === 'tang' ? null : first)
      }
      for (const person of handlers) expect((await get(person, '/api/inbox')).text).not.toContain(second.id)
    })

    it('of what lies with a department it is for leaders, also before the department says anything', async () => {
      const first = await handledBy('li')
      await toWater(first)
      const { confidence, id } = await raised({ text: '一直没有人来', regardingTicketId: first })
      expect(confidence?.about).toBe('officer')
      expect(await whoSees(id)).toEqual(['wang', 'wu', 'zheng'])
    })

    it.each<[object, Person]>([
      [{ about: 'officer' }, 'wu'],
      [{ about: 'staff', aboutPersonId: 'sun' }, 'wu'],
    ])('of what leaders alone knew of, %j, it goes over their heads', async (body, handler) => {
      const { id: first } = await raised(body)
      expect((await post(handler, `/api/tickets/${first}/replies`, { text: '我明天上午去问' })).status).toBe(201)
      expect(await whoSees((await raised({ text: '没有去问', regardingTicketId: first })).id)).toEqual(['wang', 'tang'])
    })

    it('nor comes down to staff what was with the county since no leader was left', async () => {
      await http.db.unitOfWork.run(async (work) =>
        work.insert(postTable, ...['wu', 'zheng'].map((person) => postOf(person, 'resident', 'liushu'))))
      const { id: first } = await raised({ about: 'officer' })
      expect(await whoSees(first)).toEqual(['wang', 'tang'])
      http.db.clock.advance(DAY_MS)
      const { id } = await raised({ text: '没有人来问', regardingTicketId: first })
      expect(await whoSees(id)).toEqual(['wang', 'tang'])
    })

    it('also over the head of whoever gave more time without a word', async () => {
      const first = await handledBy('li')
      const promisedAt = http.db.clock.at() + 3 * DAY_MS
      const asked = await post('li', `/api/tickets/${first}/extensions`, { promisedAt, text: '配件周四才到，到了就换' })
      const [extension] = asked.as<TicketView>().ways.extensions
      const decided = await post('sun', `/api/tickets/${first}/extensions/${extension?.id}/decision`, { isGranted: true })
      expect(decided.status).toBe(200)
      const second = await raised({ text: '说来了，没有来', regardingTicketId: first })
      expect(await whoSees(second.id)).toEqual(['wang', 'wu', 'zheng'])
    })

    it('of what was merged nothing was handled: there is the main one, and coming apart', async () => {
      const [merged, main] = [await handledBy(), await handledBy('li')]
      expect((await post('li', `/api/tickets/${merged}/merge`, { intoTicketId: main })).status).toBe(200)
      http.db.clock.advance(2 * HOUR_MS)
      expect((await say({ text: '说来了，没有来', regardingTicketId: merged })).code).toBe('ticket.nothing-to-complain')
    })

    it('stays hidden from a handler who comes to sit higher', async () => {
      const second = await raised({ text: '说来了，没有来', regardingTicketId: await handledBy('chen') })
      await http.db.unitOfWork.run(async (work) => {
        work.write("UPDATE posts SET to_at = ? WHERE person_id = 'chen'", [work.now])
        work.insert(postTable, { ...postOf('chen', 'staff', 'qingxi'), fromAt: work.now })
      })
      expect((await get('chen', `/api/tickets/${second.id}`)).status).toBe(404)
      expect((await get('chen', '/api/board')).status).toBe(200)
      expect((await get('sun', `/api/tickets/${second.id}`)).status).toBe(200)
    })

    it('opens once somebody has answered or is late, once at a time, and only for whose matter it is', async () => {
      const { id: fresh } = await raised({ text: '门口下水道堵了' })
      const complain = (person: Person, id: string) => say({ text: '说来了，没有来', regardingTicketId: id }, person)
      expect((await complain('wang', fresh)).code).toBe('ticket.nothing-to-complain')
      http.db.clock.advance(HOUR_MS + 1)
      expect((await complain('zhao', fresh)).code).toBe('ticket.not-found')
      expect((await get('wang', `/api/tickets/${fresh}`)).as<TicketView>().actions).toContain('complain')
      const complaint = await complain('wang', fresh)
      expect(complaint.status).toBe(201)
      const { id } = complaint.as<TicketView>()
      const seenBy = async (person: Person) => (await get(person, `/api/tickets/${fresh}`)).as<TicketView>()
      expect(await seenBy('wang')).toMatchObject({ complaint: { ticketId: id, isOpen: true } })
      expect((await seenBy('wang')).actions).not.toContain('complain')
      for (const person of ['li', 'sun'] as const) expect((await seenBy(person)).complaint).toBeNull()
      expect((await complain('wang', fresh)).code).toBe('ticket.complained-already')
    })
  })

  it('keeps its level through a second rejection', async () => {
    const { id } = await raised({ about: 'leader' })
    for (const _round of [1, 2]) {
      await post('tang', `/api/tickets/${id}/closure`, { outcome: 'explained', text: '查过了，没有这件事，材料给您看' })
      expect((await post('wang', `/api/tickets/${id}/rejection`, { text: '没有查' })).status).toBe(200)
    }
    expect(await whoSees(id)).toEqual(['wang', 'tang'])
  })
})
