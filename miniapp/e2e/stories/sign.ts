import type { Phone } from '../support/phone'

/** Three strokes of a name, in hundredths of the pad. */
const NAME = [
  [[15, 20], [20, 40], [12, 60], [22, 80]],
  [[40, 20], [50, 35], [42, 60], [55, 80]],
  [[70, 25], [85, 30], [75, 55], [88, 80]],
] as const

/** From the paper on, whether of money or of the seal. */
export async function sign(phone: Phone): Promise<void> {
  await phone.tap('签字')
  await writeName(phone)
  await phone.tap('签字')
  await phone.see('签好了')
}

/** Each time a little lower: no hand writes twice the same, and a copy of an earlier drawing is refused. */
export async function writeName(phone: Phone): Promise<void> {
  const lower = written % 19
  written += 1
  await phone.see('请在这里写您的名字')
  await phone.draw('签名的地方，用手指写', NAME.map((stroke) => stroke.map(([x, y]) => [x, y + lower] as const)))
}

let written = 0
