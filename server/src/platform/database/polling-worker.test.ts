import { setTimeout as pause } from 'node:timers/promises'
import { HandClock } from '../../../test/support/hand-clock'
import { RecordingLog } from '../../../test/support/recording-log'
import { until } from '../../../test/support/until'
import { PollingWorker, type Round } from './polling-worker'

describe('a polling worker', () => {
  const clock = new HandClock()
  const nothing: Round = { didWork: false, nextDueAt: null }

  function working(
    round: () => Promise<Round>,
    maxSleepMs = 60_000,
    restMs = 0,
  ): { worker: PollingWorker; log: RecordingLog } {
    const log = new RecordingLog()
    return { worker: new PollingWorker({ name: 'test', clock, log, maxSleepMs, restMs, round }), log }
  }

  test('goes on at once while there is work, then sleeps', async () => {
    let rounds = 0
    const { worker } = working(async () => {
      rounds += 1
      return rounds < 5 ? { didWork: true, nextDueAt: clock.at() } : nothing
    })
    worker.start()
    await until(() => rounds === 5)
    await pause(30)
    await worker.stop()
    expect(rounds).toBe(5)
  })

  test('a poke during a round is not lost', async () => {
    let rounds = 0
    const { worker } = working(async () => {
      rounds += 1
      if (rounds === 1) worker.poke()
      return nothing
    })
    worker.start()
    await until(() => rounds === 2)
    await worker.stop()
    expect(rounds).toBe(2)
  })

  test('wakes for something earlier than planned, not for something later', async () => {
    let rounds = 0
    const { worker } = working(async () => {
      rounds += 1
      return { didWork: false, nextDueAt: clock.at() + 10_000 }
    })
    worker.start()
    await until(() => rounds === 1)
    await pause(30)
    worker.poke(clock.at() + 20_000)
    await pause(30)
    expect(rounds).toBe(1)
    worker.poke(clock.at() + 5000)
    await until(() => rounds === 2)
    await worker.stop()
  })

  test('rests after work for as long as it was told to, poked or not', async () => {
    let rounds = 0
    let [lastAt, restedMs] = [0, 0]
    const { worker } = working(async () => {
      rounds += 1
      restedMs = performance.now() - lastAt
      lastAt += restedMs
      return rounds <= 2 ? { didWork: true, nextDueAt: clock.at() } : nothing
    }, 60_000, 100)
    worker.start()
    const poking = setInterval(() => worker.poke(), 5)
    await until(() => rounds === 2)
    clearInterval(poking)
    // A timer may come a millisecond early.
    expect(restedMs).toBeGreaterThanOrEqual(98)
    await worker.stop()
  })

  test('whoever stops it does not wait for its rest', async () => {
    let rounds = 0
    const { worker } = working(async () => {
      rounds += 1
      return { didWork: true, nextDueAt: clock.at() }
    }, 60_000, 60_000)
    worker.start()
    await until(() => rounds === 1)
    await worker.stop()
    expect(rounds).toBe(1)
  })

  test('does not spin on what another server has in hand', async () => {
    let rounds = 0
    const { worker } = working(async () => {
      rounds += 1
      return { didWork: false, nextDueAt: clock.at() - 1 }
    })
    const startedAt = Date.now()
    worker.start()
    await until(() => rounds === 4)
    await worker.stop()
    // Three pauses of half of 20 ms at the least; a timer may be a little early.
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(25)
  })

  test('stopping waits for the running round, and stays stopped', async () => {
    let isDone = false
    const { worker } = working(async () => {
      await pause(60)
      isDone = true
      return nothing
    })
    worker.start()
    await worker.stop()
    expect(isDone).toBe(true)
    isDone = false
    worker.poke()
    await pause(30)
    expect(isDone).toBe(false)
  })

  test('survives a failing round and says so without contents', async () => {
    const { worker, log } = working(async () => { throw new RangeError('Wang Wu') })
    worker.start()
    await worker.stop()
    expect(log.lines).toEqual([
      { level: 'warn', details: { worker: 'test', fault: 'RangeError', failures: 1 }, message: 'worker round failed' },
    ])
  })
})
