import { pino, type DestinationStream, type Logger } from 'pino'
import type { Config } from '../config'
import { lineForPeople } from './line-for-people'

/**
 * Structured log: an object of ids and numbers first, a short English sentence second. Never contents, names, phone
 * numbers, query strings or bodies. ERROR = somebody must act now, WARN = healed itself, INFO = something changed.
 */
export type Log = Logger

/** JSON lines on standard output; in a demo one short line each, for the person who started it. */
export function createLog(config: Pick<Config, 'isDemo' | 'logLevel'>, out: DestinationStream = process.stdout): Log {
  const options = { level: config.logLevel, base: null, formatters: { level: (label: string) => ({ level: label }) } }
  return pino(options, config.isDemo ? { write: (line: string) => out.write(lineForPeople(line)) } : out)
}

/** Says nothing: for tests that do not look at the log. */
export function silentLog(): Log {
  return pino({ level: 'silent' })
}
