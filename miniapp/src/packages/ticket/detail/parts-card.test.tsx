import { fireEvent, render, screen } from '@testing-library/react'
import type { PartView } from '@huiying/shared/tickets'
import { COMMITTEE, minutesLater, ticketView } from '@/features/tickets/testing/ticket-view'
import { freshPhone } from '../../../../test/stand-in-taro'
import { PartsCard } from './parts-card'

beforeEach(freshPhone)

const PART: PartView = {
  id: 'p1', unit: { id: 'd1', kind: 'department', name: '供水站' }, state: 'called',
  calledAt: minutesLater(10), calledBy: COMMITTEE, reportDueAt: minutesLater(130), reportedAt: null, reportedBy: null,
  reportMissed: false, closedAt: null, closedBy: null, done: null,
  inside: { task: '换掉爆了的管子', refusal: null, review: null }, actions: [],
}

function show(changes: Partial<PartView>, role: 'reporter' | 'handler' = 'handler') {
  const ticket = ticketView({ role, parts: [{ ...PART, ...changes }] })
  render(<PartsCard ticket={ticket} now={minutesLater(140)} onChanged={() => undefined} />)
}

test.each<[PartView['actions'], readonly string[]]>([
  [['report', 'refuse', 'finish'], ['到了', '来不了', '办完了']],
  [['excuse', 'insist'], ['不用来', '还是要来']],
  [[], []],
])('of the acts %j exactly those are offered', (actions, words) => {
  show({ actions })
  const offered = ['到了', '来不了', '办完了', '不用来', '还是要来'].filter((one) => screen.queryByText(one) !== null)
  expect(offered).toEqual(words)
})

test('a department that is late says how late', () => {
  show({ state: 'late' })
  expect(screen.getByText(/晚了 10\s分钟，还没到/)).toBeTruthy()
})

test('the resident reads what was done and nothing that the offices say among themselves', () => {
  show({ state: 'done', inside: null, done: { text: '换了六米管子', photos: [] } }, 'reporter')
  expect(screen.getByText('换了六米管子')).toBeTruthy()
  expect(screen.queryByText('换掉爆了的管子')).toBeNull()
})

test('what is said with an act is asked in a sheet of its own, without a microphone', () => {
  show({ actions: ['refuse'] })
  fireEvent.click(screen.getByText('来不了'))
  expect(screen.getByText('供水站：为什么来不了？')).toBeTruthy()
  expect(screen.queryByText(/按住/)).toBeNull()
})
