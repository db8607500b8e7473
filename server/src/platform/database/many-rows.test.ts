import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, type Note, notesTable } from '../../../test/support/notes.table'
import { onServer } from '../../../test/support/on-server'
import { timersTable } from '../timers/timers.table'

const COUNT = 130

describe('many rows written in few statements', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
    await fresh.unitOfWork.run(async (work) => work.insert(notesTable, ...all))
  })
  afterEach(() => fresh.close())

  const name = (index: number): string => `N${String(index).padStart(3, '0')}`
  const all = Array.from({ length: COUNT }, (_, index) =>
    note({ id: name(index), title: name(index), version: 1 + (index % 3) }))
  const stored = (): Promise<Note[]> =>
    fresh.unitOfWork.run((work) => work.find(notesTable, {}, { orderBy: { id: 'asc' } }))

  test('each gets its own changes, and one version more; what did not change stays', async () => {
    const changed = (one: Note, index: number): Note => {
      if (index % 4 === 0) return one
      return index % 4 === 1
        ? { ...one, closedAt: index, closedOn: '2026-09-14', marks: { colours: ['红'], depth: index } }
        : { ...one, title: `${one.title}!`, isPublic: true }
    }
    await fresh.unitOfWork.run(async (work) => {
      const loaded = await work.find(notesTable, {}, { lock: true, orderBy: { id: 'asc' } })
      work.updateChanged(notesTable, loaded.map((before, index) => ({ before, next: changed(before, index) })))
    })
    expect(await stored()).toEqual(all.map((one, index) => ({ ...changed(one, index), version: one.version + 1 })))
  })

  test('where somebody was faster with one of them the work begins anew on what is there now', async () => {
    let tries = 0
    await fresh.unitOfWork.run(async (work) => {
      const loaded = await work.find(notesTable, { id: [name(1), name(4)] }, { orderBy: { id: 'asc' } })
      tries += 1
      // As if the first time it had seen what was there before.
      const asSeen = tries > 1 ? loaded : loaded.map((one, index) => (index === 1 ? { ...one, version: 1 } : one))
      work.updateChanged(notesTable, asSeen.map((before) => ({ before, next: { ...before, closedAt: 7 } })))
    })
    expect(tries).toBe(2)
    expect((await stored()).filter(({ closedAt }) => closedAt === 7).map(({ id, version }) => [id, version])).toEqual([
      [name(1), 3], [name(4), 3],
    ])
  })

  test('rows go by their whole keys, once each, and one put back after that is there', async () => {
    const timer = (dueAt: number, id: string) => ({ dueAt, id, kind: 'test.a', subjectId: 'T1' })
    const timers = Array.from({ length: COUNT }, (_, index) => timer(index % 5, name(index)))
    await fresh.unitOfWork.run(async (work) => work.insert(timersTable, ...timers))
    await fresh.unitOfWork.run(async (work) => {
      // The key of one with the instant of another is nobody's.
      work.delete(timersTable, timer(0, name(1)))
      for (const one of timers.slice(2)) work.delete(timersTable, one)
      for (const one of timers.slice(2)) work.delete(timersTable, one)
      work.insertIfAbsent(timersTable, timer(4, name(4)))
    })
    const left = await fresh.unitOfWork.run((work) => work.find(timersTable, {}, { orderBy: { dueAt: 'asc', id: 'asc' } }))
    expect(left).toEqual([timer(0, name(0)), timer(1, name(1)), timer(4, name(4))])
  })
})

onServer('many rows taken away while others hold those beside them (only with DB=mariadb)', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
  })
  afterEach(() => fresh.close())

  test.each([4, 400])('waits for none of them, in a table of %i rows', async (count) => {
    const timers = Array.from({ length: count }, (_, index) =>
      ({ dueAt: index % 3, id: `T${index}`, kind: 'test.a', subjectId: `T${index}` }))
    await fresh.unitOfWork.run(async (work) => work.insert(timersTable, ...timers))
    const [held, taken] = [timers.filter((_, index) => index % 2 === 0), timers.filter((_, index) => index % 2 === 1)]
    const other = await fresh.openAnother()
    let letGo = (): void => undefined
    const isOver = new Promise<void>((resolve) => (letGo = resolve))
    let holding: Promise<void> = Promise.resolve()
    await new Promise<void>((isHeld) => {
      holding = fresh.unitOfWork.run(async (work) => {
        for (const { dueAt, id } of held) await work.find(timersTable, { dueAt, id }, { lock: true })
        isHeld()
        await isOver
      })
    })
    // If it waited for a row that is held, it would be given up as busy.
    await other.unitOfWork.run(async (work) => {
      for (const one of taken) work.delete(timersTable, one)
    })
    letGo()
    await holding
    const left = await fresh.unitOfWork.run((work) => work.find(timersTable, {}))
    expect(left).toHaveLength(held.length)
  })
})
