import { setImmediate as finalizers } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Makes the closed connections of the embedded database let go of their files. The driver has no call that ends a
 * prepared statement, and a connection stays open for as long as one of its statements waits to be collected as
 * garbage; until then another process cannot tell that we are gone, nor are the files beside the database removed.
 */
export async function letGoOfFiles(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  collectGarbage()
  // What was collected is ended on the next turn of the event loop.
  await finalizers()
}
