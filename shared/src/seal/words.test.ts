import { ERROR_STATUSES, errorWords, isErrorCode } from '../facts'

const codes = Object.keys(ERROR_STATUSES).filter(isErrorCode).filter((code) => code.startsWith('seal.'))

it('every refusal is a plain sentence', () => {
  const details = { field: 'consent', slot: 'director', block: 'counterparty', reason: 'no-post', left: 1, limit: 200 }
  expect(codes.length).toBeGreaterThan(12)
  for (const code of codes) {
    expect(errorWords(code, details)).toMatch(/^[^\s].{6,}/)
    expect(errorWords(code, details)).not.toMatch(/流程|提交|工单|处置|反馈机制|undefined|null|NaN|“”/)
  }
  expect(errorWords('seal.nobody-can-sign', { ...details, block: null })).toBe('“村委会主任”没有人能签：这个职务现在没有人。请先改好')
})
