import { setTimeout as pause } from 'node:timers/promises'
import type { TicketView } from '@huiying/shared/tickets'
import type { Database } from '../../src/platform/database/open-database'
import { postOf, settlePerson, settleSmallVillage } from '../support/small-village'
import type { StubbornClient } from './stubborn-client'

const VILLAGES = [
  { id: 'liushu', residents: ['wang', 'zhao', 'ma', 'hu'], handlers: ['li', 'chen'] },
  { id: 'taoyuan', residents: ['lin', 'gao'], handlers: ['qian', 'luo'] },
] as const
type Village = (typeof VILLAGES)[number]

export async function settleTwoVillages(database: Database): Promise<void> {
  await settleSmallVillage(database)
  for (const [id, village] of [['ma', 'liushu'], ['hu', 'liushu'], ['lin', 'taoyuan'], ['gao', 'taoyuan']] as const) {
    await settlePerson(database, { id, name: `村民${id}` }, postOf(id, 'resident', village))
  }
  await settlePerson(database, { id: 'luo', name: '罗主任' }, postOf('luo', 'director', 'taoyuan'))
}

/** What people were told is done: the answers that came, nothing of the database. */
export interface Told {
  /** Ids by their words. */
  readonly tickets: Map<string, string>
  /** Words of everything said on a ticket, and on which. */
  readonly words: Map<string, string>
  /** Ticket and round. */
  readonly closed: string[]
  readonly rejected: string[]
  readonly rated: string[]
  readonly withdrawn: string[]
  readonly moved: string[]
}

export function nothingTold(): Told {
  return { tickets: new Map(), words: new Map(), closed: [], rejected: [], rated: [], withdrawn: [], moved: [] }
}

/** One after the other raises a matter and sees it through, or leaves it to itself, until it is over. */
export async function livePeople(
  client: StubbornClient, told: Told, chance: () => number, isOver: () => boolean, name: string,
): Promise<void> {
  const one = <T>(many: readonly T[]): T => many[Math.floor(chance() * many.length)] as T
  const breath = (): Promise<void> => pause(100 + chance() * 500)
  for (let number = 1; !isOver(); number += 1) {
    const village = one<Village>(VILLAGES)
    const reporter = one<string>(village.residents)
    const words = (what: string): string => `${name}-${number} ${what}`
    const text = words('路灯不亮了')
    const { id } = await client.send<TicketView>(reporter, 'POST', '/api/tickets', { villageId: village.id, text })
    told.tickets.set(text, id)
    const act = (personId: string, what: string, body: object = {}): Promise<unknown> =>
      client.send(personId, 'POST', `/api/tickets/${id}/${what}`, body)
    const say = async (personId: string, what: string, said: string, body: object = {}): Promise<void> => {
      await act(personId, what, { text: said, ...body })
      told.words.set(said, id)
    }
    await breath()
    const fate = chance()
    if (fate < 0.25) continue
    if (fate < 0.35) {
      await act(reporter, 'withdrawal')
      told.withdrawn.push(id)
      continue
    }
    let holder = village
    if (fate < 0.55) {
      const other = VILLAGES.find((candidate) => candidate !== village) as Village
      await say(one<string>(village.handlers), 'transfer', words('转给他们办'), { toUnitId: other.id })
      told.moved.push(id)
      holder = other
      await breath()
    }
    await Promise.all(holder.handlers.map((personId) => say(personId, 'replies', words(`${personId} 马上去看`))))
    await breath()
    for (let round = 1; ; round += 1) {
      const close = { outcome: 'settled' as const }
      await say(one<string>(holder.handlers), 'closure', words(`第${round}轮 换了灯泡`), close)
      told.closed.push(`${id} ${round}`)
      await breath()
      if (round === 2 || chance() > 0.35) break
      await say(reporter, 'rejection', words(`第${round}轮 还是不亮`))
      told.rejected.push(`${id} ${round}`)
      await breath()
      await say(one<string>(holder.handlers), 'replies', words(`第${round}轮 再去看看`))
    }
    if (chance() < 0.4) {
      await act(reporter, 'rating', { rating: 'satisfied' })
      told.rated.push(id)
    }
  }
}
