import { slotTable } from '../../src/features/roster/slot.table'
import { china, dutyStory, type DutyStory } from '../support/duty-story'

describe('a cadre’s own duty', () => {
  let story: DutyStory
  beforeEach(async () => {
    story = await dutyStory()
    await story.sits()
  })
  afterEach(() => story.close())

  it('names what runs, what comes, who sits beside him, what waits and what was left for him', async () => {
    const { roster, server, fresh } = story
    await roster.leaveNote('li', 'liushu-2026-09-14-lead', ' 东头路灯报修了，等电工 ')
    await expect(roster.leaveNote('chen', 'liushu-2026-09-14-lead', '不是我的班')).rejects.toThrow('roster.slot-not-found')
    await expect(roster.leaveNote('li', 'liushu-2026-09-14-lead', '  ')).rejects.toThrow('roster.note-missing')
    await expect(roster.leaveNote('li', 'liushu-2026-09-14-lead', '长'.repeat(501))).rejects.toThrow('roster.text-too-long')
    fresh.clock.set(china('14T17:00'))
    await server.submit('wang', { addresseeId: 'chen' })
    expect((await roster.mine('chen')).current).toMatchObject([{ on: '2026-09-15', mayTakeOver: true, waiting: 0, notes: [] }])
    fresh.clock.set(china('14T18:10'))
    const { current, coming, leaveFromOn } = await roster.mine('chen')
    expect(current).toMatchObject([{
      on: '2026-09-15', seat: 'lead', village: { id: 'liushu', name: '柳树村' }, waiting: 1, isAbsent: false, mayTakeOver: true,
      partners: [{ personId: 'he' }], notes: [{ text: '东头路灯报修了，等电工', by: { personId: 'li' }, at: china('14T09:00') }],
    }])
    expect(coming.map(({ on }) => on)).toEqual(['2026-09-17'])
    expect([leaveFromOn, current[0]?.asksPlace]).toEqual(['2026-09-15', false])
    await roster.takeOver('chen', 'liushu-2026-09-15-lead')
    expect((await roster.mine('chen')).current).toMatchObject([{ mayTakeOver: false, takenOverAt: china('14T18:10') }])
    await expect(roster.takeOver('chen', 'liushu-2026-09-15-lead')).rejects.toThrow('roster.taken-over-already')
  })

  it('a place that was sent is nowhere kept', async () => {
    const { roster, fresh } = story
    fresh.clock.set(china('14T18:00'))
    await roster.takeOver('chen', 'liushu-2026-09-15-lead', { latitude: 26.123456, longitude: 106.654321 })
    const kept = await fresh.unitOfWork.run(async (work) => work.find(slotTable, { id: 'liushu-2026-09-15-lead' }))
    expect(kept).toMatchObject([{ isOnSite: null, takenOverAt: china('14T18:00') }])
    const journal = await fresh.reads.query<{ body: string }>('SELECT body FROM journal')
    expect(JSON.stringify([kept, journal])).not.toMatch(/26\.12|106\.65/)
  })

  it('of a village whose month is published with a hole: everybody hears once, the leads of the hole', async () => {
    const { fresh, server, told } = story
    const other = ['2026-10-08', '2026-10-09'] as const
    await story.sits([[other[0], 'lead', 'li'], [other[0], 'member', null], [other[1], 'lead', 'chen'], [other[1], 'member', 'zhao']])
    await story.sits([[other[0], 'member', 'zhao']], 'taoyuan')
    await fresh.unitOfWork.run(async (work) => work.record('sun', [
      { type: 'roster.month-published', subjectId: 'qingxi', month: '2026-10', holes: 1 },
      { type: 'roster.village-published', subjectId: 'liushu', month: '2026-10', holes: 1 },
      { type: 'roster.village-published', subjectId: 'taoyuan', month: '2026-10', holes: 0 },
    ]))
    await server.settle()
    for (const lead of ['li', 'chen']) {
      expect(await told(lead)).toMatchObject([{ kind: 'roster-holes', data: { month: '2026-10', count: 1, villageName: '柳树村' } }])
    }
    expect(await told('zhao')).toMatchObject([{ kind: 'roster-published', data: { month: '2026-10' } }])
    // Who published it has seen the hole and said yes to it.
    expect(await told('sun')).toEqual([])
  })
})
