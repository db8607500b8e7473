import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { measureMonthView } from './month-view.mjs'
import { subDistrict } from './sub-district.mjs'

const villageCount = 150
const generationBudgetMs = 5_000
const month = '2026-10'
const pastMonths = ['2026-07', '2026-08', '2026-09']

/** What the roster costs, on the server as it is built. */
export async function measure({ runs }) {
  await ensureInstalled()
  await ensureBuilt(['server'])
  return [...measureGeneration(runs), ...(await measureMonthView(subDistrict(villageCount), runs))]
}

/**
 * A month of 31 days for a large sub-district, with leaves and with the three months before it, which are made here one
 * after another. No run is left out as a warm-up: on the server, too, one month is made and no second.
 */
function measureGeneration(runs) {
  const require = createRequire(join(root, 'server/package.json'))
  const { generateMonth } = require('@huiying/shared/roster')
  const world = { ...subDistrict(villageCount), fixed: [], takenAway: [], past: [] }
  for (const before of pastMonths) world.past = [...world.past, ...generateMonth({ ...world, month: before }).cells]
  const timesMs = []
  let cells = 0
  for (let n = 0; n < runs; n += 1) {
    const startedAt = performance.now()
    cells = generateMonth({ ...world, month }).cells.length
    timesMs.push(performance.now() - startedAt)
  }
  timesMs.sort((one, other) => one - other)
  const what = `${villageCount} villages × 31 days generated, ${cells} cells after ${world.past.length}`
  return [
    { what: `${what}, fastest of ${runs}`, value: timesMs[0], unit: 'ms' },
    { what: '  median', value: timesMs[Math.floor(timesMs.length / 2)], unit: 'ms', budget: generationBudgetMs },
    { what: '  slowest', value: timesMs[timesMs.length - 1], unit: 'ms', budget: generationBudgetMs },
  ]
}
