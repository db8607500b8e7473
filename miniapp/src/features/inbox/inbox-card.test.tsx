import { render, screen } from '@testing-library/react'
import type { InboxRow } from '@huiying/shared/tickets'
import { ticketRow } from '@/features/tickets/testing/ticket-view'
import { InboxCard } from './inbox-card'

const inboxRow = (change: Partial<InboxRow> = {}): InboxRow =>
  ({ ...ticketRow(change), isConfidential: false, ...change })

test('names the village for who handles several, and for nobody else', () => {
  const { rerender } = render(<InboxCard row={inboxRow()} hasVillage />)
  expect(screen.getByText(/石桥村/)).toBeTruthy()
  rerender(<InboxCard row={inboxRow()} hasVillage={false} />)
  expect(screen.queryByText(/石桥村/)).toBeNull()
})

test('a matter that was not settled says so while it is open', () => {
  const rejected = inboxRow({ status: 'in-progress', cycleNumber: 2 })
  const { rerender } = render(<InboxCard row={rejected} hasVillage={false} />)
  expect(screen.getByText('村民说没办好 · 第\u00a02\u00a0次', { normalizer: (text) => text })).toBeTruthy()
  for (const row of [{ ...rejected, cycleNumber: 1 }, { ...rejected, status: 'closed' as const, closedAt: 1 }]) {
    rerender(<InboxCard row={row} hasVillage={false} />)
    expect(screen.queryByText(/没办好/)).toBeNull()
  }
})

test('words of danger are marked until somebody has answered', () => {
  const danger = inboxRow({ status: 'submitted', words: '隔壁煤气漏了，味道很大' })
  const { rerender } = render(<InboxCard row={danger} hasVillage={false} />)
  expect(screen.getByText(/可能有危险/)).toBeTruthy()
  for (const row of [{ ...danger, words: '路灯不亮了' }, { ...danger, status: 'in-progress' as const, respondedAt: 1 }]) {
    rerender(<InboxCard row={row} hasVillage={false} />)
    expect(screen.queryByText(/可能有危险/)).toBeNull()
  }
})

test('what the village is not to know of says so', () => {
  const { rerender } = render(<InboxCard row={inboxRow({ isConfidential: true })} hasVillage />)
  expect(screen.getByText('不让村里知道')).toBeTruthy()
  rerender(<InboxCard row={inboxRow()} hasVillage />)
  expect(screen.queryByText('不让村里知道')).toBeNull()
})
