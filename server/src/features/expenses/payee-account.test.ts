import { payeeAccount } from './payee-account'

test('of an account number a few digits are kept, and a digest that only this server can make', () => {
  const key = 'k'.repeat(32)
  const account = payeeAccount('6222020012345678', key)
  expect(account.masked).toBe('6222****5678')
  expect(payeeAccount('6222020012345678', key)).toEqual(account)
  expect(payeeAccount('6222020012345678', 'l'.repeat(32)).key).not.toBe(account.key)
  expect(payeeAccount('6222020012345679', key).key).not.toBe(account.key)
  // Of a short one less is shown, not nearly all of it.
  expect(payeeAccount('1234567890', key).masked).toBe('12****90')
})
