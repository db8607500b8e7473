import { render, screen } from '@testing-library/react'
import { freshPhone } from '../../../test/stand-in-taro'
import { ticketRow } from './testing/ticket-view'
import { TicketCard } from './ticket-card'
import { TicketSummary } from './ticket-summary'

beforeEach(freshPhone)

test('what the village is not to know stands on the first screen and in the list without its words, by its minute', () => {
  const row = ticketRow({ isConfidential: true, words: '主任收了钱' })
  render(<TicketSummary row={row} title='我最近说的事' />)
  expect(screen.getByText('不让村里知道的事')).toBeTruthy()
  expect(screen.getByText('9月14日 周一 上午9:00说的')).toBeTruthy()
  render(<TicketCard row={row} now={row.submittedAt} />)
  expect(screen.getAllByText('不让村里知道的事')).toHaveLength(2)
  expect(screen.getByText('今天上午9:00')).toBeTruthy()
  expect(screen.queryByText(/主任收了钱/)).toBeNull()
})

test('all else is read at once', () => {
  render(<TicketSummary row={ticketRow()} title='我最近说的事' />)
  expect(screen.getByText('下水道堵了')).toBeTruthy()
})
