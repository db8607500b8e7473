import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { Refusal } from '../say.mjs'

/**
 * What a large book costs on MariaDB: appends by four writers, and the close of a month. Filling it with a million
 * lines takes minutes; `BENCH_LINES=20000` is a quick look.
 */
export async function measure() {
  await ensureInstalled()
  await ensureBuilt(['server'])
  return onMariadb(join(root, 'server/bin/bench/ledger-book.mjs'))
}

/** Runs the script on a private MariaDB; what it writes to its standard output is the rows. */
function onMariadb(script) {
  const child = spawn(
    process.execPath,
    [join(root, 'server/bin/with-mariadb.mjs'), process.execPath, script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let answer = ''
  child.stdout.on('data', (chunk) => (answer += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Refusal('账本没量成，原因见上面几行。', 'The book could not be measured; see above.'))
      resolve(JSON.parse(answer.slice(answer.indexOf('['))))
    })
  })
}
