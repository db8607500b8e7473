import type { ContractRow } from '@huiying/shared/ledger'
import {
  assetValue, contractValue, EMPTY_ASSET, EMPTY_CONTRACT, EMPTY_RESOURCE, readAsset, readContract, readResource,
} from './holding-value'
import { scheduleWords } from './rent-fields'

test('an asset as written, and back', () => {
  const value = { ...EMPTY_ASSET, name: ' 办公楼 ', originalText: '380000', acquiredText: '2015.6.1' }
  expect(readAsset(value)).toEqual({
    body: { kind: 'building', name: '办公楼', place: '', originalFen: 38_000_000, acquiredOn: '2015-06-01', use: 'own-use' },
  })
  expect(readAsset({ ...value, name: '' })).toEqual({ fault: '请写叫什么' })
  expect(readAsset({ ...value, acquiredText: '很久以前' })).toEqual({ fault: '哪天有的没看懂，请写成 2026-09-14，不知道就空着' })
  const known = { id: 'a', bookId: 'b', kind: 'machine', name: '水泵', place: '', originalFen: 5, acquiredOn: null, use: 'idle' } as const
  expect(readAsset(assetValue(known))).toEqual({
    body: { kind: 'machine', name: '水泵', place: '', originalFen: 5, acquiredOn: null, use: 'idle' },
  })
})

test('land has an area', () => {
  expect(readResource({ ...EMPTY_RESOURCE, name: '鱼塘', areaText: '12.35' })).toMatchObject({ body: { areaCentiMu: 1_235 } })
  expect(readResource({ ...EMPTY_RESOURCE, name: '鱼塘', areaText: '0' })).toEqual({ fault: '面积没看懂，请写成 12.35' })
})

const contract = {
  ...EMPTY_CONTRACT, holdingId: 'r1', title: '鱼塘合同', tenant: '王建国', fromText: '2026-01-01', toText: '2028-12-31',
  rentText: '12000', steps: [{ fromText: '2028-01-01', amountText: '13000' }],
}

test('a contract with a raise, read back as instalments', () => {
  const read = readContract(contract)
  expect(read).toMatchObject({
    body: {
      holdingId: 'r1', fromOn: '2026-01-01',
      rent: { amountFen: 1_200_000, steps: [{ fromOn: '2028-01-01', amountFen: 1_300_000 }], dueAfterDays: 30 },
    },
  })
  expect(scheduleWords(contract)).toBe(
    '一共 3 期。第 1 期 ¥12,000.00，2026年1月31日前交；第 2 期 ¥12,000.00，2027年1月31日前交；第 3 期 ¥13,000.00，2028年1月31日前交。',
  )
  expect(scheduleWords({ ...contract, toText: '2027年' })).toContain('写好日期和租金')
})

test('what is wrong with a contract is said, and a known one comes back as it was', () => {
  expect(readContract({ ...contract, holdingId: '' })).toEqual({ fault: '请选租的、包的是哪一处' })
  expect(readContract({ ...contract, toText: '2025-01-01' })).toEqual({ fault: '结束的日子早于开始的日子，请核对' })
  expect(readContract({ ...contract, steps: [{ fromText: '', amountText: '' }] }))
    .toEqual({ fault: '有一次涨租没看懂：从哪天起，每期多少钱' })
  const read = readContract(contract)
  if (!('body' in read)) throw new Error('it reads')
  expect(readContract(contractValue({ ...read.body, endedOn: null } as ContractRow))).toEqual(read)
})
