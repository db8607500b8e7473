import { emptinessOf } from '@huiying/shared/tickets'
import { demoLists } from './demo-lists'
import { CLOSED, RAISED } from './places'
import { planTickets } from './plan-tickets'
import { STORIES } from './stories'
import { IN_OTHER_WORDS } from './stories/in-other-words'
import type { PlannedTicket } from './planned-ticket'

const instants = Array.from({ length: 24 }, (_, hour) => Date.parse('2026-11-21T00:07:00+08:00') + hour * 3_600_000)

function isClosed(ticket: PlannedTicket): boolean {
  const turns = ticket.acts.filter((act) => act.does === 'close' || act.does === 'reject')
  return turns[turns.length - 1]?.does === 'close'
}

it.each(instants)('at whatever hour the demo starts (%s), the figures are those of the published account', (now) => {
  const tickets = planTickets(demoLists(), now)
  expect(tickets).toHaveLength(RAISED)
  expect(tickets.filter(isClosed)).toHaveLength(CLOSED)
  for (const { submittedAt, acts } of tickets) {
    const times = [submittedAt, ...acts.map((act) => act.at), now]
    expect(times).toEqual([...times].sort((a, b) => a - b))
  }
})

describe('the plan', () => {
  const [now = 0] = instants
  const tickets = planTickets(demoLists(), now)

  it('begins with a blocked sewer, answered within minutes and settled within the hour', () => {
    const [first] = tickets
    expect(first).toMatchObject({ villageCode: 'QX-01', reporter: 'QX-01-0001', kind: 'help', photo: 'sewer' })
    const closed = first?.acts.find((act) => act.does === 'close')
    expect((closed?.at ?? 0) - (first?.submittedAt ?? 0)).toBeLessThan(3_600_000)
  })

  it('is told in many words: nobody on the street hears the same twice, at whatever hour it starts', () => {
    for (const at of instants) {
      const texts = planTickets(demoLists(), at).map((ticket) => ticket.text)
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
    }
    for (const [begins, says] of IN_OTHER_WORDS) {
      const told = STORIES.filter((story) => story.says.startsWith(begins))
      expect({ begins, told: told.length }).toEqual({ begins, told: 1 })
      // Where it is belongs to what was said.
      expect({ begins, spot: says.includes('{spot}') }).toEqual({ begins, spot: told[0]?.says.includes('{spot}') })
    }
    expect(new Set(tickets.map((ticket) => ticket.kind))).toEqual(new Set(['help', 'question', 'complaint', 'suggestion']))
  })

  it('answers like people who do something', () => {
    const replies = tickets.flatMap(({ acts }) => acts.flatMap((act) => (act.does === 'reply' || act.does === 'close' ? [act.text] : [])))
    expect(replies.length).toBeGreaterThan(250)
    for (const text of replies) expect({ text, emptiness: emptinessOf(text) }).toEqual({ text, emptiness: null })
  })

  it('holds every way a matter can go', () => {
    const acts = tickets.flatMap((ticket) => ticket.acts)
    const outcomes = acts.flatMap((act) => (act.does === 'close' ? [act.outcome] : []))
    const ratings = acts.flatMap((act) => (act.does === 'rate' ? [act.rating] : []))
    expect(new Set(outcomes)).toEqual(new Set(['settled', 'explained', 'not-accepted']))
    expect(new Set(ratings)).toEqual(new Set(['satisfied', 'fairly-satisfied', 'dissatisfied']))
    expect(acts.filter((act) => act.does === 'reject')).toHaveLength(2)
    expect(tickets.filter((ticket) => ticket.onBehalfOf !== null).length).toBeGreaterThan(3)
    expect(tickets.filter((ticket) => ticket.visibility === 'handlers').length).toBeGreaterThan(5)
  })
})
