import type { WorkLog } from '../../src/platform/database/work-log'

/** Keeps what was logged, for tests that ask whether somebody was called. */
export class RecordingLog implements WorkLog {
  readonly lines: { readonly level: 'error' | 'warn'; readonly details: object; readonly message: string }[] = []

  error(details: object, message: string): void {
    this.lines.push({ level: 'error', details, message })
  }

  warn(details: object, message: string): void {
    this.lines.push({ level: 'warn', details, message })
  }

  errors(): object[] {
    return this.lines.filter(({ level }) => level === 'error').map(({ details }) => details)
  }
}
