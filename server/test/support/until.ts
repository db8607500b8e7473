import { setTimeout as pause } from 'node:timers/promises'

/** Waits for something that happens by itself, as long as a slow machine may need. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  for (const givesUpAt = Date.now() + withinMs; !(await holds()); await pause(5)) {
    if (Date.now() > givesUpAt) throw new Error(`still not so after ${withinMs} ms: ${holds.toString()}`)
  }
}
