import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { measure as measurePhone } from './ledger-phone.mjs'
import { onMariadb } from './on-mariadb.mjs'

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
