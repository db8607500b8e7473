import { alikeDistance } from '@huiying/shared/files'
import { DEFAULT_EXPENSE_TERMS } from '@huiying/shared/expenses'
import sharp from 'sharp'
import { alikeHash } from './alike-hash'
import { redrawPhoto } from './photo'

/** A receipt as photographed on a table: lines of text of its own length, a stamp, a shadow to one side. */
async function receipt(which: number): Promise<Buffer> {
  const chance = series(which)
  const lines = Array.from({ length: 22 }, (_, at) => {
    const [left, width] = [120 + chance() * 60, 80 + chance() * 520]
    return `<rect x="${left}" y="${150 + at * 42}" width="${width}" height="18" fill="#333"/>`
  })
  const [x, y] = [200 + chance() * 500, 300 + chance() * 700]
  const [turn, grey] = [chance() * 8 - 4, Math.round(60 + chance() * 120)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200">
    <defs><linearGradient id="g" x1="${chance()}" y1="${chance()}" x2="${chance()}" y2="1">
      <stop offset="0" stop-color="rgb(${grey},${grey - 20},${grey - 40})"/><stop offset="1" stop-color="rgb(${grey + 50},${grey + 40},${grey})"/>
    </linearGradient></defs>
    <rect width="900" height="1200" fill="url(#g)"/>
    <g transform="rotate(${turn} 450 600)"><rect x="80" y="90" width="740" height="1030" fill="#f4f1e8"/>${lines.join('')}
    <circle cx="${x}" cy="${y}" r="90" fill="none" stroke="#c22" stroke-width="14"/></g></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
}

function series(seed: number): () => number {
  let state = seed * 7_919 + 17
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const WHICH = Array.from({ length: 12 }, (_, at) => at + 1)
const NEAR = DEFAULT_EXPENSE_TERMS.alikeBits

const hashOf = async (bytes: Buffer): Promise<string> => alikeHash((await redrawPhoto(bytes)).photo)

test('the same picture saved smaller, brightened or cropped a little is near', async () => {
  const far: string[] = []
  for (const which of WHICH) {
    const original = await receipt(which)
    const hash = await hashOf(original)
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
    const copies: Readonly<Record<string, Buffer>> = {
      'saved anew': await sharp(original).jpeg({ quality: 35 }).toBuffer(),
      'made smaller': await sharp(original).resize(480).jpeg({ quality: 70 }).toBuffer(),
      brightened: await sharp(original).linear(1.08, 12).jpeg({ quality: 80 }).toBuffer(),
      darkened: await sharp(original).linear(0.85, 0).jpeg({ quality: 80 }).toBuffer(),
      cropped: await sharp(original)
        .extract({ left: 18, top: 24, width: 864, height: 1_152 }).jpeg({ quality: 80 }).toBuffer(),
    }
    for (const [how, copy] of Object.entries(copies)) {
      const bits = alikeDistance(hash, await hashOf(copy))
      if (bits > NEAR) far.push(`${which} ${how}: ${bits}`)
    }
  }
  expect(far).toEqual([])
})

test('another receipt is far, nearly always: it is a warning, not a refusal', async () => {
  const hashes = await Promise.all(WHICH.map(async (which) => hashOf(await receipt(which))))
  const pairs = hashes.flatMap((one, at) => hashes.slice(at + 1).map((other) => alikeDistance(one, other)))
  expect(pairs).toHaveLength(66)
  expect(pairs.filter((bits) => bits <= NEAR).length).toBeLessThanOrEqual(1)
  expect(pairs.filter((bits) => bits > 2 * NEAR).length).toBeGreaterThan(33)
})

test('an empty sheet has a hash too', async () => {
  const sheet = sharp({ create: { width: 300, height: 400, channels: 3, background: '#fff' } })
  expect(await hashOf(await sheet.jpeg().toBuffer())).toBe('0000000000000000')
})
