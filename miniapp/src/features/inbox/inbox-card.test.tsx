import { render, screen } from '@testing-library/react'
import { ticketRow } from '@/features/tickets/testing/ticket-view'
import { InboxCard } from './inbox-card'

test('names the village for who handles several, and for nobody else', () => {
  const { rerender } = render(<InboxCard row={ticketRow()} hasVillage />)
  expect(screen.getByText(/石桥村/)).toBeTruthy()
  rerender(<InboxCard row={ticketRow()} hasVillage={false} />)
  expect(screen.queryByText(/石桥村/)).toBeNull()
})

test('a matter that was not settled says so while it is open', () => {
  const rejected = ticketRow({ status: 'in-progress', cycleNumber: 2 })
  const { rerender } = render(<InboxCard row={rejected} hasVillage={false} />)
  expect(screen.getByText('村民说没办好 · 第\u00a02\u00a0次', { normalizer: (text) => text })).toBeTruthy()
  for (const row of [{ ...rejected, cycleNumber: 1 }, { ...rejected, status: 'closed' as const, closedAt: 1 }]) {
    rerender(<InboxCard row={row} hasVillage={false} />)
    expect(screen.queryByText(/没办好/)).toBeNull()
  }
})

test('words of danger are marked until somebody has answered', () => {
  const danger = ticketRow({ status: 'submitted', words: '隔壁煤气漏了，味道很大' })
  const { rerender } = render(<InboxCard row={danger} hasVillage={false} />)
  expect(screen.getByText(/可能有危险/)).toBeTruthy()
  for (const row of [{ ...danger, words: '路灯不亮了' }, { ...danger, status: 'in-progress' as const, respondedAt: 1 }]) {
    rerender(<InboxCard row={row} hasVillage={false} />)
    expect(screen.queryByText(/可能有危险/)).toBeNull()
  }
})
