/** What background work reports to: ids and codes in `details`, never contents. A pino logger is one. */
export interface WorkLog {
  /** Someone must act now. */
  error(details: object, message: string): void
  /** Healed itself. */
  warn(details: object, message: string): void
}

/** What may be written down of an error: its code or class; a message may carry contents. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return code.slice(0, 64)
}
