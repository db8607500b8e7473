import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyServerDatabase } from '../../test/support/server-database'
import { compareTickets, type Difference } from '../checks/tickets/compare-tickets'
import { FileUrlSigner } from '../features/files/public'
import { demoPeople } from '../features/identity/demo-people.board'
import { ImportLists } from '../features/lists/import-lists'
import { undeliveredOf } from '../features/notifications/undelivered.board'
import { noticesOf } from '../features/notifications/notice-list.board'
import { bookOf } from '../features/roster/book.board'
import { myDutyOf } from '../features/roster/my-duty.board'
import { whoIsOnDuty } from '../features/roster/public'
import { sittingOf } from '../features/roster/sitting.board'
import { rosterWeekOf } from '../features/roster/week.board'
import { TicketBoards } from '../features/tickets/ticket-boards'
import { openDatabase, type Database } from '../platform/database/open-database'
import { createLog, silentLog } from '../platform/log'
import { readWorkbook } from '../platform/workbook/read-workbook'
import { CLOSED_IN_CONFIDENCE, TOLD_IN_CONFIDENCE } from './confidence-events'
import { QUESTIONS } from './money/entry-questions'
import { SAID_ALIKE } from './together-events'
import { CLOSED, RAISED, RESIDENTS } from './places'
import { readRegister, type RegisterInHand } from './register-in-hand'
import { seedDemo, type DemoSettings } from './seed-demo'
import { TurningClock } from './turning-clock'

const now = Date.parse('2026-11-21T10:20:00+08:00')

