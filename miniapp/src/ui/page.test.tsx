import { fireEvent, render, screen } from '@testing-library/react'
import { freshPhone, phone } from '../../test/stand-in-taro'
import { Page } from './page'

beforeEach(() => {
  freshPhone()
  process.env.TARO_ENV = 'h5'
})
afterEach(() => {
  process.env.TARO_ENV = 'weapp'
})

test('with a page behind it, there is a way back', () => {
  phone.pagesOpen = 2
  render(<Page title='超时看板'>板</Page>)
  fireEvent.click(screen.getByRole('button', { name: '返回' }))
  expect(phone.calls.map(({ name }) => name)).toEqual(['navigateBack'])
})

test('with nothing behind it, it says that the way leads home', () => {
  render(<Page title='超时看板'>板</Page>)
  expect(screen.queryByText('返回')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '去首页' }))
  expect(phone.calls).toEqual([{ name: 'switchTab', given: { url: '/pages/home/index' } }])
})

test('a tab has neither', () => {
  render(<Page title='消息' isTab>一条</Page>)
  expect(screen.queryByRole('button')).toBeNull()
})
