import { choosePhotos } from './choose-photos'

// The test browser draws no pictures: a picture is one by its name here, as the real one would say by its bytes.
beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  const names = new Map<string, string>()
  URL.createObjectURL = (file: Blob) => {
    const url = `blob:${names.size}`
    names.set(url, (file as File).name)
    return url
  }
  URL.revokeObjectURL = () => undefined
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    configurable: true,
    set(this: HTMLImageElement, url: string) {
      const isPicture = names.get(url)?.startsWith('picture') === true
      setTimeout(() => this.dispatchEvent(new Event(isPicture ? 'load' : 'error')))
    },
  })
})
afterEach(() => {
  process.env.TARO_ENV = 'weapp'
})

/** What the person does in the chooser that has just opened. */
function answer(names: readonly string[] | 'cancel'): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (input === null) throw new Error('no chooser is open')
  if (names === 'cancel') {
    input.dispatchEvent(new Event('cancel'))
    return
  }
  const files = names.map((name) => new File(['bytes'], name, { type: 'image/jpeg' }))
  Object.defineProperty(input, 'files', { value: files })
  input.dispatchEvent(new Event('change'))
}

async function choose(limit: number, names: readonly string[] | 'cancel') {
  const chosen = choosePhotos(limit)
  answer(names)
  const { photos, fault } = await chosen
  return { count: photos.length, fault }
}

it.each([
  ['a picture is taken', ['picture.jpg'], { count: 1, fault: null }],
  ['a text that calls itself a picture is told of', ['letter.jpg'], { count: 0, fault: '这张照片打不开，请换一张' }],
  ['among several the good ones stay', ['picture-1.jpg', 'letter.jpg', 'picture-2.jpg'], { count: 2, fault: '有 1 张照片打不开，请换一张' }],
  ['what is over the limit is left out', ['picture-1.jpg', 'picture-2.jpg', 'picture-3.jpg', 'picture-4.jpg'], { count: 3, fault: null }],
])('%s', async (_what, names, expected) => {
  expect(await choose(3, names)).toEqual(expected)
  expect(document.querySelector('input[type=file]')).toBeNull()
})

it('a changed mind is no fault', async () => {
  expect(await choose(3, 'cancel')).toEqual({ count: 0, fault: null })
})
