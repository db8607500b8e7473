import { DomainError } from '@huiying/shared/kernel'
import { bodyOf, EMPTY_SEND_DRAFT, isPhoneWrong, labelOf, type SendDraft } from './send-draft'

const draft = (change: Partial<SendDraft>): SendDraft => ({ ...EMPTY_SEND_DRAFT, ...change })
const voice = { kind: 'voice', ref: 'saved/1.mp3', durationMs: 4_000 } as const

function refusal(act: () => unknown): string | null {
  try {
    act()
    return null
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error)
  }
}

test('one sentence is a whole submission', () => {
  expect(bodyOf(draft({ text: '  下水道堵了 ' }), 'v1')).toEqual({ villageId: 'v1', text: '下水道堵了', kind: 'help', visibility: 'village' })
})

test('so is one recording; nothing at all is refused before the network is asked', () => {
  expect(refusal(() => bodyOf(draft({ voice }), 'v1'))).toBeNull()
  expect(refusal(() => bodyOf(draft({ text: ' \n ' }), 'v1'))).toBe('ticket.text-missing')
})

test('for somebody else it takes his name; his number is put right, and may be missing', () => {
  const forUncle = (name: string, phone: string) => draft({ text: '路烂了', onBehalfOf: { name, phone } })
  expect(refusal(() => bodyOf(forUncle(' ', ''), 'v1'))).toBe('ticket.name-missing')
  expect(bodyOf(forUncle('王大爷', '138 0000 1111'), 'v1').onBehalfOf).toEqual({ name: '王大爷', phone: '13800001111' })
  expect(bodyOf(forUncle('王大爷', ''), 'v1').onBehalfOf).toEqual({ name: '王大爷', phone: null })
  expect([isPhoneWrong(forUncle('王大爷', '1380000')), isPhoneWrong(forUncle('王大爷', '')), isPhoneWrong(draft({}))]).toEqual([true, false, false])
})

test('what was picked goes along, what was left alone does not', () => {
  const place = { name: '二组', latitude: null, longitude: null }
  expect(bodyOf(draft({ text: '灯坏了', addresseeId: 'p1', place, visibility: 'handlers', kind: 'complaint' }), 'v1')).toEqual({
    villageId: 'v1', text: '灯坏了', kind: 'complaint', visibility: 'handlers', addresseeId: 'p1', place,
  })
})

test('of a cadre one speaks in confidence: whom it is about goes along, whom one would have @-ed does not', () => {
  const told = draft({
    text: '他收了钱', kind: 'complaint', visibility: 'confidential', about: 'village-cadre', aboutPersonId: 'p1',
    addresseeId: 'p1',
  })
  expect(bodyOf(told, 'v1')).toEqual({
    villageId: 'v1', text: '他收了钱', kind: 'complaint', visibility: 'confidential', about: 'village-cadre', aboutPersonId: 'p1',
  })
  expect(bodyOf(draft({ text: '没来', visibility: 'confidential' }), 'v1', 't1')).toMatchObject({ regardingTicketId: 't1' })
})

test('what waits on the phone is named by its first words', () => {
  expect(labelOf(draft({ text: '一二三四五六七八九十一二三四五六七八九十一' }))).toBe('一二三四五六七八九十一二三四五六七八九…')
  expect(labelOf(draft({ voice }))).toBe('（一段话）')
  expect(labelOf(draft({ text: '他收了钱', about: 'officer' }))).toBe('不让村里知道的事')
})
