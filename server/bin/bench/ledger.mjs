import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { Refusal } from '../say.mjs'
import { measure as measurePhone } from './ledger-phone.mjs'

/**
 * What a large book costs on a durable MariaDB: its page over HTTP, appends by four writers, the close of a month; and
 * what checking it costs a phone. Filling it with a million lines takes minutes; `BENCH_LINES=20000` is a quick look.
 */
export async function measure(options) {
  await ensureInstalled()
  await ensureBuilt(['server'])
  const ofBook = await onMariadb(join(root, 'server/bin/bench/ledger-book.mjs'))
  return [...ofBook, ...(await measurePhone(options))]
}

/** Runs the script on a private MariaDB; what it writes to its standard output is the rows. */
function onMariadb(script) {
  const child = spawn(
    process.execPath,
    [join(root, 'server/bin/with-mariadb.mjs'), process.execPath, script],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, MARIADB_DURABLE: '1' } },
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
