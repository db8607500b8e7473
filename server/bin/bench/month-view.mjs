import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../paths.mjs'

const viewBudgetMs = 200
const storeBudgetMs = 5_000
const viewed = '2026-10'
const made = '2026-12'
const now = Date.parse('2026-10-15T10:00:00+08:00')
const subDistrictId = 'sub-district'
/** Two years: those whose days off are known. */
const storedMonths = [2025, 2026].flatMap((year) =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)).filter((month) => month !== made)

/**
 * On the embedded database, with two years of published slots of a large sub-district: its month as staff opens it,
 * down to the text that is sent; a village's month as a resident opens it; and a month made and stored.
 */
export async function measureMonthView(world, runs) {
  const dir = mkdtempSync(join(tmpdir(), 'huiying-bench-'))
  // Not called `require`: what is only there once it is built cannot be followed by whoever checks the rooms.
  const load = createRequire(join(root, 'server/dist/src/main.js'))
  const { openDatabase } = load('./platform/database/open-database.js')
  for (const table of ['roster/slot.table', 'roster/month.table', 'identity/post.table', 'identity/person.table', 'villages/unit.table']) {
    load(`./features/${table}.js`)
  }
  const database = await openDatabase(`sqlite:${join(dir, 'bench.db')}`, { isThrowaway: true, clock: { now: async () => now } })
  try {
    const slots = await store(database, load, world)
    const { rosterMonthOf } = load('./features/roster/month.board.js')
    const { GenerateMonth } = load('./features/roster/generate-month.js')
    const villageId = world.villages[0].villageId
    const staff = viewer({ kind: 'staff', unitId: subDistrictId, villageId: null })
    const resident = viewer({ kind: 'resident', unitId: villageId, villageId })
    const view = async (who, village) => JSON.stringify(await rosterMonthOf(database.reads, who, viewed, village, now))
    const whole = await timed(runs, () => view(staff, null))
    const village = await timed(runs, () => view(resident, villageId))
    const generation = new GenerateMonth(database.unitOfWork, database.ids)
    const stored = await timed(runs, () => generation.execute(staff, made, { keepEdits: true }))
    const answer = JSON.parse(whole.result)
    const { ChangeCells } = load('./features/roster/change-cells.js')
    const edits = new ChangeCells(database.unitOfWork, database.ids)
    const coming = comingCells(answer).slice(0, runs)
    const edited = await timed(coming.length, (n) => edits.execute(staff, viewed, [coming[n]]))
    return [
      { what: `month of ${world.villages.length} villages, ${answer.cells.length} cells out of ${slots} slots, median of ${runs}`, value: whole.medianMs, unit: 'ms', budget: viewBudgetMs },
      { what: '  slowest', value: whole.slowestMs, unit: 'ms' },
      { what: '  as text', value: Buffer.byteLength(whole.result), unit: 'bytes' },
      { what: `month of one village among them, median of ${runs}`, value: village.medianMs, unit: 'ms', budget: viewBudgetMs },
      { what: `one of its cells changed, median of ${coming.length}`, value: edited.medianMs, unit: 'ms', budget: viewBudgetMs },
      { what: `a month read together, made and stored, median of ${runs}`, value: stored.medianMs, unit: 'ms', budget: storeBudgetMs },
    ]
  } finally {
    await database.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** A change for each stationed day still to come: it becomes a hole. */
function comingCells({ villages, days, people, cells }) {
  const stationed = 2
  return cells
    .filter(([, day, seat, person]) => days[day].on > viewed + '-16' && seat === stationed && person !== -1)
    .map(([village, day, , person]) => ({
      villageId: villages[village].village.id, on: days[day].on, seat: 'stationed', seenPersonId: people[person].personId, personId: null,
    }))
}

async function timed(runs, act) {
  const timesMs = []
  let result
  for (let n = 0; n < runs; n += 1) {
    const startedAt = performance.now()
    result = await act(n)
    timesMs.push(performance.now() - startedAt)
  }
  timesMs.sort((one, other) => one - other)
  return { result, medianMs: timesMs[Math.floor(timesMs.length / 2)], slowestMs: timesMs.at(-1) }
}

/** @returns how many slots there are */
async function store({ unitOfWork, ids }, load, world) {
  const { generateMonth, spanOf } = load('@huiying/shared/roster')
  const { unitTable } = load('./features/villages/unit.table.js')
  const { personTable } = load('./features/identity/person.table.js')
  const { postTable } = load('./features/identity/post.table.js')
  const { monthTable } = load('./features/roster/month.table.js')
  const { slotTable } = load('./features/roster/slot.table.js')
  const villageIds = new Set(world.villages.map(({ villageId }) => villageId))
  const posts = [...world.villages.flatMap((one) => one.posts), ...world.leaders].map((post) => ({
    ...post, id: ids.next(), unitId: villageIds.has(post.unitId) ? post.unitId : subDistrictId, subDistrictId,
    villageId: villageIds.has(post.unitId) ? post.unitId : null,
  }))
  const people = [...new Set(posts.map(({ personId }) => personId))]
  await unitOfWork.run(async (work) => {
    work.insert(unitTable, { id: subDistrictId, kind: 'sub-district', name: '青溪街道', parentId: null, code: 'S' })
    work.insert(unitTable, ...[...villageIds].map((id, n) => ({ id, kind: 'village', name: `第${n + 1}村`, parentId: subDistrictId, code: id })))
    work.insert(personTable, ...people.map((id, n) => ({ id, name: `人${n + 1}`, phone: null, code: id, createdAt: 0 })))
    work.insert(postTable, ...posts)
  })
  let count = 0
  for (const month of storedMonths) {
    const { cells, notes } = generateMonth({ ...world, month, fixed: [], takenAway: [], past: [] })
    count += cells.length
    await unitOfWork.run(async (work) => {
      const publishedAt = Date.parse(`${month}-01T00:00:00+08:00`)
      work.insert(monthTable, {
        subDistrictId, month, status: 'published', revision: 2, policyVersion: 0, terms: world.terms, notes,
        generatedAt: publishedAt, publishedAt, publishedBy: null,
      })
      work.insert(slotTable, ...cells.map((cell, n) => {
        const span = spanOf(cell.seat, cell.on, world.terms)
        return {
          id: ids.next(), subDistrictId, month, ...cell, ...span,
          takeOverDueAt: span.fromAt + world.terms.absentAfterMs,
          takenOverAt: span.fromAt < now && n % 20 !== 0 ? span.fromAt : null, isOnSite: null,
          source: n % 30 === 0 ? 'edited' : 'generated', publishedAt, changedAt: n % 30 === 0 ? publishedAt : null, version: 1,
        }
      }))
    })
  }
  return count
}

function viewer(post) {
  const held = { id: 'post', personId: 'viewer', charge: null, fromAt: 0, toAt: null, subDistrictId, ...post }
  return { accountId: 'account', personId: 'viewer', posts: [held] }
}
