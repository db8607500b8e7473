import { fireEvent, render, screen } from '@testing-library/react'
import { freshPhone, phone } from '../../test/stand-in-taro'
import { ApiError } from '@/platform/api-error'
import { RefusedBy } from './refused-by'

beforeEach(freshPhone)

it.each([
  ['session.forbidden', 403, '回首页', 'switchTab', '/pages/home/index'],
  ['session.not-bound', 403, '用手机号认一认', 'navigateTo', '/packages/account/sign-in/index'],
])('%s offers what helps', (code, status, words, call, url) => {
  render(<RefusedBy error={new ApiError(status, code)} onRetry={() => undefined} />)
  expect(screen.queryByText('再试一次')).toBeNull()
  fireEvent.click(screen.getByText(words))
  expect(phone.calls).toEqual([{ name: call, given: { url } }])
})

it('anything else may be tried again', () => {
  let tries = 0
  render(<RefusedBy error={new ApiError(500, 'server.failed')} onRetry={() => (tries += 1)} />)
  fireEvent.click(screen.getByText('再试一次'))
  expect(tries).toBe(1)
})
