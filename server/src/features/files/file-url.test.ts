import { HOUR_MS } from '@huiying/shared/kernel'
import { FileUrlSigner } from './file-url'

const signer = new FileUrlSigner('k'.repeat(32))
const now = Date.parse('2026-09-14T10:20:00+08:00')

function parts(url: string): { exp: string; sig: string } {
  const { searchParams } = new URL(url, 'http://x')
  return { exp: searchParams.get('exp') ?? '', sig: searchParams.get('sig') ?? '' }
}

const { exp, sig } = parts(signer.sign('FILE1', 'photo', now))

test('an address opens its file for an hour at least, two at most', () => {
  expect(signer.isGenuine('FILE1', 'photo', exp, sig, now)).toBe(true)
  expect(signer.isGenuine('FILE1', 'photo', exp, sig, now + HOUR_MS)).toBe(true)
  expect(signer.isGenuine('FILE1', 'photo', exp, sig, Number(exp) - 1)).toBe(true)
  expect(signer.isGenuine('FILE1', 'photo', exp, sig, Number(exp))).toBe(false)
  expect(Number(exp) - now).toBeLessThanOrEqual(2 * HOUR_MS)
})

test('it stays the same within an hour of the clock, so that phones keep the picture', () => {
  expect(signer.sign('FILE1', 'photo', now + 30 * 60_000)).toBe(signer.sign('FILE1', 'photo', now))
})

test.each([
  ['another file', 'FILE2', 'photo', exp, sig],
  ['another variant', 'FILE1', 'thumb', exp, sig],
  ['a later end', 'FILE1', 'photo', `${Number(exp) + HOUR_MS}`, sig],
  ['an end written otherwise', 'FILE1', 'photo', `${exp}.0`, sig],
  ['no end', 'FILE1', 'photo', '', sig],
  ['no signature', 'FILE1', 'photo', exp, ''],
  ['a shorter signature', 'FILE1', 'photo', exp, sig.slice(0, -1)],
  ['a longer signature', 'FILE1', 'photo', exp, `${sig}A`],
  ['a guessed signature', 'FILE1', 'photo', exp, 'A'.repeat(sig.length)],
  ['a signature of other letters', 'FILE1', 'photo', exp, '签'.repeat(sig.length)],
] as const)('%s is not genuine', (_what, id, variant, givenExp, givenSig) => {
  expect(signer.isGenuine(id, variant, givenExp, givenSig, now)).toBe(false)
})

test('another key signs otherwise, and a short one is refused', () => {
  expect(new FileUrlSigner('x'.repeat(32)).isGenuine('FILE1', 'photo', exp, sig, now)).toBe(false)
  expect(() => new FileUrlSigner('short')).toThrow('32')
})
