import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { Refusal } from '../say.mjs'

const runs = Number(process.env.LEDGER_RUNS ?? 500)

/**
 * The ledger's rules as the oracle of a stored book, in many more random sequences of acts than a test takes. The seed
 * is printed; `LEDGER_SEED` repeats one, `LEDGER_RUNS` sets how many.
 */
export async function measure() {
  await ensureInstalled()
  const startedAt = performance.now()
  const jest = join(root, 'server/node_modules/jest/bin/jest.js')
  const child = spawn(process.execPath, [jest, '--verbose', 'src/features/ledger/book-in-hand.property.test.ts'], {
    cwd: join(root, 'server'),
    env: { ...process.env, LEDGER_RUNS: String(runs) },
    stdio: ['ignore', 2, 2],
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
  if (code !== 0) throw new Refusal('账本和规则对不上，种子见上面。', 'A stored book and the rules differ; the seed is above.')
  return [{ what: `${runs} random books against the rules`, value: performance.now() - startedAt, unit: 'ms' }]
}
