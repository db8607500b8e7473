import { fireEvent, render, screen } from '@testing-library/react'
import type { InboxRow } from '@huiying/shared/tickets'
import { ticketRow } from '@/features/tickets/testing/ticket-view'
import { InboxCard } from './inbox-card'

const inboxRow = (change: Partial<InboxRow> = {}): InboxRow => ({
  ...ticketRow(change), isConfidential: false, from: null, heldBy: null, asksMoreTime: false, openParts: 0, ...change,
})

test('names the village for who handles several, and for nobody else', () => {
  const { rerender } = render(<InboxCard row={inboxRow({ from: '石桥村' })} />)
  expect(screen.getByText(/石桥村/)).toBeTruthy()
  rerender(<InboxCard row={inboxRow()} />)
  expect(screen.queryByText(/石桥村/)).toBeNull()
})

test('a matter that was not settled says so while it is open', () => {
  const rejected = inboxRow({ status: 'in-progress', cycleNumber: 2 })
  const { rerender } = render(<InboxCard row={rejected} />)
  expect(screen.getByText('村民说没办好 · 第\u00a02\u00a0次办', { normalizer: (text) => text })).toBeTruthy()
  for (const row of [{ ...rejected, cycleNumber: 1 }, { ...rejected, status: 'closed' as const, closedAt: 1 }]) {
    rerender(<InboxCard row={row} />)
    expect(screen.queryByText(/没办好/)).toBeNull()
  }
})

test('words of danger are marked until somebody has answered', () => {
  const danger = inboxRow({ status: 'submitted', words: '隔壁煤气漏了，味道很大' })
  const { rerender } = render(<InboxCard row={danger} />)
  expect(screen.getByText(/可能有危险/)).toBeTruthy()
  for (const row of [{ ...danger, words: '路灯不亮了' }, { ...danger, status: 'in-progress' as const, respondedAt: 1 }]) {
    rerender(<InboxCard row={row} />)
    expect(screen.queryByText(/可能有危险/)).toBeNull()
  }
})

test('what was handed on says where it lies, and is not closed from here', () => {
  const answered = inboxRow({ status: 'in-progress', respondedAt: 1 })
  const { rerender } = render(<InboxCard row={{ ...answered, heldBy: '清河街道' }} />)
  expect(screen.getByText('现在在清河街道手上')).toBeTruthy()
  expect(screen.getByText('回应')).toBeTruthy()
  expect(screen.queryByText('办好了')).toBeNull()
  rerender(<InboxCard row={answered} />)
  expect(screen.getByText('办好了')).toBeTruthy()
})

test('what is late is said once: by the bar while it runs, by a mark when the bar speaks of something else', () => {
  // Long past by any clock: the bar says that finishing is late, the mark that the answer was.
  const late = inboxRow({ status: 'in-progress', respondedAt: 2, closureDueAt: 3, responseMissed: true, closureMissed: true })
  const { rerender } = render(<InboxCard row={late} />)
  expect(screen.getAllByText(/办完/).map((one) => one.textContent)).toEqual([expect.stringMatching(/^没办完，晚了\s.+/)])
  expect(screen.getByText('回应晚了')).toBeTruthy()
  rerender(<InboxCard row={{ ...late, status: 'closed', closedAt: 4 }} />)
  expect(screen.getByText('办完晚了')).toBeTruthy()
  // Neither answered nor finished: the bar speaks of the answer, and nothing says that it was finished.
  rerender(<InboxCard row={{ ...late, status: 'submitted', respondedAt: null }} />)
  expect(screen.getByText('没办完，已超时')).toBeTruthy()
  expect(screen.queryByText('办完晚了')).toBeNull()
})

test('what waits for a decision leads there', () => {
  const decide = jest.fn()
  render(<InboxCard row={inboxRow()} decide={decide} />)
  expect(screen.queryByText('回应')).toBeNull()
  fireEvent.click(screen.getByText('去定'))
  expect(decide).toHaveBeenCalledWith('t1')
})

test('what the village is not to know of says so', () => {
  const { rerender } = render(<InboxCard row={inboxRow({ isConfidential: true })} />)
  expect(screen.getByText('不让村里知道')).toBeTruthy()
  rerender(<InboxCard row={inboxRow()} />)
  expect(screen.queryByText('不让村里知道')).toBeNull()
})

test('a wish for more time says that it waits; for whoever decides it, the button does', () => {
  const row = inboxRow({ status: 'in-progress', respondedAt: 1, asksMoreTime: true })
  const { rerender } = render(<InboxCard row={row} />)
  expect(screen.getByText('要多几天，等街道定')).toBeTruthy()
  expect(screen.getByText('办好了')).toBeTruthy()
  rerender(<InboxCard row={row} decide={jest.fn()} />)
  expect(screen.queryByText('要多几天，等街道定')).toBeNull()
})

test('what departments still owe is not offered as done', () => {
  const row = inboxRow({ status: 'in-progress', respondedAt: 1, openParts: 2 })
  const { rerender } = render(<InboxCard row={row} />)
  expect(screen.getByText(/2\s个部门办完/)).toBeTruthy()
  expect(screen.getByText('看部门办的')).toBeTruthy()
  expect(screen.queryByText('办好了')).toBeNull()
  rerender(<InboxCard row={{ ...row, openParts: 0 }} />)
  expect(screen.getByText('办好了')).toBeTruthy()
})

test('how many photos there are stays on one line', () => {
  const { container } = render(<InboxCard row={inboxRow({ photoCount: 2 })} />)
  expect(container.textContent).toContain('2\u00a0张照片')
})
