import { type Locator, type Page } from 'playwright-core'
import { PATIENCE_MS } from '../support/eyes'

/** Taro's wheel moves by lines of this height. */
const LINE_PX = 34

/**
 * Turns the wheels of Taro's picker to an option and takes it. A date ('2026-11-21') or time ('09:05') turns one wheel
 * for each of its numbers.
 */
export async function turnPicker(page: Page, option: string): Promise<void> {
  const picker = page.locator('.weui-picker:visible')
  await picker.waitFor({ timeout: PATIENCE_MS })
  // It slides up; what is measured meanwhile is wrong a moment later.
  await picker.evaluate((sheet) => Promise.all(sheet.getAnimations().map((animation) => animation.finished)))
  const wheels = await picker.locator('.weui-picker__group').all()
  const parts = wheels.length === 1 ? [option] : option.split(/[-:]/).map((part) => String(Number(part)))
  for (const [index, wheel] of wheels.entries()) await turn(page, wheel, parts[index] ?? '')
  await picker.getByText('确定').click()
  await picker.waitFor({ state: 'hidden', timeout: PATIENCE_MS })
}

async function turn(page: Page, wheel: Locator, wanted: string): Promise<void> {
  const words = (await wheel.locator('.weui-picker__item').allInnerTexts()).map((word) => word.trim())
  const target = words.findIndex((word) => word === wanted || /^0*(\d+)[年月日]?$/.exec(word)?.[1] === wanted)
  if (target < 0) throw new Error(`the picker offers no "${wanted}", only ${words.join(' ')}`)
  const group = await wheel.boundingBox()
  const item = await wheel.locator('.weui-picker__item').nth(target).boundingBox()
  if (!group || !item) throw new Error('the picker went away')
  const middle = group.y + group.height / 2
  const distance = Math.round((item.y + item.height / 2 - middle) / LINE_PX) * LINE_PX
  const x = group.x + group.width / 2
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] })
  await touch('touchStart', middle)
  for (let step = 1; step <= 10; step += 1) await touch('touchMove', middle - (distance * step) / 10)
  await touch('touchEnd')
  await finger.detach()
}
