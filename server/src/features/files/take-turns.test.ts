import { setTimeout as pause } from 'node:timers/promises'
import { takeTurns } from './take-turns'

test('no more than the limit run at once, all get their turn, and a failure frees its place', async () => {
  const inTurn = takeTurns(2)
  let running = 0
  let most = 0
  const job = (fails: boolean) => inTurn(async () => {
    running += 1
    most = Math.max(most, running)
    await pause(2)
    running -= 1
    if (fails) throw new Error('failed')
    return 'done'
  })
  const results = await Promise.allSettled([true, false, true, false, false, true, false].map(job))
  expect(most).toBe(2)
  expect(results.map(({ status }) => status).filter((status) => status === 'fulfilled')).toHaveLength(4)
  await expect(job(false)).resolves.toBe('done')
})
