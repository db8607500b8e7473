import { DAY_MS } from '@huiying/shared/kernel'
import { china, dutyStory, type DutyStory } from '../../../test/support/duty-story'
import { fireRosterTurns } from './fire-roster-turns'

describe('a clock that is late by days', () => {
  let story: DutyStory
  beforeEach(async () => {
    story = await dutyStory()
    await story.sits()
  })
  afterEach(() => story.close())

  const told = async () =>
    (await story.fresh.reads.query<{ type: string; body: string }>(
      "SELECT type, body FROM journal WHERE type IN ('roster.shift-changed', 'roster.absent') ORDER BY id",
    )).map(({ type, body }) => ({ type, at: (JSON.parse(body) as { at: number }).at }))
  const clock = async () => {
    const [row] = await story.fresh.reads.query<{ done_at: number; next_at: number | null }>('SELECT done_at, next_at FROM roster_clocks')
    return { doneAt: Number(row?.done_at), nextAt: row?.next_at == null ? null : Number(row.next_at) }
  }

  it('catches up a day at a time, and is set to what is still to be told', async () => {
    const { fresh, fresh: { database: { ids } } } = story
    fresh.clock.set(china('24T09:00'))
    await fresh.unitOfWork.run((work) => fireRosterTurns(work, ids, ['qingxi']))
    expect(await clock()).toEqual({ doneAt: china('14T18:00') + DAY_MS, nextAt: china('15T18:30') + 1 })
    expect((await told()).map(({ at }) => at)).toEqual([
      china('14T18:00'), china('14T18:30') + 1, china('14T18:30') + 1, china('15T18:00'),
    ])
  })

  it('tells everything once, in order, as it happened; nobody is bothered with what is over', async () => {
    const { fresh, server } = story
    fresh.clock.set(china('24T09:00'))
    await server.settle()
    const facts = await told()
    const expected = ['14', '15', '16'].flatMap((day) => [
      ['roster.shift-changed', china(`${day}T18:00`)],
      ...Array(2).fill(['roster.absent', china(`${day}T18:30`) + 1]) as unknown[],
    ])
    expect(facts.map(({ type, at }) => [type, at])).toEqual([...expected, ['roster.shift-changed', china('17T18:00')]])
    expect(await clock()).toMatchObject({ nextAt: null })
    for (const person of ['li', 'chen', 'zhao', 'he']) expect(await story.told(person)).toEqual([])
    await server.settle()
    expect(await told()).toHaveLength(facts.length)
  })
})
