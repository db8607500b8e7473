import { expenseView } from '@/features/expenses/testing/expense-view'
import { ApiError } from '@/platform/api-error'
import { mayBeCompleting, withPatience } from './not-your-turn'

const notYet = (waitsFor: string) => new ApiError(409, 'expense.not-your-turn', { slot: 'director', waitsFor })
const expense = expenseView()

test('right before me: it may come any moment, also where no review stands between', () => {
  expect(mayBeCompleting(notYet('supervisor'), expense, 'director')).toBe(true)
  expect(mayBeCompleting(notYet('handler'), expense, 'supervisor')).toBe(true)
})

test('further before me, or refused for another reason: no waiting', () => {
  expect(mayBeCompleting(notYet('handler'), expense, 'director')).toBe(false)
  expect(mayBeCompleting(new ApiError(409, 'expense.stale'), expense, 'director')).toBe(false)
  expect(mayBeCompleting(new Error('what'), expense, 'director')).toBe(false)
})

test('the next try gets through, and nobody hears of the first', async () => {
  let tries = 0
  const act = () => ((tries += 1) < 3 ? Promise.reject(notYet('supervisor')) : Promise.resolve('signed'))
  expect(await withPatience(act, expense, 'director', 1)).toBe('signed')
  expect(tries).toBe(3)
})

test('after a few tries it is said', async () => {
  let tries = 0
  const act = () => Promise.reject(((tries += 1), notYet('supervisor')))
  await expect(withPatience(act, expense, 'director', 1)).rejects.toMatchObject({ code: 'expense.not-your-turn' })
  expect(tries).toBe(4)
})
