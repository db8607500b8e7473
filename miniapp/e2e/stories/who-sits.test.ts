import type { CadreCard } from '@huiying/shared/identity'
import type { MyDutyAnswer, MySlot, PartnersAnswer, SwapSlot } from '@huiying/shared/roster'
import { onBothBuilds, type Scene } from '../support/on-both-builds'
import type { Phone } from '../support/phone'
import { askAs } from './ask-as'
import { committeeOn, SHIFT_HAS_BEGUN, sittingIn, villageOf } from './duty'
import { longDay } from './month-plan'
import { demoPerson, signedIn } from './people'

/** The shift that has begun is the next day's. */
const DAY = '2026-11-19'
/** From here on a day is called by its date, not 今天 or 明天. */
const FAR = '2026-11-20'
const WORDS = '村口的公示栏玻璃碎了，小孩子老在那里玩'
const NOTE = '三组赵大爷的低保材料还差一张照片，明天上午他送来'

onBothBuilds('who sits', (scene) => {
  scene('a villager tells whoever sits; he takes over, has to leave, and another has it by the same minute', async (stage) => {
    const resident = await demoPerson(stage, 'resident')
    const village = await villageOf(stage, resident.personId)
    const { lead } = committeeOn(await sittingIn(stage, village.id, resident.personId), DAY)

    const villager = await signedIn(stage, 'villager', resident)
    await villager.see('现在值班')
    await villager.see(lead.name)
    await villager.screenshot('11-duty-villager-home')
    await villager.tap('今天、明天、这个月谁在村里')
    await villager.see('今天 11月18日 周三')
    await villager.see('明天 11月19日 周四')
    await villager.see('这个月谁值班')
    await villager.screenshot('12-duty-who-sits')
    await villager.tap(`给${lead.name}打电话`)
    expect(await villager.dialled()).toEqual([lead.phone])
    await villager.tap(`@${lead.name}，说一件事`)
    await villager.see(`@${lead.name}`)
    await villager.fill('您的事', WORDS)
    await villager.tap('发送')
    await villager.see('会有人回您')
    await villager.tap('看看进展')
    const promise = await promiseOn(villager)
    expect(promise).toMatch(/今天晚上\d+:\d\d/)

    const leaver = await signedIn(stage, 'lead', lead, { screen: 'small' })
    await leaver.see('轮到您值班了')
    await leaver.see(WORDS)
    await leaver.screenshot('13-duty-take-over')
    await leaver.tap('接班')
    await leaver.dontSee('轮到您值班了')
    await leaver.tab('我的')
    await leaver.tap('我的班')
    await leaver.see('已接班')
    const waiting = await waitingOn(leaver)
    await leaver.tap('写交接的话')
    await leaver.fill('写给下一班的话', NOTE)
    await leaver.tap('留给下一班')
    await leaver.dontSee(NOTE)
    await leaver.dontSee('下一班接班时能看到')
    await leaver.screenshot('14-duty-mine')

    await leaver.tap('请假')
    await leaver.see('为什么请假不用写')
    await leaver.screenshot('15-duty-leave')
    await leaver.tap('11月19日 周四 请假')
    await leaver.see('假请好了')
    const { lead: next } = committeeOn(await sittingIn(stage, village.id, resident.personId), DAY)
    expect(next.personId).not.toBe(lead.personId)
    await leaver.see(next.name)
    await leaver.screenshot('16-duty-passed')

    const taker = await signedIn(stage, 'taker', next, { screen: 'small' })
    await taker.see(WORDS)
    await taker.tab('消息')
    await taker.see(`${lead.name}的班转给您，${waiting} 件没回的事也一起转`)
    await taker.screenshot('17-duty-received')
    await taker.tap(await wordsEnding(taker, '起您值班'))
    await taker.see(NOTE)
    expect(await waitingOn(taker)).toBe(waiting)
    await taker.screenshot('18-duty-taker')

    await villager.pullDown()
    await villager.see(`${lead.name}请假，转给${next.name}`)
    await villager.see(`现在该 ${next.name}`)
    expect(await promiseOn(villager)).toBe(promise)
    await villager.screenshot('19-duty-villager-ticket')
  })

  scene('two change places, by two phones', async (stage) => {
    const member = await demoPerson(stage, 'committee-member')
    const { slot, partner, inReturn } = await aSwapFor(stage, member.personId)

    const asker = await signedIn(stage, 'asker', member, { screen: 'small' })
    await asker.open('/packages/roster/mine/index')
    await asker.tap(longDay(slot.on))
    await asker.tap('和人换班')
    await asker.tap(partner.name)
    await asker.tap(`${slot.village.name} ${longDay(inReturn.on)} 值班`)
    await asker.screenshot('20-swap-ask')
    await asker.tap(`请${partner.name}换班`)
    await asker.see(`等${partner.name}答复`)

    const asked = await signedIn(stage, 'asked', partner, { screen: 'small' })
    await asked.tab('消息')
    await asked.tap('有人想和您换班')
    await asked.see(`换${member.name}来值`)
    await asked.screenshot('21-swap-asked')
    await asked.tap(`同意和${member.name}换班`)
    await asked.dontSee('有人想和您换班')

    await asker.open('/packages/roster/mine/index')
    await asker.dontSee(`等${partner.name}答复`)
    await asker.see(longDay(inReturn.on))
    await asker.dontSee(longDay(slot.on))
    await asker.screenshot('22-swap-done')
  })
}, { beginsAt: SHIFT_HAS_BEGUN })

/** "今天晚上7:06 前会有人回您" */
function promiseOn(phone: Phone): Promise<string> {
  return wordsEnding(phone, '前会有人回您')
}

/** How many unanswered matters are with him, as his own page says. */
async function waitingOn(phone: Phone): Promise<number> {
  return parseInt(await wordsEnding(phone, '件事等您回'), 10)
}

/** The line on the screen that ends in these words, once there is one. */
async function wordsEnding(phone: Phone, end: string): Promise<string> {
  await phone.see(end)
  const lines = (await phone.read()).split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  return lines.find((line) => line.endsWith(end)) ?? ''
}

interface Swap {
  readonly slot: MySlot
  readonly partner: CadreCard
  readonly inReturn: SwapSlot
}

/** A day of his, somebody who can sit then, and a day of theirs in return. */
async function aSwapFor(scene: Scene, personId: string): Promise<Swap> {
  const asking = await askAs(scene, personId)
  const { coming } = await asking.get<MyDutyAnswer>('/api/roster/mine')
  for (const slot of coming.filter(({ on, seat }) => on > FAR && seat === 'member')) {
    const { partners } = await asking.get<PartnersAnswer>(`/api/roster/slots/${slot.id}/partners`)
    // Secretary and director have been asked for another day already.
    for (const { person, slots } of partners.filter((one) => one.person.post === 'committee-member')) {
      const inReturn = slots.find(({ on, seat }) => on > FAR && seat === 'member')
      const partner = await cardOf(scene, slot.village.id, { viewerId: personId, personId: person.personId })
      if (inReturn !== undefined && partner !== undefined) return { slot, partner, inReturn }
    }
  }
  throw new Error('there is nobody he could change a day with')
}

async function cardOf(
  scene: Scene,
  villageId: string,
  { viewerId, personId }: { readonly viewerId: string; readonly personId: string },
): Promise<CadreCard | undefined> {
  const { days } = await sittingIn(scene, villageId, viewerId)
  const cards = days.flatMap(({ seats }) => seats.flatMap(({ person }) => person ?? []))
  return cards.find((card) => card.personId === personId)
}
