import { checkTopic, likelyDepartments, offeredTopics, setTopic, type Topic } from './topic'
import type { Ticket } from './ticket'
import { freshTicket, NEIGHBOUR, NINE, SECRETARY } from './testing/samples'

const topic = (name: string, words: readonly string[] = [], changes: Partial<Topic> = {}): Topic =>
  ({ id: name, subDistrictId: 'qingxi', name, departmentUnitId: null, words, isActive: true, ...changes })
const LAMPS = topic('路灯', ['不亮', '灯泡'])
const SEWERS = topic('下水道', ['堵了', '污水', '管道'])
const OLD = topic('下水', [], { isActive: false })

it('offers what the words sound like, the most of them first, and nothing else', () => {
  const names = (text: string) => offeredTopics(text, [LAMPS, SEWERS, OLD]).map(({ name }) => name)
  expect(names('门口下水道堵了，路灯也不亮')).toEqual(['下水道', '路灯'])
  expect(names('想问问低保')).toEqual([])
})

it('is likely a department’s by its topic, and without one by what it sounds like', () => {
  const topics = [topic('路灯', ['不亮'], { departmentUnitId: 'power' }), topic('下水道', [], { departmentUnitId: 'water' }), topic('低保')]
  const likely = (changes: Partial<Ticket>) => likelyDepartments({ ...freshTicket(), ...changes }, topics)
  expect(likely({ text: '下水道边上的路灯不亮' })).toEqual(['power', 'water'])
  expect(likely({ text: '下水道边上的路灯不亮', topicId: '下水道' })).toEqual(['water'])
  expect(likely({ text: '路灯不亮', topicId: '低保' })).toEqual([])
})

it('is set by a handler, never by a guess, and of the own sub-district only', () => {
  const ticket = freshTicket()
  expect(ticket.topicId).toBeNull()
  expect(setTopic(SECRETARY, ticket, SEWERS, NINE).next.topicId).toBe('下水道')
  expect(() => setTopic(NEIGHBOUR, ticket, SEWERS, NINE)).toThrow('ticket.only-handlers')
  expect(() => setTopic(SECRETARY, ticket, OLD, NINE)).toThrow('ticket.topic-not-found')
  expect(() => setTopic(SECRETARY, ticket, { ...SEWERS, subDistrictId: 'far' }, NINE)).toThrow('ticket.topic-not-found')
  expect(setTopic(SECRETARY, ticket, null, NINE).facts).toEqual([])
})

it('keeps a list without doubles and without words that are in everything', () => {
  expect(checkTopic({ ...LAMPS, name: ' 路灯 ', words: [' 不亮', '不亮', ''] }, [LAMPS, SEWERS])).toMatchObject({ name: '路灯', words: ['不亮'] })
  expect(() => checkTopic({ ...LAMPS, id: 'new' }, [LAMPS])).toThrow('topic.name-taken')
  expect(() => checkTopic({ ...LAMPS, words: ['的'] }, [])).toThrow('topic.words-invalid')
  expect(() => checkTopic({ ...LAMPS, name: '' }, [])).toThrow('topic.name-invalid')
})
