import { createHash, generateKeyPairSync, sign } from 'node:crypto'

const origin = 'bench/book'
const pageSize = 200

/**
 * A generated book as the server would answer for it: its signed head, three entries with their proofs, a longer head
 * than a remembered one, and a year in pages. `proof` is the shared room of that name.
 */
export function signedBook(proof, { size, from, to }) {
  const sha256 = (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest())
  const entries = Array.from({ length: size }, (_, position) => entryAt(position))
  const leaves = entries.map((entry) => proof.leafHash(sha256, proof.canonicalBytes(entry)))
  const hex = (digests) => digests.map(proof.hexOf)
  const whole = (begin, end) => hex(proof.completeSubtrees({ from: begin, to: end }).map(({ level, index }) =>
    proof.rootOf(sha256, leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))))
  const head = signedHead(proof, sha256, leaves)
  const knownSize = from
  const positions = [Math.floor(size / 3), 0, size - 1]
  return {
    head,
    views: positions.map((position) => viewOf(entries[position])),
    hashes: positions.map((position) => hex(proof.inclusionProof(sha256, leaves, position))),
    consistency: hex(proof.consistencyProof(sha256, leaves, knownSize)),
    known: {
      origin, size: knownSize, root: proof.hexOf(proof.rootOf(sha256, leaves.slice(0, knownSize))),
      signer: head.keys.signer, witness: head.keys.witness, seenAt: 0,
    },
    year: {
      from, to, subtrees: { left: whole(0, from), right: whole(to, size) },
      pages: pagesOf(from, to).map((page) => ({
        ...page, entries: entries.slice(page.from, page.to), leaves: hex(leaves.slice(page.from, page.to)),
      })),
    },
  }
}

function signedHead(proof, sha256, leaves) {
  const [log, witness] = [keyPair(), keyPair()]
  const logKey = proof.noteKey(sha256, origin, 'log', log.publicKey)
  const witnessKey = proof.noteKey(sha256, 'bench-witness', 'witness', witness.publicKey)
  const root = proof.rootOf(sha256, leaves)
  const text = proof.formatCheckpoint({ origin, size: leaves.length, root, extensions: [] })
  const signatures = [
    proof.signNote(log.sign, logKey, text), proof.cosignNote(witness.sign, witnessKey, text, 1_790_000_000),
  ]
  return {
    note: proof.formatSignedNote({ text, signatures }),
    keys: { signer: proof.formatNoteKey(logKey), witness: proof.formatNoteKey(witnessKey) },
  }
}

function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })).slice(-32)
  return { publicKey: raw, sign: (message) => Uint8Array.from(sign(null, message, privateKey)) }
}

/** As long as a village's entries are: a statement of two sentences, three lines, two vouchers. */
function entryAt(position) {
  const digest = (text) => createHash('sha256').update(text).digest('hex')
  const amountFen = 10_000 + ((position * 7_919) % 500_000)
  return {
    schema: 1,
    id: `01J8ZQ${String(position).padStart(20, '0')}`,
    bookId: 'book',
    position,
    month: '2026-09',
    voucher: (position % 200) + 1,
    on: '2026-09-14',
    purpose: `三组王家门口到路口的下水道堵了两个月，一下雨就倒灌。这次换了 ${position} 米新管子，管道店包工包料。`,
    counterparty: '青溪镇南街管道经营部',
    source: { type: 'expense', ref: `01J8ZR${String(position).padStart(20, '0')}`, approval: 'ab'.repeat(32), of: '', month: '', voucher: 0 },
    lines: [
      { account: '51402', side: 'debit', amountFen },
      { account: '51305', side: 'debit', amountFen: 30_000 },
      { account: '102', side: 'credit', amountFen: amountFen + 30_000 },
    ],
    vouchers: [digest(`a${position}`), digest(`b${position}`)],
    postedAt: 1_790_000_000_000 + position * 60_000,
    postedBy: '01J8ZP00000000000000000001',
  }
}

/** What the entry's page shows beside the leaf, which has to say the same. */
function viewOf(entry) {
  const { id, bookId, position, month, voucher, on, purpose, counterparty, lines, postedAt } = entry
  return {
    canonical: entry, row: { id, position, month, voucher, on }, book: { id: bookId }, purpose, counterparty, lines,
    postedAt,
  }
}

function pagesOf(from, to) {
  const count = Math.ceil((to - from) / pageSize)
  return Array.from({ length: count }, (_, at) => ({
    from: from + at * pageSize, to: Math.min(from + (at + 1) * pageSize, to),
  }))
}
