import { render, screen } from '@testing-library/react'
import { freshPhone } from '../../../test/stand-in-taro'
import { ticketRow } from './testing/ticket-view'
import { TicketCard } from './ticket-card'
import { TicketSummary } from './ticket-summary'

beforeEach(freshPhone)

test('what the village is not to know stands on the first screen without its words, and is marked in the list', () => {
  const row = ticketRow({ isConfidential: true, words: '主任收了钱' })
  render(<TicketSummary row={row} title='我最近说的事' />)
  expect(screen.queryByText(/主任收了钱/)).toBeNull()
  expect(screen.getByText('您说的一件事，不让村里知道。点开看')).toBeTruthy()
  render(<TicketCard row={row} now={row.submittedAt} />)
  expect(screen.getByText(/^不让村里知道 · /)).toBeTruthy()
})

test('all else is read at once', () => {
  render(<TicketSummary row={ticketRow()} title='我最近说的事' />)
  expect(screen.getByText('下水道堵了')).toBeTruthy()
})
