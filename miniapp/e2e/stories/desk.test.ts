import type { DeskFetchAnswer, DeskSignInAnswer } from '@huiying/shared/identity'
import { inBrowsers, onBothBuilds, type Scene } from '../support/on-both-builds'
import { demoPerson, signedIn } from './people'

const WORDS = '村口三盏路灯都不亮，老人晚上不敢出门'

onBothBuilds('a desk is let in by a phone', (scene) => {
  scene('the six digits on the phone, who asks, yes; then out again from the phone', async (stage) => {
    const staff = await signedIn(stage, 'staff', await demoPerson(stage, 'staff'), { screen: 'small' })
    const asked = await ask<DeskSignInAnswer>(stage, '/api/session/desk')
    await staff.open('/packages/account/desk/index')
    await staff.fill('登录码', asked.code)
    await staff.tap('下一步')
    await staff.see('是您面前的这台吗？')
    await staff.screenshot('90-desk-confirm')
    await staff.tap('是我，登录')
    await staff.see('好了，电脑上马上就进去')
    const fetched = await ask<DeskFetchAnswer>(stage, '/api/session/desk/fetch', { secret: asked.secret })
    if (fetched.state !== 'approved') throw new Error(fetched.state)
    const isIn = async () => (await fetch(`${stage.world.url}/api/board`, {
      headers: { authorization: `Bearer ${fetched.session.token}` },
    })).status
    expect(await isIn()).toBe(200)
    await staff.open('/packages/account/desk/index')
    await staff.see('没认出来的电脑')
    await staff.tap('退出', { beside: '没认出来的电脑' })
    await staff.dontSee('没认出来的电脑')
    expect(await isIn()).toBe(401)
  })
})

inBrowsers('the board at a desk', (scene) => {
  scene('it comes by itself, by keys, and onto the wall without a word', async (stage) => {
    const phone = await signedIn(stage, 'staff', await demoPerson(stage, 'staff'), { screen: 'small' })
    const desk = await stage.phone('desk', { screen: 'desk' })
    await desk.open('/packages/account/sign-in/index')
    await desk.tap('不在演示里是这样登录的：用手机')
    const digits = await desk.page.locator('#desk-code').innerText()
    await desk.screenshot('91-desk-code')
    await phone.open('/packages/account/desk/index')
    await phone.fill('登录码', digits.replace(/\D/g, ''))
    await phone.tap('下一步')
    await phone.tap('是我，登录')
    await desk.see('没人回，已超时')
    await desk.see('有变化自己会更新')

    const villager = await signedIn(stage, 'villager', await demoPerson(stage, 'resident'))
    await villager.tap('一键回应')
    await villager.fill('您的事', WORDS)
    await villager.tap('发送')
    await villager.see('有人回您')
    // Sooner than anybody who asks every twenty seconds would know.
    await desk.see(WORDS, { timeoutMs: 8_000 })
    await desk.page.keyboard.press('j')
    await desk.screenshot('92-desk-board')
    await desk.page.keyboard.press('f')
    await desk.see('退出大屏')
    await desk.dontSee(WORDS)
    await desk.screenshot('93-wall')
  })
})

async function ask<Answer>({ world }: Scene, path: string, body: object = {}): Promise<Answer> {
  const answer = await fetch(world.url + path, {
    method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'e2e' }, body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as Answer
}
