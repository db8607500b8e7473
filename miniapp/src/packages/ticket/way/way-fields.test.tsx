import { fireEvent, render, screen } from '@testing-library/react'
import { minutesLater, ticketView } from '@/features/tickets/testing/ticket-view'
import { freshPhone } from '../../../../test/stand-in-taro'
import { emptyWay } from './send-way'
import { WayFields } from './way-fields'

beforeEach(freshPhone)

const ticket = ticketView({ role: 'handler' })
const subDistrict = { id: 's', kind: 'sub-district', name: '清河街道' } as const
const villages = (count: number) => Array.from({ length: count }, (_, at) =>
  ({ id: `v${at}`, kind: 'village' as const, name: at === 40 ? '桃园社区' : `第${at}村` }))

function show(count: number, toUnitId: string | null = null) {
  const onChange = jest.fn()
  const destinations = { subDistrict, transfer: villages(count), ruling: [], owner: null, topics: [] }
  const draft = { ...emptyWay(ticket, minutesLater(5)), toUnitId }
  render(<WayFields action='transfer' ticket={ticket} destinations={destinations} draft={draft} onChange={onChange} />)
  return onChange
}

test('a dozen are seen at once, with nothing to look for', () => {
  show(12)
  expect(screen.getAllByRole('radio')).toHaveLength(12)
  expect(screen.queryByLabelText('找一个村或部门')).toBeNull()
})

test('among many one writes the name', () => {
  const onChange = show(50)
  expect(screen.getAllByRole('radio')).toHaveLength(12)
  expect(screen.getByText('还有 38 个，写名字找')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('找一个村或部门'), { target: { value: ' 桃园' } })
  fireEvent.click(screen.getByRole('radio', { name: '桃园社区' }))
  expect(onChange).toHaveBeenCalledWith({ toUnitId: 'v40' })
  fireEvent.change(screen.getByLabelText('找一个村或部门'), { target: { value: '没有的村' } })
  expect(screen.getByText('没有叫这个名字的。')).toBeTruthy()
})

test('what was picked stays in sight, whatever is looked for', () => {
  show(50, 'v40')
  expect(screen.getByRole('radio', { name: '桃园社区' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByText('还有 37 个，写名字找')).toBeTruthy()
})
