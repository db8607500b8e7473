import { readdirSync, readFileSync } from 'node:fs'
import { ERROR_STATUSES, errorWords, isErrorCode } from '../facts'

const codes = Object.keys(ERROR_STATUSES).filter(isErrorCode).filter((code) => code.startsWith('ledger.'))
/** Words of offices that villagers are spared. */
const OFFICIAL = /流程|提交|工单|处置|反馈机制|undefined|NaN|\[object/

const details = {
  account: '999', name: '农商行', limit: 9, month: '2026-08', on: '2026-08-01', lastOn: '2026-09-08', count: 2, side: 'out',
  debitFen: 5, creditFen: 4, amountFen: 128_000, availableFen: 5, reservedFen: 5, statementFen: 5, bookFen: 6,
  otherFen: 7, limitPercent: 5, minDays: 7, maxPercent: 5, years: 20, field: 'name',
}

it.each(codes)('%s is said in plain words', (code) => {
  expect(errorWords(code, details)).toMatch(/^[^\s].{6,}/)
  expect(errorWords(code, details)).not.toMatch(OFFICIAL)
})

it('says amounts as one writes them', () => {
  expect(errorWords('ledger.not-enough-money', details)).toContain('“农商行”能用的钱只有 ¥0.05，不够 ¥1,280.00')
})

it('every refusal of the room has its words, and none stands idle', () => {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const thrown = files.flatMap((name) =>
    [...readFileSync(`${__dirname}/${name}`, 'utf8').matchAll(/DomainError\('(ledger\.[a-z-]+)'/g)].map(([, code]) => code))
  expect([...new Set(thrown)].sort()).toEqual([...codes].sort())
})
