import type { EpochMs } from '@huiying/shared/kernel'
import type { Stage } from './stage'

/** Something somebody does at an instant. */
export interface DemoEvent {
  readonly at: EpochMs
  run(): Promise<void>
}

/**
 * Lets the plan happen: every act through its real use case, every reminder, overdue mark, order and change of shift by
 * the real worker at its own instant, every notice by the real reactions.
 */
export async function play(stage: Stage, events: readonly DemoEvent[], until: EpochMs = stage.now): Promise<void> {
  // Of one instant the first in the plan comes first: sorting keeps the order of equals.
  for (const event of [...events].sort((a, b) => a.at - b.at)) {
    await passTime(stage, event.at)
    await event.run()
    await stage.workers.outbox.drain()
  }
  await passTime(stage, until)
}

/** Stops at each timer on the way, so that what it brings about bears its own time. */
async function passTime({ database, clock, workers }: Stage, until: EpochMs): Promise<void> {
  for (;;) {
    const [next] = await database.reads.query<{ dueAt: EpochMs }>(
      'SELECT due_at AS dueAt FROM timers WHERE due_at <= ? ORDER BY due_at, id LIMIT 1', [until],
    )
    if (next === undefined) break
    clock.turnTo(Number(next.dueAt))
    await workers.timers.drain()
    await workers.outbox.drain()
  }
  clock.turnTo(until)
}
