import { formatCosignatureRequest, parseCosignatureRequest } from './cosignature-request'
import { leavesOf } from './testing/merkle-vectors'
import { requestOf } from './testing/world'

describe('what a log asks its witness', () => {
  it('reads back as it was written, with a proof and without', () => {
    for (const oldSize of [0, 3, 11]) {
      const request = requestOf(leavesOf(11), oldSize)
      expect(parseCosignatureRequest(formatCosignatureRequest(request))).toEqual(request)
    }
  })

  it('looks as the specification says', () => {
    const body = formatCosignatureRequest(requestOf(leavesOf(3), 2))
    expect(body).toMatch(/^old 2\n[A-Za-z0-9+/]{43}=\n\nhuiying\.example\/liushu\n3\n[A-Za-z0-9+/]{43}=\n\n— huiying\.example\/liushu \S+\n$/)
  })

  it.each([
    ['nothing', ''],
    ['no empty line', 'old 0\nhuiying.example\n'],
    ['no size', 'old \n\nnote'],
    ['a size with a zero in front', 'old 07\n\nnote'],
    ['a size below zero', 'old -1\n\nnote'],
    ['a size beyond what a number holds', 'old 9999999999999999\n\nnote'],
    ['no word', '7\n\nnote'],
    ['a proof line that is no hash', 'old 7\nAAAA\n\nnote'],
    ['a proof line that is no base64', 'old 7\n?\n\nnote'],
    ['64 proof lines', `old 7\n${`${'A'.repeat(43)}=\n`.repeat(64)}\nnote`],
    ['line ends of Windows', 'old 7\r\n\r\nnote'],
  ])('is not read with %s', (_what, body) => {
    expect(parseCosignatureRequest(body)).toBeNull()
  })

  it('takes 63 lines, and is not written with more', () => {
    expect(parseCosignatureRequest(`old 7\n${`${'A'.repeat(43)}=\n`.repeat(63)}\nnote`)?.proof).toHaveLength(63)
    const proof = Array.from({ length: 64 }, () => new Uint8Array(32))
    expect(() => formatCosignatureRequest({ oldSize: 7, proof, signedCheckpoint: 'note' })).toThrow(RangeError)
  })
})
