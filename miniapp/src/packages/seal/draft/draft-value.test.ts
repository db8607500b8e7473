import { EMPTY_SEAL_DRAFT, sealBodyOf, sealFaultOf } from './draft-value'

const local = { kind: 'photo', ref: 'r1', durationMs: null } as const

test.each(['', '0', '51', '1.5', '三'])('%s copies are none one could seal', (copiesText) => {
  expect(sealFaultOf({ ...EMPTY_SEAL_DRAFT, copiesText })).toBe('份数请写 1 到 50')
})

test('the minutes and their day come together', () => {
  const minutes = { local, kept: null }
  expect(sealFaultOf(EMPTY_SEAL_DRAFT)).toBeNull()
  expect(sealFaultOf({ ...EMPTY_SEAL_DRAFT, minutes })).toBe('请选联席会议是哪天开的')
  expect(sealFaultOf({ ...EMPTY_SEAL_DRAFT, heldOn: '2026-09-12' })).toBe('请拍一张联席会议的记录')
  expect(sealFaultOf({ ...EMPTY_SEAL_DRAFT, minutes, heldOn: '2026-09-12' })).toBeNull()
})

test('what is not there yet is left out', () => {
  expect(sealBodyOf({ ...EMPTY_SEAL_DRAFT, title: ' 鱼塘承包 ', counterpartyName: '孙老板' }, { documentId: null, minutesId: null }))
    .toEqual({ kind: 'outside-contract', title: '鱼塘承包', counterparty: { name: '孙老板' }, copies: 2 })
  expect(sealBodyOf(
    { ...EMPTY_SEAL_DRAFT, counterpartyId: 'p1', heldOn: '2026-09-12' }, { documentId: 'f1', minutesId: 'f2' },
  )).toMatchObject({
    counterparty: { personId: 'p1' }, documentPhotoId: 'f1', consent: { heldOn: '2026-09-12', minutesPhotoId: 'f2' },
  })
})
