import fc from 'fast-check'
import { noteKey, parseNoteKey, type NoteKey } from './note-key'
import { formatSignedNote, parseSignedNote, type SignedNote } from './signed-note'
import { flipped, leavesOf } from './testing/merkle-vectors'
import { ed25519Verify, keyPair, sha256 } from './testing/node-primitives'
import { checkpointText, logKey, ORIGIN, signedByLog, signedByStranger, strangerKey } from './testing/world'
import { cosignNote, openCheckpoint, originOf, signNote, verifyNote } from './verify-note'

const witnessPair = keyPair(3)
const witnessKey = noteKey(sha256, 'county.example/witness', 'witness', witnessPair.publicKey)
const logPair = keyPair(1)

const read = (text: string): SignedNote => parseSignedNote(text) ?? { text: '', signatures: [] }
const verify = (known: readonly NoteKey[], text: string) =>
  verifyNote(ed25519Verify, known, read(text))?.map(({ key }) => key.name) ?? null

describe('a note that others wrote', () => {
  const neumann = known('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const enoch = known('EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop')
  const text = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n\n'
    + '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
    + '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

  it('holds for whichever of its signers is known', () => {
    expect(verify([neumann, enoch], text)).toEqual(['PeterNeumann', 'EnochRoot'])
    expect(verify([enoch], text)).toEqual(['EnochRoot'])
  })

  it('does not hold when a word is changed, nor for somebody unknown', () => {
    expect(verify([neumann, enoch], text.replace('answer', 'answers'))).toBeNull()
    expect(verify([logKey], text)).toBeNull()
    expect(verify([], text)).toBeNull()
  })
})

describe('signatures', () => {
  const text = checkpointText(leavesOf(5))
  const cosignature = cosignNote(witnessPair.sign, witnessKey, text, 1_790_000_000)
  const both = formatSignedNote({ text, signatures: [...read(signedByLog(text)).signatures, cosignature] })

  it('say who signed, and of a witness when', () => {
    expect(verifyNote(ed25519Verify, [logKey, witnessKey], read(both))).toEqual([
      { key: logKey, signedAtSeconds: null }, { key: witnessKey, signedAtSeconds: 1_790_000_000 },
    ])
  })

  it('count once, however often they are repeated', () => {
    const repeated = { text, signatures: [cosignature, cosignature, ...read(both).signatures] }
    expect(verifyNote(ed25519Verify, [witnessKey], repeated)).toHaveLength(1)
    const later = cosignNote(witnessPair.sign, witnessKey, text, 1_790_000_060)
    expect(verifyNote(ed25519Verify, [witnessKey], { text, signatures: [cosignature, later] })).toEqual([
      { key: witnessKey, signedAtSeconds: 1_790_000_000 },
    ])
  })

  it('of a stranger under the same name are passed over, and one that does not hold undoes all', () => {
    const stranger = read(signedByStranger(text)).signatures
    const signed = read(both).signatures
    expect(verify([logKey], formatSignedNote({ text, signatures: [...stranger, ...signed] }))).toEqual([ORIGIN])
    const forged = stranger.map((each) => ({ ...each, keyId: logKey.id }))
    expect(verify([logKey, witnessKey], formatSignedNote({ text, signatures: [...signed, ...forged] }))).toBeNull()
  })

  it('hold for no other time, no other use, no other length', () => {
    const { signature: right } = cosignature
    const timed = (signature: Uint8Array) =>
      verify([witnessKey], formatSignedNote({ text, signatures: [{ ...cosignature, signature }] }))
    expect(timed(right)).toEqual([witnessKey.name])
    expect(timed(right.slice(8))).toBeNull()
    expect(timed(Uint8Array.of(...right, 0))).toBeNull()
    for (let bit = 0; bit < right.length * 8; bit += 7) expect(timed(flipped(right, bit))).toBeNull()
    // The log's own signature, handed out as a witness's of the same key.
    const twin = noteKey(sha256, ORIGIN, 'witness', logPair.publicKey)
    const [own] = read(signedByLog(text)).signatures
    const passedOff = [{ keyName: ORIGIN, keyId: twin.id, signature: own?.signature ?? new Uint8Array(1) }]
    expect(verify([twin], formatSignedNote({ text, signatures: passedOff }))).toBeNull()
    expect(() => signNote(logPair.sign, twin, text)).toThrow(RangeError)
    expect(() => cosignNote(logPair.sign, logKey, text, 1)).toThrow(RangeError)
    for (const time of [-1, 0.5, NaN, 2 ** 53]) {
      expect(() => cosignNote(witnessPair.sign, witnessKey, text, time)).toThrow(RangeError)
    }
  })

  it('any time of a witness comes back as it was', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (atSeconds) => {
      const signatures = [cosignNote(witnessPair.sign, witnessKey, text, atSeconds)]
      const [signer] = verifyNote(ed25519Verify, [witnessKey], { text, signatures }) ?? []
      expect(signer?.signedAtSeconds).toBe(atSeconds)
    }))
  })

  describe('openCheckpoint', () => {
    it('opens what the log signed, with its witnesses', () => {
      const opened = openCheckpoint(ed25519Verify, [logKey, witnessKey], both)
      expect(opened).toMatchObject({ text, checkpoint: { origin: ORIGIN, size: 5 } })
      expect(opened?.witnesses.map(({ key }) => key)).toEqual([witnessKey])
      expect(originOf(both)).toBe(ORIGIN)
    })

    it('opens nothing that the log of this origin did not sign', () => {
      const elsewhere = checkpointText(leavesOf(5), 'huiying.example/baiyang')
      const opened = (known: readonly NoteKey[], signed: string) => openCheckpoint(ed25519Verify, known, signed)
      expect(opened([witnessKey], both)).toBeNull()
      expect(opened([strangerKey], both)).toBeNull()
      // A witness that took the log's name is still no log.
      const twin = noteKey(sha256, ORIGIN, 'witness', witnessPair.publicKey)
      const signatures = [cosignNote(witnessPair.sign, twin, text, 1)]
      expect(opened([twin], formatSignedNote({ text, signatures }))).toBeNull()
      expect(opened([logKey], signedByStranger(text))).toBeNull()
      expect(opened([logKey], signedByLog(elsewhere))).toBeNull()
      expect(opened([logKey], signedByLog('no checkpoint\n'))).toBeNull()
      expect(opened([logKey], both.replace(/^5$/m, '6'))).toBeNull()
      expect(opened([logKey], text)).toBeNull()
      expect(originOf(text)).toBeNull()
    })

    it('opens nothing in which one character was changed, but for signatures of others', () => {
      const signed = signedByLog(text)
      fc.assert(fc.property(fc.nat(signed.length - 1), fc.constantFrom('0', 'A', '\n', ' ', '=', ''), (at, character) => {
        const changed = signed.slice(0, at) + character + signed.slice(at + 1)
        expect(openCheckpoint(ed25519Verify, [logKey], changed) === null).toBe(changed !== signed)
      }), { numRuns: 300 })
    })
  })
})

function known(text: string): NoteKey {
  const key = parseNoteKey(sha256, text)
  if (key === null) throw new Error(`no key: ${text}`)
  return key
}
