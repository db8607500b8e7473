import { pictureOf } from './signature-svg'

const svgOf = (address: string) => decodeURIComponent(address.replace('data:image/svg+xml,', ''))

test('each stroke is a line of its own, on paper as high as the pad was', () => {
  const strokes = [[[10, 20, 0], [110, 120, 9]], [[500, 400, 50], [600, 400, 60]]] as const
  const svg = svgOf(pictureOf({ height: 500, strokes }))
  expect(svg).toContain("viewBox='0 0 1000 500'")
  expect(svg).toContain("d='M10 20L110 120M500 400L600 400'")
})

test('a dot is drawn, too', () => {
  expect(svgOf(pictureOf({ height: 500, strokes: [[[300, 300, 0]]] }))).toContain("d='M300 300L300 300'")
})

test('a hand that lingered sends no thousand points, and the end of its line stays', () => {
  const still = Array.from({ length: 3_000 }, (_, t): [number, number, number] => [100 + t / 1_000, 100, t])
  const svg = svgOf(pictureOf({ height: 500, strokes: [[...still, [104, 100, 3_001]]] }))
  expect(svg.length).toBeLessThan(300)
  expect(svg).toContain('L104 100')
})
