import { SEAL_STATUSES } from '@huiying/shared/seal'
import { standingWords, sealUseWords, waitsWords } from './words'

const NOW = Date.UTC(2026, 8, 14, 6, 0)
const open = (slot: 'supervisor' | 'director' | 'secretary') => ({ slot, signed: null, people: [] })
const standing = { copies: 3, copiesLeft: 3, slots: [open('supervisor'), open('secretary')], refusedWhy: null }

test('whose signatures are missing is said by their posts', () => {
  expect(waitsWords(['supervisor', 'secretary'])).toBe('还差监委会主任、书记签字')
  expect(waitsWords([])).toBe('')
})

test('a line of the register: how many copies, who, when', () => {
  const by = { personId: 'p1', name: '孙明', post: null, charge: null }
  expect(sealUseWords({ copies: 3, by, at: NOW - 12 * 60_000 }, NOW)).toBe('3 份 · 孙明盖的 · 今天下午1:48')
  expect(sealUseWords({ copies: 1, by: null, at: NOW - 12 * 60_000 }, NOW)).toBe('1 份 · 今天下午1:48')
})

test('each standing has its sentence', () => {
  const words = SEAL_STATUSES.map((status) => standingWords({ ...standing, status }))
  expect(words).toEqual([
    '还没交出去，三个人看不到要签', '还差监委会主任、书记签字', '三个人都签了，可以盖 3 份', '3 份都盖完了', '有人没有签', '撤掉了',
  ])
  expect(standingWords({ ...standing, status: 'approved', copiesLeft: 1 })).toBe('已盖 2 份，还能盖 1 份')
})
