import { claimedFiles, givenUpBefore, mustFit, VOICE_LIMIT_MS, voiceLengthMs, type StoredFile } from './index'

function file(id: string, overrides: Partial<StoredFile> = {}): StoredFile {
  return {
    id, kind: 'photo', ownerAccountId: 'wang', mime: 'image/jpeg', bytes: 9, width: 3, height: 2, durationMs: null,
    sha256: '', alikeHash: null, createdAt: 0, subjectId: null, ...overrides,
  }
}
const voice = file('v', { kind: 'voice', width: null, height: null, durationMs: 1_000 })
const claim = { accountId: 'wang', subjectId: 'T1', photoIds: ['b', 'a'], voiceId: 'v' }

test('own, unused files of the right kinds go to the ticket, in the order asked for', () => {
  const claimed = claimedFiles([file('a'), file('b'), voice], claim)
  expect(claimed.map(({ id, subjectId }) => [id, subjectId])).toEqual([['b', 'T1'], ['a', 'T1'], ['v', 'T1']])
})

test('a ticket without files claims nothing', () => {
  expect(claimedFiles([], { ...claim, photoIds: [], voiceId: null })).toEqual([])
})

test.each([
  ['one that is not there', [file('a'), voice], claim],
  ["somebody else's", [file('a'), file('b', { ownerAccountId: 'li' }), voice], claim],
  ['one that another ticket has', [file('a'), file('b', { subjectId: 'T0' }), voice], claim],
  ['one that this ticket has', [file('a'), file('b', { subjectId: 'T1' }), voice], claim],
  ['a recording as a photo', [voice], { ...claim, photoIds: ['v'], voiceId: null }],
  ['a photo as a recording', [file('a')], { ...claim, photoIds: [], voiceId: 'a' }],
  ['the same one twice', [file('a'), voice], { ...claim, photoIds: ['a', 'a'] }],
])('refuses %s as if it did not exist', (_what, files, wanted) => {
  expect(() => claimedFiles(files, wanted)).toThrow('file.not-found')
})

test('a file of exactly the limit fits, one byte more does not', () => {
  const limit = 12 * 1024 * 1024
  expect(() => mustFit('photo', limit)).not.toThrow()
  expect(() => mustFit('photo', limit + 1)).toThrow(expect.objectContaining({ code: 'file.too-large', details: { limitMb: 12 } }))
  expect(() => mustFit('voice', 2 * 1024 * 1024 + 1)).toThrow(expect.objectContaining({ details: { limitMb: 2 } }))
})

test.each([[1, 1], [0.4, 1], [41_234.6, 41_235], [60_000, 60_000], [61_300, VOICE_LIMIT_MS]])('%d ms is kept as %d', (measured, kept) => {
  expect(voiceLengthMs(measured)).toBe(kept)
})

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('%d ms is no length', (measured) => {
  expect(() => voiceLengthMs(measured)).toThrow('file.not-a-voice')
})

test('an upload has a day to be used', () => {
  expect(givenUpBefore(100_000_000)).toBe(100_000_000 - 86_400_000)
})
