import { act, renderHook } from '@testing-library/react'
import { freshPhone, hidePage } from '../../test/stand-in-taro'
import { useDraft } from './draft'

const EMPTY = { text: '', photos: [] as readonly string[] }

beforeEach(() => {
  jest.useFakeTimers()
  freshPhone()
})
afterEach(() => jest.useRealTimers())

test('what was written is there again after the page was left, under the same key', () => {
  const first = renderHook(() => useDraft('send', EMPTY))
  act(() => first.result.current.change({ text: '下水道堵了' }))
  const { key } = first.result.current
  first.unmount()

  const second = renderHook(() => useDraft('send', EMPTY))
  expect(second.result.current.value).toEqual({ text: '下水道堵了', photos: [] })
  expect(second.result.current.key).toBe(key)
})

test('it is written when the app goes to the background, without waiting', () => {
  const first = renderHook(() => useDraft('send', EMPTY))
  act(() => first.result.current.change({ text: '路灯' }))
  act(() => hidePage())
  // No unmount: WeChat killed the app in the background.
  expect(renderHook(() => useDraft('send', EMPTY)).result.current.value.text).toBe('路灯')
})

test('it is written soon even if nothing else happens', () => {
  const first = renderHook(() => useDraft('send', EMPTY))
  act(() => first.result.current.change({ text: '水管' }))
  act(() => jest.advanceTimersByTime(1_000))
  expect(renderHook(() => useDraft('send', EMPTY)).result.current.value.text).toBe('水管')
})

test('after sending it is empty and the next one has another key', () => {
  const { result, unmount } = renderHook(() => useDraft('send', EMPTY))
  act(() => result.current.change({ text: '下水道堵了' }))
  const { key } = result.current
  act(() => result.current.clear())
  expect(result.current.value).toEqual(EMPTY)
  expect(result.current.key).not.toBe(key)
  unmount()
  expect(renderHook(() => useDraft('send', EMPTY)).result.current.value).toEqual(EMPTY)
})

test('after a refusal the words stay and the key is new', () => {
  const { result } = renderHook(() => useDraft('send', EMPTY))
  act(() => result.current.change({ text: '。' }))
  const { key } = result.current
  act(() => result.current.renewKey())
  expect(result.current.value.text).toBe('。')
  expect(result.current.key).not.toBe(key)
})

test('two drafts do not touch each other', () => {
  const reply = renderHook(() => useDraft('reply:t1', EMPTY))
  const other = renderHook(() => useDraft('reply:t2', EMPTY))
  act(() => reply.result.current.change({ text: '我下午来' }))
  expect(other.result.current.value.text).toBe('')
})
