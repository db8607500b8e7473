import type { LoggerService } from '@nestjs/common'
import type { Log } from './log'

/** Nest's own words: its warnings and errors in our log, the rest of its talk left out. */
export function nestLog(log: Log): LoggerService {
  const say = (level: 'warn' | 'error') => (message: unknown, ...more: readonly unknown[]) => {
    const context = more.filter((one) => typeof one === 'string').pop()
    log[level]({ context }, message instanceof Error ? message.message : String(message))
  }
  const nothing = (): void => undefined
  return { log: nothing, debug: nothing, verbose: nothing, warn: say('warn'), error: say('error'), fatal: say('error') }
}
