import sharp from 'sharp'
import { redrawPhoto } from './photo'

const red = { r: 200, g: 30, b: 30 }

function plain(width: number, height: number): sharp.Sharp {
  return sharp({ create: { width, height, channels: 3, background: red } })
}

/** Noise does not compress, so few pixels make many bytes. */
async function noise(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: red, noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

async function sides(image: Buffer): Promise<string> {
  const { format, width, height } = await sharp(image).metadata()
  return `${format} ${width}×${height}`
}

test('a photo of 10 MB becomes a small one', async () => {
  const bytes = await noise(2_600, 1_950)
  expect(bytes.length).toBeGreaterThan(10_000_000)
  const { photo, thumb, width, height } = await redrawPhoto(bytes)
  expect([width, height]).toEqual([1_600, 1_200])
  expect(await sides(photo)).toBe('jpeg 1600×1200')
  expect(await sides(thumb)).toBe('jpeg 320×240')
  expect(photo.length).toBeLessThan(2_000_000)
})

test('a small photo is not blown up', async () => {
  const { photo, thumb } = await redrawPhoto(await plain(200, 100).jpeg().toBuffer())
  expect([await sides(photo), await sides(thumb)]).toEqual(['jpeg 200×100', 'jpeg 200×100'])
})

test.each(['png', 'webp', 'jpeg', 'avif'] as const)('%s is accepted by its bytes', async (format) => {
  expect(await sides((await redrawPhoto(await plain(60, 40).toFormat(format).toBuffer())).photo)).toBe('jpeg 60×40')
})

test('the place, the camera and everything else that was noted is gone', async () => {
  const noted = await plain(400, 300)
    .withExif({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' } })
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Wang Guilan</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  expect((await sharp(noted).metadata()).exif?.includes('PhoneMaker')).toBe(true)
  expect((await sharp(noted).metadata()).xmp).toBeDefined()

  const { photo, thumb } = await redrawPhoto(noted)
  for (const image of [photo, thumb]) {
    const { exif, xmp, icc, iptc } = await sharp(image).metadata()
    expect({ exif, xmp, icc, iptc }).toEqual({ exif: undefined, xmp: undefined, icc: undefined, iptc: undefined })
    expect(image.includes('PhoneMaker')).toBe(false)
  }
})

test('a photo taken sideways is stood up', async () => {
  // Red above, black below; orientation 6 means: turn it a quarter to the right to see it upright.
  const taken = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#000' } })
    .composite([{ input: await plain(80, 20).png().toBuffer(), top: 0, left: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { photo, width, height } = await redrawPhoto(taken)
  expect([width, height]).toEqual([40, 80])
  expect((await sharp(photo).metadata()).orientation).toBeUndefined()
  const pixels = await sharp(photo).raw().toBuffer()
  const redAt = (x: number, y: number): number => pixels[(y * 40 + x) * 3] ?? -1
  expect(redAt(35, 40)).toBeGreaterThan(150)
  expect(redAt(5, 40)).toBeLessThan(50)
})

test('what hides behind the picture does not survive', async () => {
  const jpeg = await plain(60, 40).jpeg().toBuffer()
  const polyglot = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>PK\x03\x04evil.zip')])
  const { photo } = await redrawPhoto(polyglot)
  expect(photo.includes('script')).toBe(false)
  expect(photo.includes('evil')).toBe(false)
})

test('a see-through picture gets a white ground', async () => {
  const nothing = { r: 0, g: 0, b: 0, alpha: 0 }
  const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: nothing } }).png().toBuffer()
  const pixels = await sharp((await redrawPhoto(png)).photo).raw().toBuffer()
  expect(pixels[0]).toBeGreaterThan(250)
})

describe('no photo is', () => {
  const refused = (bytes: Buffer): Promise<void> =>
    expect(redrawPhoto(bytes)).rejects.toMatchObject({ code: 'file.not-a-photo' })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('这不是照片，只是文字，改了名字叫 photo.jpg')],
    ['a text that begins like a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('just words and no picture at all')])],
    ['a drawing in SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>')],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ])('%s', (_what, bytes) => refused(bytes))

  test('a GIF', async () => refused(await plain(10, 10).gif().toBuffer()))

  test('a TIFF', async () => refused(await plain(10, 10).tiff().toBuffer()))

  test.each([0.9, 0.5, 0.1])('a JPEG of which %d arrived', async (part) => {
    const whole = await noise(600, 400)
    await refused(whole.subarray(0, Math.floor(whole.length * part)))
  })

  test('a PNG cut in two', async () => {
    const whole = await sharp(await noise(300, 200)).png().toBuffer()
    await refused(whole.subarray(0, Math.floor(whole.length / 2)))
  })

  test('a pixel bomb: few bytes, more pixels than any phone takes', async () => {
    const bomb = await sharp({ create: { width: 12_001, height: 10_001, channels: 3, background: '#000' }, limitInputPixels: false })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    await refused(bomb)
  }, 60_000)

  test('an iPhone picture in HEIC, which is named so that the phone can explain', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(200)])
    await expect(redrawPhoto(heic)).rejects.toMatchObject({ code: 'file.not-a-photo', details: { format: 'heic' } })
  })
})
