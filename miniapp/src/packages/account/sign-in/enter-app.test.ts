import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { aVillager } from '../../../../test/me'
import { enterApp } from './enter-app'

const { posts: [post] } = aVillager()
const staff = aVillager({ posts: post === undefined ? [] : [{ ...post, kind: 'staff', unit: post.subDistrict ?? post.unit, village: null }] })
const firstScreens = () => phone.calls.filter(({ name }) => name === 'reLaunch').map(({ given }) => given)

beforeEach(freshPhone)
afterEach(() => {
  process.env.TARO_ENV = 'weapp'
  window.innerWidth = 1_024
})

test.each<readonly ['weapp' | 'h5', number, string]>([
  ['weapp', 1_024, '/pages/home/index'],
  ['h5', 390, '/pages/home/index'],
  ['h5', 1_440, '/packages/desk/board/index'],
])('staff come in by %s, %i px wide: first %s', (env, width, url) => {
  process.env.TARO_ENV = env
  window.innerWidth = width
  enterApp(staff, null)
  expect(firstScreens()).toEqual([{ url }])
})

test('whoever was asked on a page comes back to it', () => {
  enterApp(staff, '/packages/staff/board/index')
  expect(firstScreens()).toEqual([{ url: '/packages/staff/board/index' }])
})
