import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { Refusal } from '../say.mjs'

/**
 * The long form of a test of `server/test/under-kills`, on a private MariaDB whose commits reach the disk.
 * @returns the figures it reported
 * @throws {Refusal} something was lost or doubled, or it broke off
 */
export async function underKills(name, env) {
  await ensureInstalled()
  await ensureBuilt(['server'])
  const dir = mkdtempSync(join(tmpdir(), 'huiying-bench-'))
  try {
    const result = join(dir, 'result.json')
    const jest = join(root, 'server/node_modules/jest/bin/jest.js')
    const child = spawn(
      process.execPath,
      [join(root, 'server/bin/with-mariadb.mjs'), process.execPath, jest, '--verbose', `test/under-kills/${name}.test.ts`],
      {
        cwd: join(root, 'server'),
        env: { ...process.env, ...env, MARIADB_DURABLE: '1', BENCH_RESULT: result },
        stdio: ['ignore', 2, 2],
      },
    )
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
    if (code !== 0) throw new Refusal('有东西丢了或重了，见上面。', 'Something was lost or doubled; see above.')
    return JSON.parse(readFileSync(result, 'utf8'))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
