import Taro from '@tarojs/taro'
import { freshPhone, phone } from '../../test/stand-in-taro'
import { toast } from './toast'

const before = process.env.TARO_ENV
beforeEach(() => {
  freshPhone()
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
  process.env.TARO_ENV = before
})

const changePage = (): void => void Taro.eventCenter.trigger('__afterTaroRouterChange')
const said = (): readonly unknown[] => phone.calls.map(({ given }) => (given as { readonly title: string }).title)

test('in the browser it is said again on the page one is taken to, once', () => {
  process.env.TARO_ENV = 'h5'
  toast('好，请村民来评')
  changePage()
  changePage()
  expect(said()).toEqual(['好，请村民来评', '好，请村民来评'])
})

test('of two only the last; and neither to whoever stayed and left later', () => {
  process.env.TARO_ENV = 'h5'
  toast('记下了')
  toast('发了')
  changePage()
  expect(said()).toEqual(['记下了', '发了', '发了'])
  toast('存好了')
  jest.advanceTimersByTime(1_001)
  changePage()
  expect(said()).toEqual(['记下了', '发了', '发了', '存好了'])
})

test('WeChat keeps it by itself', () => {
  process.env.TARO_ENV = 'weapp'
  toast('记下了')
  changePage()
  expect(said()).toEqual(['记下了'])
})
