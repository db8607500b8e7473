import { SEATS, type CellChange, type Month, type RosterMonthAnswer, type Seat } from '@huiying/shared/roster'
import { settleDutyVillage } from './duty-village'
import { startTestApp, type TestAnswer } from './test-app'

const PEOPLE = ['wang', 'zheng', 'zhou', 'li', 'chen', 'qian', 'sun', 'wu', 'tang', 'guo', 'hua'] as const
export type Who = (typeof PEOPLE)[number]

/** The month the tests make; the clock stands at Monday 2026-09-14, 09:00. */
export const MONTH = '2026-10'

/** The server over HTTP with the duty village, everybody signed in, and the acts on a month by name. */
export async function startDutyApp() {
  const http = await startTestApp()
  await settleDutyVillage(http.db.database)
  const tokens = new Map<string, string>()
  const signIn = async (): Promise<void> => {
    for (const person of PEOPLE) tokens.set(person, await http.signIn(`open-${person}`))
  }
  await signIn()
  const send = (who: Who, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<TestAnswer> =>
    http.send(method, `/api/${path}`, { token: tokens.get(who) ?? null, ...(body === undefined ? {} : { body }) })
  const generate = (month: Month = MONTH, body: object = {}, who: Who = 'sun') =>
    send(who, 'POST', `roster/months/${month}/generation`, body)
  const publish = (seenRevision: number, more: object = { acceptHoles: true }, month: Month = MONTH) =>
    send('sun', 'POST', `roster/months/${month}/publication`, { seenRevision, ...more })
  return {
    http,
    clock: http.db.clock,
    reads: http.db.reads,
    stop: () => http.stop(),
    send,
    generate,
    publish,
    change: (who: Who, ...changes: readonly CellChange[]) =>
      send(who, 'POST', `roster/months/${MONTH}/changes`, { changes }),
    month: async (who: Who = 'sun', query = '', month: Month = MONTH) =>
      (await send(who, 'GET', `roster/months/${month}${query}`)).as<RosterMonthAnswer>(),
    changesSince: (who: Who, query = '') => send(who, 'GET', `roster/months/${MONTH}/changes${query}`),
    drafted: async (month: Month = MONTH) => (await generate(month)).as<RosterMonthAnswer>(),
    published: async (): Promise<RosterMonthAnswer> => {
      const { revision } = (await generate()).as<RosterMonthAnswer>()
      return (await publish(revision)).as<RosterMonthAnswer>()
    },
    facts: async (type: string) => {
      const rows = await http.db.reads.query<{ readonly body: string; readonly by_person: string | null }>(
        'SELECT body, by_person FROM journal WHERE type = ? ORDER BY id',
        [type],
      )
      return rows.map(({ body, by_person: by }) => ({ ...(JSON.parse(body) as object), by }))
    },
    /** Sessions do not last into the next month. */
    signInAgainAt: async (at: string): Promise<void> => {
      http.db.clock.set(at)
      await signIn()
    },
  }
}

export type DutyApp = Awaited<ReturnType<typeof startDutyApp>>

/** Who sits there, and how it is marked; `undefined`: no such cell. */
export function cellOf(answer: RosterMonthAnswer, on: string, seat: Seat, villageId = 'liushu') {
  const village = answer.villages.findIndex((one) => one.village.id === villageId)
  const day = answer.days.findIndex((one) => one.on === on)
  const row = answer.cells.find((cell) => cell[0] === village && cell[1] === day && cell[2] === SEATS.indexOf(seat))
  return row === undefined ? undefined : { personId: answer.people[row[3]]?.personId ?? null, flags: row[4] }
}

/** Everybody who has that seat in the month, once for each day. */
export function sittersOf(answer: RosterMonthAnswer, seat: Seat, villageId = 'liushu'): readonly (string | undefined)[] {
  return answer.cells
    .filter(([village, , place]) => place === SEATS.indexOf(seat) && answer.villages[village]?.village.id === villageId)
    .map(([, , , person]) => answer.people[person]?.personId)
}

/** A change that names whom one sees there. */
export function seenAt(
  answer: RosterMonthAnswer,
  on: string,
  seat: Seat,
  personId: string | null | undefined,
): CellChange {
  return { villageId: 'liushu', on, seat, seenPersonId: cellOf(answer, on, seat)?.personId, personId }
}

/** One of the pool who does not sit there. */
export function anotherThan(answer: RosterMonthAnswer, on: string, seat: Seat, ...pool: readonly string[]): string {
  return pool.find((one) => one !== cellOf(answer, on, seat)?.personId) ?? ''
}
