import { SystemClock } from '../platform/clock/clock'
import { loadConfig } from '../platform/config'
import { createLog } from '../platform/log'
import type { SeedFault } from './fill-demo'
import { seedDemo } from './seed-demo'

/** Started by `fillDemo` on a file that nobody else knows yet. */
async function main(): Promise<void> {
  const config = loadConfig(process.env)
  await seedDemo({ config, log: createLog(config), now: await new SystemClock().now(), isThrowaway: true })
}

function tell(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const fault: SeedFault = { message, code, ...(stack === undefined ? {} : { stack }) }
  process.exitCode = 1
  process.send?.(fault)
}

// Nobody is left to give the file its name.
const stop = (): never => process.exit(1)
process.once('disconnect', stop)

main().catch(tell).finally(() => {
  process.off('disconnect', stop)
  process.disconnect?.()
})
