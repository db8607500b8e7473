import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../paths.mjs'
import { onMariadb } from './on-mariadb.mjs'

/**
 * What lists and boards cost over HTTP where a county has told a million tickets, and a tenth of that: first all of
 * them mixed as people ask, then each alone. Filling takes minutes; `BENCH_TICKETS=100000` is a quick look.
 */
export async function measure() {
  await ensureInstalled()
  await ensureBuilt(['server'])
  return onMariadb(join(root, 'server/bin/bench/board-lists.mjs'))
}
