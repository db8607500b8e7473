import { readFileSync } from 'node:fs'

/**
 * A small server's memory. Left alone, V8 goes by that of the machine: where there is plenty, hundreds of MB come
 * together before it looks for what is no longer alive. Sizes in MB; Node 20 to 24 know all three. In a file of their
 * own, since tests start servers with them, too.
 */
export const serverFlags = JSON.parse(readFileSync(new URL('server-flags.json', import.meta.url), 'utf8'))
