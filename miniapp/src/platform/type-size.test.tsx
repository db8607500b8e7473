import { act, render, screen } from '@testing-library/react'
import { freshPhone, phone } from '../../test/stand-in-taro'
import { Page } from '@/ui/page'
import { nearestFactor, pickTypeSize } from './type-size'

beforeEach(() => {
  freshPhone()
  pickTypeSize('system')
})

test.each([
  [0.8, 1], [1, 1], [1.14, 1], [1.15, 1.3], [1.44, 1.3], [1.45, 1.6], [2.4, 1.6],
])('a system type of %s times the normal becomes our %s', (ratio, factor) => {
  expect(nearestFactor(ratio)).toBe(factor)
})

function factorOnScreen(): string {
  const root = screen.getByText('有事就说').closest('.hy-page')
  const classes = root?.className ?? 'no page'
  return classes.includes('hy-type-160') ? '1.6' : classes.includes('hy-type-130') ? '1.3' : '1'
}

test('the whole page follows the system until the user picks, then his choice', () => {
  phone.fontSizeSetting = 23
  render(<Page title='首页'>有事就说</Page>)
  expect(factorOnScreen()).toBe('1.3')

  act(() => pickTypeSize(1.6))
  expect(factorOnScreen()).toBe('1.6')

  act(() => pickTypeSize(1))
  expect(factorOnScreen()).toBe('1')
})

test('the choice is still there after a restart of the app', async () => {
  pickTypeSize(1.6)
  jest.resetModules()
  const restarted = await import('./type-size')
  expect(restarted.readTypeChoice()).toBe(1.6)
})