describe('the demo, seeded', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-demo-'))
  let settings: DemoSettings
  let database: Database
  let register: RegisterInHand
  let boards: TicketBoards

  beforeAll(async () => {
    const isServer = process.env['DB'] === 'mariadb'
    const databaseUrl = isServer ? await emptyServerDatabase() : `sqlite:${join(dataDir, 'huiying.db')}`
    settings = { config: { databaseUrl, dataDir, payeeAccountKey: 'a key for tests only' }, log: silentLog(), now }
    expect(await seedDemo(settings)).toBe('seeded')
    database = await openDatabase(databaseUrl, { clock: new TurningClock(now) })
    register = await readRegister(database.unitOfWork)
    boards = new TicketBoards(database.reads, database.clock, new FileUrlSigner('a key for tests only, 32 characters'))
  }, 300_000)
  afterAll(async () => {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  async function count(sql: string, ...params: readonly string[]): Promise<number> {
    const [row] = await database.reads.query<{ count: number }>(`SELECT COUNT(*) AS count FROM ${sql}`, params)
    return Number(row?.count)
  }

  it('has no ticket that differs from what the rules would have of it', async () => {
    const differences: Difference[] = []
    const onDifference = (one: Difference): void => void differences.push(one)
    const comparison = await compareTickets({ ...database, mends: false, onDifference })
    expect(differences).toEqual([])
    expect(comparison?.tickets).toBeGreaterThan(100)
  })

  it('is one sub-district with seven communities and one village, 7,006 residents and all posts filled', async () => {
    expect(await count("units WHERE kind = 'village' AND name LIKE '%社区'")).toBe(7)
    expect(await count("units WHERE kind = 'village' AND name LIKE '%村'")).toBe(1)
    expect(await count("posts WHERE kind = 'resident'")).toBe(RESIDENTS)
    for (const kind of ['secretary', 'director', 'supervisor', 'accountant', 'stationed-cadre']) {
      expect(await count('posts WHERE kind = ?', kind)).toBe(8)
    }
    expect(await count("posts s JOIN posts d ON d.person_id = s.person_id WHERE s.kind = 'secretary' AND d.kind = 'director'")).toBeGreaterThanOrEqual(3)
  })

  it('raised 151 matters in nine days, 128 of them closed, through the real rules', async () => {
    expect(await count('tickets')).toBe(RAISED + QUESTIONS + TOLD_IN_CONFIDENCE + SAID_ALIKE)
    expect(await count("tickets WHERE status IN ('closed', 'rated', 'unrated') AND entry_id IS NULL"))
      .toBe(CLOSED + CLOSED_IN_CONFIDENCE)
    expect(await count("tickets WHERE status IN ('submitted', 'in-progress') AND entry_id IS NULL"))
      .toBe(RAISED - CLOSED + TOLD_IN_CONFIDENCE - CLOSED_IN_CONFIDENCE + SAID_ALIKE)
    expect(await count('tickets WHERE merged_into_id IS NOT NULL')).toBe(1)
    expect(await count('ticket_followers')).toBeGreaterThan(10)
    expect(await count("journal WHERE type = 'ticket.submitted'")).toBe(RAISED + QUESTIONS + TOLD_IN_CONFIDENCE + SAID_ALIKE)
    expect(await count("tickets WHERE visibility = 'confidential' AND holder_unit_id = sub_district_id")).toBe(TOLD_IN_CONFIDENCE)
    expect(await count("journal WHERE type = 'ticket.rejected'")).toBe(2)
    expect(await count('tickets WHERE response_missed_at IS NOT NULL AND responded_at IS NOT NULL')).toBe(8)
    expect(await count('supervision_orders')).toBe(await count("journal WHERE type = 'ticket.closure-overdue'"))
    expect(await count('timers WHERE due_at <= ?', String(now))).toBe(0)
    expect(await count('outbox') + (await count('parked_outbox')) + (await count('parked_timers'))).toBe(0)
  })

  it('was the blocked sewer first, settled within the hour', async () => {
    const [first] = await database.reads.query<{ text: string; status: string; took: number }>(
      'SELECT text, status, closed_at - submitted_at AS took FROM tickets ORDER BY submitted_at LIMIT 1',
    )
    expect(first).toMatchObject({ status: 'rated', text: expect.stringContaining('下水道堵了') })
    expect(Number(first?.took)).toBeLessThan(3_600_000)
  })

  it('has people to sign in as, and life on each one\'s screen', async () => {
    const people = await demoPeople(database.reads, now)
    expect(people[0]).toMatchObject({ kind: 'resident', name: '王秀英', unitName: '柳树湾村' })
    for (const { personId } of people.filter(({ kind }) => kind === 'resident')) {
      expect(register.viewer(personId, now).posts.map(({ kind }) => kind)).toEqual(['resident'])
    }
    expect(people.find(({ kind }) => kind === 'admin')).toMatchObject({ hint: '管理员，定放假安排和值班规矩' })
    expect(people.some(({ postName }) => postName === '区县工作人员')).toBe(true)
    const [toTakeOver] = people.filter(({ hint }) => hint.startsWith('正在值班'))
    const slots = await database.reads.query<{ taken_over_at: number | null }>(
      'SELECT taken_over_at FROM duty_slots WHERE person_id = ? AND from_at <= ? AND to_at > ?', [toTakeOver?.personId ?? '', now, now],
    )
    expect(slots).toContainEqual({ taken_over_at: null })
    const idOf = (kind: string): string => people.find((person) => person.kind === kind)?.personId ?? ''

    const villager = register.viewer(idOf('resident'), now)
    const mine = await boards.mine(villager, null)
    expect(mine.rows.map((row) => row.status).sort()).toEqual(['closed', 'in-progress', 'rated'])
    const notices = await noticesOf(database.reads, villager, now, null)
    expect(notices.unread).toBeGreaterThan(0)
    expect(notices.rows.filter((row) => row.read).length).toBeGreaterThan(0)

    const inbox = await boards.inbox(register.viewer(idOf('secretary'), now))
    expect(inbox.groups.filter((group) => group.count > 0).map((group) => group.key)).toEqual(
      ['late', 'answer', 'finish', 'answer-later', 'finish-later', 'waiting'],
    )

    const board = await boards.overdue(register.viewer(idOf('staff'), now))
    expect(board.columns.filter((column) => column.count > 0).map((column) => column.key)).toEqual(
      ['response-overdue', 'closure-overdue', 'response-soon', 'closure-soon'],
    )
  })

  it('has one matter of which nobody on duty could be told, and nothing else that climbs', async () => {
    const staff = (await demoPeople(database.reads, now)).find(({ kind }) => kind === 'staff')?.personId ?? ''
    const { rows } = await undeliveredOf(database.reads, register.viewer(staff, now), now)
    expect(rows.map(({ people }) => people.length > 1)).toEqual([true])
    for (const table of ['ladders', 'text_deliveries', 'group_counts']) expect(await count(table)).toBe(0)
  })

  it('has a roster of this month and the one before, made, published and sat; the next one is a draft', async () => {
    const months = await database.reads.query<{ month: string; status: string }>('SELECT month, status FROM roster_months ORDER BY month')
    expect(months).toEqual([
      { month: '2026-10', status: 'published' }, { month: '2026-11', status: 'published' }, { month: '2026-12', status: 'draft' },
    ])
    expect(await count('duty_slots WHERE person_id IS NULL')).toBe(0)
    const missed = await database.reads.query<{ code: string; taken_over_at: number | null }>(
      `SELECT u.code, s.taken_over_at FROM duty_slots s JOIN units u ON u.id = s.village_id
       WHERE s.take_over_due_at < ? AND (s.taken_over_at IS NULL OR s.taken_over_at > s.take_over_due_at) ORDER BY u.code`, [now],
    )
    expect(missed.map((row) => [row.code, row.taken_over_at !== null])).toEqual([['QX-02', false], ['QX-05', true], ['QX-07', false]])
    expect(await count("journal WHERE type = 'roster.taken-over'")).toBe(await count('duty_slots WHERE taken_over_at IS NOT NULL'))
    expect(await count("duty_slots WHERE source = 'leave'")).toBeGreaterThan(0)
    expect(await count("duty_swaps WHERE status = 'accepted'")).toBe(1)
    expect(await count("duty_swaps WHERE status = 'asked'")).toBe(1)
    for (const table of ['book_entries', 'hand_over_notes', 'village_marks', "notices WHERE kind = 'shift-absent'"]) {
      expect(await count(table)).toBeGreaterThan(2)
    }
  })

  it('shows on every screen of the roster something', async () => {
    const [village] = await database.reads.query<{ id: string }>("SELECT id FROM units WHERE code = 'QX-01'")
    const people = await demoPeople(database.reads, now)
    const viewer = (kind: string) => register.viewer(people.find((person) => person.kind === kind)?.personId ?? '', now)
    const sitting = await sittingOf(database.reads, viewer('resident'), village?.id ?? '', now)
    expect(sitting).toMatchObject({ hasRoster: true, isHole: false })
    expect(sitting.days.every(({ seats }) => seats.some(({ seat, person }) => seat === 'member' && person !== null))).toBe(true)
    expect(sitting.days.some(({ seats }) => seats.some(({ isChanged }) => isChanged))).toBe(true)
    expect(sitting.onDuty.length).toBeGreaterThan(0)
    expect(sitting.nextStationed).not.toBeNull()
    const week = await rosterWeekOf(database.reads, viewer('staff'), null, now)
    expect(week).toMatchObject({ status: 'published' })
    expect(week.absences.length).toBeGreaterThan(1)
    expect(week.changes).toBeGreaterThan(1)
    const book = await bookOf(database.reads, viewer('secretary'), village?.id ?? '', '2026-11', now)
    expect(book.settled).toBeGreaterThan(1)
    expect(book.rows.some(({ ticketId }) => ticketId !== null)).toBe(true)
    expect((await myDutyOf(database.reads, viewer('secretary'), now)).coming.length).toBeGreaterThan(1)
  })

  it('called departments: one comes late, one has still to come, one waits for the leader, one is done', async () => {
    const people = await demoPeople(database.reads, now)
    const officer = register.viewer(people.find(({ kind }) => kind === 'officer')?.personId ?? '', now)
    const mine = await boards.parts(officer)
    expect(mine.open.map(({ state }) => state)).toEqual(['late', 'called'])
    expect(await count('ticket_parts WHERE refused_at IS NOT NULL AND reviewed_at IS NULL')).toBe(1)
    expect(await count('ticket_parts WHERE closed_at IS NOT NULL')).toBe(1)
    expect(await count("notices WHERE kind = 'part-refused'")).toBeGreaterThan(0)
  })

  it('has matters on their way: handed on and objected to, sent up and met about, promised later', async () => {
    expect(await count("ticket_moves WHERE how = 'transfer'")).toBe(2)
    expect(await count('ticket_moves WHERE objected_at IS NOT NULL AND ruled_at IS NULL')).toBe(1)
    expect(await count("ticket_messages WHERE kind = 'minutes'")).toBe(1)
    expect(await count('ticket_extensions')).toBe(2)
    expect(await count('ticket_extensions WHERE is_granted = 1')).toBe(1)
    expect(await count("ticket_extensions e JOIN tickets t ON t.id = e.ticket_id WHERE e.is_granted IS NULL AND t.status = 'in-progress'")).toBe(1)
    expect(await count('ticket_topics WHERE department_unit_id IS NOT NULL')).toBeGreaterThan(4)
    expect(await count('tickets WHERE topic_id IS NOT NULL')).toBeGreaterThan(100)
  })

  it('told the county of what lay about for three days', async () => {
    const told = 'notices n JOIN posts p ON p.person_id = n.person_id JOIN units u ON u.id = p.unit_id'
    expect(await count(`${told} WHERE u.kind = 'county' AND n.kind = 'order-issued'`)).toBeGreaterThan(0)
  })

  it('came from a file that changes nothing when it is imported again', async () => {
    const sheets = await readWorkbook(readFileSync(join(dataDir, 'demo-lists.xlsx')))
    const again = await new ImportLists(database.unitOfWork, database.ids).execute(null, { sheets, isCheckOnly: false })
    expect(again).toMatchObject({ added: 0, changed: 0, untouched: { count: 0 } })
    expect(again.unchanged).toBeGreaterThan(2 * RESIDENTS)
  })

  it('is left alone by a second start', async () => {
    expect(await seedDemo({ ...settings, now: now + 3_600_000 })).toBe('kept')
    expect(await count('tickets')).toBe(RAISED + QUESTIONS + TOLD_IN_CONFIDENCE + SAID_ALIKE)
  })
})

describe('the demo in a year whose days off nobody has announced', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-demo-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it('starts without a roster and says so; the secretary has the duty', async () => {
    const later = Date.parse('2027-03-10T10:20:00+08:00')
    const databaseUrl = process.env['DB'] === 'mariadb' ? await emptyServerDatabase() : `sqlite:${join(dataDir, 'huiying.db')}`
    const lines: string[] = []
    const log = createLog({ isDemo: false, logLevel: 'info' }, { write: (line) => void lines.push(line) })
    expect(await seedDemo({ config: { databaseUrl, dataDir, payeeAccountKey: 'a key for tests only' }, log, now: later })).toBe('seeded')
    expect(lines.some((line) => line.includes('no roster'))).toBe(true)
    const database = await openDatabase(databaseUrl, { clock: new TurningClock(later) })
    const [months] = await database.reads.query<{ n: number }>('SELECT COUNT(*) AS n FROM roster_months')
    const [tickets] = await database.reads.query<{ n: number }>('SELECT COUNT(*) AS n FROM tickets')
    expect([Number(months?.n), Number(tickets?.n)]).toEqual([0, RAISED + QUESTIONS + TOLD_IN_CONFIDENCE + SAID_ALIKE])
    const [secretary] = await database.reads.query<{ person_id: string; village_id: string }>(
      "SELECT p.person_id, p.village_id FROM posts p JOIN units u ON u.id = p.unit_id WHERE u.code = 'QX-01' AND p.kind = 'secretary'",
    )
    expect((await whoIsOnDuty(database.reads, secretary?.village_id ?? '', later)).personIds).toEqual([secretary?.person_id])
    await database.close()
  }, 300_000)
})
