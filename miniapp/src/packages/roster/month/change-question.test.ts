import type { Seat } from '@huiying/shared/roster'
import { assign, clear, exchange } from './cell-edits'
import { questionBefore } from './change-question'
import { readMonth } from './month-model'
import { aMonth } from './testing/a-month'

const at = (text: string): number => Date.parse(`2026-11-${text}+08:00`)
const published = readMonth(aMonth({ status: 'published' }))
const monday = (seat: Seat) => ({ village: 0, day: 0, seat })
const ask = (changes: Parameters<typeof questionBefore>[1] | null, now: number, isDelete = false, model = published) =>
  questionBefore(model, changes ?? [], { isDelete, now })

test('a shift that runs is asked about, from the evening before until the hour it ends', () => {
  const changes = assign(published, monday('lead'), 'wu')
  const question = { title: '改11月2日 青石村 带班？', words: '现在周书记正在值班，改了马上算数。' }
  expect(ask(changes, at('01T18:00') - 1)).toBeNull()
  expect(ask(changes, at('01T18:00'))).toEqual(question)
  expect(ask(changes, at('02T18:00') - 1, true)).toEqual(question)
  expect(ask(changes, at('02T18:00'))).toBeNull()
})

test('also where it is only one of two that change places', () => {
  expect(ask(exchange(published, { village: 0, day: 2, seat: 'member' }, monday('member')), at('02T09:00'))?.words)
    .toBe('现在郑委员正在值班，改了马上算数。')
})

test('one key empties a coming day of a published month only after a question; a choice needs none', () => {
  const emptied = clear(published, { village: 0, day: 2, seat: 'member' })
  expect(ask(emptied, at('02T09:00'), true)).toEqual({
    title: '11月4日 青石村 值班空着？', words: '村民来了会没人接，王委员会收到消息。',
  })
  expect(ask(emptied, at('02T09:00'))).toBeNull()
  const visit = clear(published, { village: 0, day: 2, seat: 'stationed' })
  expect(ask(visit, at('02T09:00'), true)).toEqual({ title: '11月4日 青石村 包村干部不来了？', words: '包干部会收到消息。' })
})

test('a draft is nobody’s shift yet', () => {
  const draft = readMonth(aMonth())
  expect(ask(clear(draft, monday('lead')), at('02T09:00'), true, draft)).toBeNull()
})
