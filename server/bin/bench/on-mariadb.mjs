import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { Refusal } from '../say.mjs'

/**
 * Runs the script on a private MariaDB whose commits reach the disk; what it writes to its standard output is the rows.
 * @throws {Refusal} it ended badly
 */
export function onMariadb(script, env = {}) {
  const child = spawn(
    process.execPath,
    [join(root, 'server/bin/with-mariadb.mjs'), process.execPath, script],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, MARIADB_DURABLE: '1', ...env } },
  )
  let answer = ''
  child.stdout.on('data', (chunk) => (answer += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Refusal('没量成，原因见上面几行。', 'It could not be measured; see above.'))
      resolve(JSON.parse(answer.slice(answer.indexOf('['))))
    })
  })
}
