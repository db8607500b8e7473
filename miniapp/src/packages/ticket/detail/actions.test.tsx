import { render, screen } from '@testing-library/react'
import { TICKET_ACTIONS, type TicketAction, type TicketView } from '@huiying/shared/tickets'
import { cycleView, minutesLater, SECRETARY, ticketView } from '@/features/tickets/testing/ticket-view'
import { WAY_NAMES } from '@/features/tickets/way-words'
import { aVillager } from '../../../../test/me'
import { freshPhone } from '../../../../test/stand-in-taro'
import { Actions } from './actions'
import { TicketBody } from './ticket-body'
import { shareCard } from './share-card'

beforeEach(freshPhone)

const BUTTONS: Readonly<Record<TicketAction, string>> = {
  ...WAY_NAMES,
  reply: '回应', close: '办好了', 'call-reporter': '打电话', write: '再说一句', withdraw: '不用办了，撤回', rate: '基本满意',
  follow: '我也遇到', merge: '和别的是同一件事', 'come-apart': '不是同一件事', reject: '没办好，接着办', complain: '办得不对，向上反映',
  whistle: '叫部门来', order: '发督办单',
}

function show(role: 'reporter' | 'handler' | 'neighbour', actions: readonly TicketAction[]): readonly TicketAction[] {
  const ticket = ticketView({ role, actions }, { closedAt: actions.includes('rate') ? minutesLater(60) : null })
  const ignore = () => undefined
  const { unmount } = render(
    <>
      <TicketBody ticket={ticket} me={aVillager()} onChanged={ignore} />
      <Actions ticket={ticket} onChanged={ignore} />
    </>,
  )
  const shown = TICKET_ACTIONS.filter((action) => screen.queryByText(BUTTONS[action]) !== null)
  unmount()
  return shown
}

test.each<['reporter' | 'handler' | 'neighbour', readonly TicketAction[]]>([
  ['reporter', ['write', 'withdraw']],
  ['reporter', ['write', 'rate', 'reject']],
  ['reporter', ['write', 'withdraw', 'complain']],
  ['reporter', []],
  ['handler', ['reply', 'close', 'call-reporter']],
  ['handler', ['reply', 'call-reporter', 'transfer', 'object', 'escalate', 'ask-extension', 'set-topic']],
  ['handler', ['reply', 'close', 'call-reporter', 'rule', 'minutes', 'decide-extension']],
  ['handler', ['reply', 'call-reporter']],
  ['handler', ['reply', 'call-reporter', 'whistle', 'order']],
  ['neighbour', []],
])('a %s may do %j and sees nothing else', (role, actions) => {
  expect([...show(role, actions)].sort()).toEqual([...actions].sort())
})

test('who looked at the number is told to the reporter', () => {
  const opened = { kind: 'opening', who: SECRETARY, at: minutesLater(4), reason: null, until: null } as const
  const called = { kind: 'phone', who: SECRETARY, at: minutesLater(5), reason: '问清楚情况', until: null } as const
  const withLooks = (...looks: TicketView['looks']) =>
    <TicketBody ticket={ticketView({ looks })} me={aVillager()} onChanged={() => undefined} />
  const { rerender } = render(withLooks(opened, called))
  expect(screen.getByText(/看了您的电话号码：问清楚情况/)).toBeTruthy()
  expect(screen.queryByText(/前还能看/)).toBeNull()
  const still = { ...called, until: Date.now() + 600_000 }
  rerender(withLooks(opened, still))
  expect(screen.getByText(/问清楚情况.*前还能看）/)).toBeTruthy()
})

test('a supervision order stands on the ticket, with its number', () => {
  const late = { orderNumber: '柳河督〔2026〕17号', orderCount: 2, closureMissed: true }
  render(<TicketBody ticket={ticketView({ status: 'in-progress' }, late)} me={aVillager()} onChanged={() => undefined} />)
  expect(screen.getByText('柳河督〔2026〕17号')).toBeTruthy()
})

test('earlier rounds stay to be seen', () => {
  const earlierCycles = [cycleView({ closedAt: minutesLater(300), outcome: 'explained', rejected: true })]
  const ticket = ticketView({ earlierCycles }, { number: 2 })
  render(<TicketBody ticket={ticket} me={aVillager()} onChanged={() => undefined} />)
  expect(screen.getByText(/^第 1 次：.*（已解释），您说没办好$/)).toBeTruthy()
})

test('a share card says nothing of the matter', () => {
  expect(shareCard('t1')).toEqual({
    title: '村里有一件事，点开看看办到哪一步了',
    path: '/packages/ticket/detail/index?id=t1',
    imageUrl: '/assets/share-card.png',
  })
})
