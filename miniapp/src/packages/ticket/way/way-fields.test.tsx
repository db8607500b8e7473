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

test('who rules reads which unit says it is not theirs, and why', () => {
  const [from, to] = villages(2)
  if (from === undefined || to === undefined) throw new Error('two villages')
  const move = { number: 1, how: 'transfer', from, to, at: 1, by: null, objectedAt: 2, isUpheld: null } as const
  const message = {
    id: 'm', at: 2, author: null, side: 'handler', kind: 'objection', isResponse: false, text: '断的那一段在柳树村里', photos: [],
    voice: null, mine: false,
  } as const
  const objected = { ...ticket, ways: { ...ticket.ways, moves: [move] }, messages: [message] }
  const destinations = { subDistrict, transfer: [], ruling: [], owner: null, topics: [] }
  const draft = emptyWay(ticket, minutesLater(5))
  render(<WayFields action='rule' ticket={objected} destinations={destinations} draft={draft} onChange={jest.fn()} />)
  expect(screen.getByText('第1村说不该他们办：“断的那一段在柳树村里”')).toBeTruthy()
})
