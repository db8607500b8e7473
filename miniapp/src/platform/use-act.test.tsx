import { act, renderHook } from '@testing-library/react'
import { ApiError } from './api-error'
import { useAct } from './use-act'

test('a second tap meanwhile does nothing, and a good try leaves no fault', async () => {
  const { result } = renderHook(() => useAct())
  let finish = (): void => undefined
  const tries: string[] = []
  const slow = (key: string) => new Promise<void>((resolve) => {
    tries.push(key)
    finish = resolve
  })
  let first = Promise.resolve(false)
  act(() => { first = result.current.run(slow) })
  expect(result.current.isBusy).toBe(true)
  expect(await result.current.run(slow)).toBe(false)
  await act(async () => {
    finish()
    expect(await first).toBe(true)
  })
  expect(tries).toHaveLength(1)
  expect(result.current).toMatchObject({ isBusy: false, fault: null, faultCode: null })
})

test('the key stays while nobody answered, and is another one after a refusal', async () => {
  const onConflict = jest.fn()
  const { result } = renderHook(() => useAct({ onConflict }))
  const keys: string[] = []
  const failing = (error: Error) => act(async () => {
    await result.current.run((key) => {
      keys.push(key)
      return Promise.reject(error)
    })
  })
  await failing(new ApiError(0, 'network.no-answer'))
  await failing(new ApiError(409, 'ticket.objected-already'))
  expect(result.current.faultCode).toBe('ticket.objected-already')
  expect(result.current.fault).toBe('您这边已经说过一次了，请等街道定，或者接着办')
  await failing(new ApiError(422, 'ticket.way-reason-missing'))
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[1])
  expect(onConflict).toHaveBeenCalledTimes(1)
})

test('where the page goes it stays busy, and what is said in passing is said', async () => {
  const said: string[] = []
  const { result } = renderHook(() => useAct({ isLast: true, say: (words) => said.push(words) }))
  await act(async () => void (await result.current.run(() => Promise.reject(new ApiError(422, 'ticket.way-reason-missing')))))
  expect(said).toEqual(['请写清楚为什么，村民也看得到'])
  expect(result.current.isBusy).toBe(false)
  await act(async () => void (await result.current.run(() => Promise.resolve())))
  expect(result.current.isBusy).toBe(true)
  expect(await result.current.run(() => Promise.resolve())).toBe(false)
})
