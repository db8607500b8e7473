import {
  fullNameOf, incomeAccounts, moneyPlaces, nextCodeBelow, ownFen, plainNameOf, searchAccounts,
} from './account-choice'
import { ACCOUNTS, keeperAccount } from './testing/keeper-desk'

const codes = (accounts: readonly { readonly code: string }[]) => accounts.map(({ code }) => code)

test('money goes to the finest there is; what an account above still holds itself can be moved', () => {
  expect(codes(moneyPlaces(ACCOUNTS))).toEqual(['101', '10201'])
  const mixed = ACCOUNTS.map((one) => (one.code === '102' ? { ...one, balanceFen: 130_000 } : one))
  expect(codes(moneyPlaces(mixed))).toEqual(['101', '102', '10201'])
  expect(ownFen(mixed, keeperAccount('102', '', 130_000))).toBe(30_000)
  const deep = [...ACCOUNTS, keeperAccount('1020101', '活期', 60_000)]
  expect(ownFen(deep, keeperAccount('102', '', 100_000))).toBe(0)
  expect(ownFen(deep, keeperAccount('10201', '', 100_000))).toBe(40_000)
})

test('income by plain names', () => {
  expect(incomeAccounts(ACCOUNTS).map(plainNameOf)).toEqual(['租金承包费', '上级补助'])
  const off = ACCOUNTS.map((one) => (one.code === '50101' ? { ...one, isActive: false } : one))
  expect(codes(incomeAccounts(off))).toEqual(['501', '503'])
})

test('an account is found by number, name or what a neighbour calls it', () => {
  expect(codes(searchAccounts(ACCOUNTS, '102'))).toEqual(['102', '10201'])
  expect(codes(searchAccounts(ACCOUNTS, '农商'))).toEqual(['10201'])
  expect(codes(searchAccounts(ACCOUNTS, '上级补助'))).toEqual(['503'])
  expect(fullNameOf(ACCOUNTS, '10201')).toBe('银行存款——农商行基本户')
})

test('a new account takes the number after the last', () => {
  expect(nextCodeBelow(ACCOUNTS, '102')).toBe('10202')
  expect(nextCodeBelow(ACCOUNTS, '503')).toBe('50301')
  expect(nextCodeBelow([{ code: '10299' }], '102')).toBeNull()
})
