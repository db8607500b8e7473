import { NATIONAL_YEARS } from '../calendar'
import { fillIn, type FillInQuestion } from './fill-in'
import type { PlannedCell } from './generation'
import { DEFAULT_ROSTER_TERMS } from './policy'
import { spanOf } from './shift'
import { china, LIUSHU, postOf } from './testing/generation-world'

const on = '2026-09-15'
function cell(personId: string, seat: PlannedCell['seat'] = 'member', day = on, villageId = 'liushu'): PlannedCell {
  return { villageId, on: day, seat, personId }
}
const question = (falls: PlannedCell, changes: Partial<FillInQuestion> = {}): FillInQuestion => ({
  cell: falls,
  span: spanOf(falls.seat, falls.on, DEFAULT_ROSTER_TERMS),
  posts: LIUSHU.posts,
  leaves: [],
  planned: [falls],
  calendar: NATIONAL_YEARS,
  ...changes,
})
const leave = (...people: readonly string[]): FillInQuestion['leaves'] =>
  people.map((personId) => ({ personId, fromOn: on, toOn: on }))

it('another member: of those who can, who sits on the fewest days', () => {
  const planned = [cell('zhao'), cell('sun', 'member', '2026-08-03'), cell('zhao', 'member', '2026-09-01')]
  expect(fillIn(question(cell('zhao'), { planned }))).toBe('wu')
  expect(fillIn(question(cell('zhao'), { planned, leaves: leave('wu') }))).toBe('sun')
})

it('with as many days, who has fewer rest days; with as many of those, by id', () => {
  const planned = [cell('zhao'), cell('sun', 'member', '2026-09-05'), cell('wu', 'member', '2026-09-07')]
  expect(fillIn(question(cell('zhao'), { planned }))).toBe('wu')
  expect(fillIn(question(cell('zhao')))).toBe('sun')
})

it('days in the past of a year nobody knows still count as days', () => {
  const planned = [cell('zhao'), cell('sun', 'member', '2031-01-01')]
  expect(fillIn(question(cell('zhao'), { planned }))).toBe('wu')
})

it('days sat as a visitor are no days of the committee', () => {
  expect(fillIn(question(cell('zhao'), { planned: [cell('zhao'), cell('sun', 'stationed', '2026-09-02')] }))).toBe('sun')
})

it('never the one who falls out, nor who sits elsewhere that day', () => {
  const planned = [cell('zhao'), cell('sun', 'member', on, 'shiqiao')]
  expect(fillIn(question(cell('zhao'), { planned }))).toBe('wu')
})

it('without a member, the lead who does not lead that day; without him nobody', () => {
  const planned = [cell('zhao'), cell('li', 'lead')]
  expect(fillIn(question(cell('zhao'), { planned, leaves: leave('sun', 'wu') }))).toBe('chen')
  expect(fillIn(question(cell('zhao'), { planned, leaves: leave('sun', 'wu', 'chen') }))).toBeNull()
})

it('the lead\'s seat goes to the other lead, or to nobody', () => {
  const planned = [cell('li', 'lead'), cell('zhao')]
  expect(fillIn(question(cell('li', 'lead'), { planned }))).toBe('chen')
  expect(fillIn(question(cell('li', 'lead'), { planned, leaves: leave('chen') }))).toBeNull()
})

it('one person who is secretary and director has no other lead', () => {
  const posts = [postOf('li', 'secretary', 'liushu'), postOf('li', 'director', 'liushu'), postOf('sun', 'committee-member', 'liushu')]
  expect(fillIn(question(cell('li', 'lead'), { posts }))).toBeNull()
})

it('of a shift that runs only the rest must be covered by the post', () => {
  const posts = [postOf('new', 'committee-member', 'liushu', { fromAt: china(`${on} 08:00`) })]
  const span = { fromAt: china(`${on} 09:20`), toAt: china(`${on} 18:00`) }
  expect(fillIn(question(cell('zhao'), { posts }))).toBeNull()
  expect(fillIn(question(cell('zhao'), { posts, span }))).toBe('new')
})

it('nobody takes the day of a stationed cadre or a leader', () => {
  const posts = [...LIUSHU.posts, postOf('tang', 'stationed-cadre', 'liushu'), postOf('ma', 'leader', 'qingxi')]
  expect(fillIn(question(cell('gao', 'stationed'), { posts }))).toBeNull()
  expect(fillIn(question(cell('lu', 'leader'), { posts }))).toBeNull()
})
