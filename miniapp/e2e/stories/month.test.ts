import type { RosterMonthAnswer } from '@huiying/shared/roster'
import { inBrowsers, onBothBuilds } from '../support/on-both-builds'
import type { Phone } from '../support/phone'
import { askAs } from './ask-as'
import { publishedMonth, SHIFT_HAS_BEGUN, villageOf } from './duty'
import { leadChanges, longDay, memberExchange, readPlan, shortDay } from './month-plan'
import { demoPerson, signedIn } from './people'
import { waitFor } from './wait-for'

const NEXT_MONTH = '2026-12'
const UNKNOWN_YEAR = '2040'
/** The page asks every 20 seconds what others have changed. */
const HEARS_BY_ITSELF = { timeoutMs: 45_000 }

inBrowsers('a month at a desk', (scene) => {
  scene('made, published, changed by keyboard and by mouse; who was slower is told', async (stage) => {
    const [staff, secretary] = [await demoPerson(stage, 'staff'), await demoPerson(stage, 'secretary')]
    const desk = await signedIn(stage, 'desk', staff, { screen: 'desk' })
    await desk.open('/pages/home/index')
    await desk.tap('排班')
    await desk.tap('下个月')
    await desk.see('草稿，村民还看不到')
    await desk.tap('重新排班')
    await desk.tap('全部重排，手改的也不留')
    await desk.see('排好了，请看看再公布')
    await desk.screenshot('23-month-draft')
    await desk.tap('公布')
    await desk.tap('公布', { beside: '公布后村民就看得到' })
    await desk.see('已公布')
    await desk.dontSee('排到班的人都会收到消息')

    const watcher = await signedIn(stage, 'watcher', staff, { screen: 'desk' })
    await openMonth(watcher)
    await watcher.see('已公布')

    const month = await (await askAs(stage, staff.personId)).get<RosterMonthAnswer>(`/api/roster/months/${NEXT_MONTH}`)
    const home = await villageOf(stage, secretary.personId)
    const village = month.villages.findIndex((one) => one.village.id === home.id)
    const [byKey, contested] = leadChanges(readPlan(month), village)
    if (byKey === undefined || contested === undefined) throw new Error(`${home.name} has nobody else to lead`)

    await cellOf(desk, home.name, `${shortDay(byKey.on)} .*带班`).click()
    await desk.page.keyboard.press(String(byKey.number))
    await cellOf(desk, home.name, `${shortDay(byKey.on)} .*带班，${byKey.after.name}，有变动`).waitFor()

    const { one, other } = memberExchange(readPlan(month), village)
    await cellOf(desk, home.name, `${shortDay(one.on)} .*值班`)
      .dragTo(cellOf(desk, home.name, `${shortDay(other.on)} .*值班`))
    await cellOf(desk, home.name, `${shortDay(one.on)} .*值班，${other.person.name}，有变动`).waitFor()
    await cellOf(desk, home.name, `${shortDay(other.on)} .*值班，${one.person.name}，有变动`).waitFor()
    await desk.screenshot('24-month-changed')

    await watcher.see('您在另一个窗口', HEARS_BY_ITSELF)
    await cellOf(watcher, home.name, `${shortDay(byKey.on)} .*带班，${byKey.after.name}，刚被改了`).waitFor()
    await watcher.screenshot('25-month-news')

    await hearNothingUntilSaving(desk)
    const phone = await signedIn(stage, 'secretary', secretary, { screen: 'small' })
    await openMonth(phone)
    await phone.tap(`${shortDay(contested.on)}带班，${contested.before.name}`)
    await phone.tap('空着')
    await phone.see('没人')

    await cellOf(desk, home.name, `${shortDay(contested.on)} .*带班`).click()
    await desk.page.keyboard.press(String(contested.number))
    await desk.see('这一格刚被别人改过')
    await desk.see('现在是：没有人')
    await desk.see(`${secretary.name} 刚刚改的，原来是${contested.before.name}`)
    await desk.see(`您想改成：${contested.after.name}`)
    await desk.screenshot('26-month-clash')
    await desk.tap('还是按我的改')
    await desk.dontSee('这一格刚被别人改过')
    await cellOf(desk, home.name, `${shortDay(contested.on)} .*带班，${contested.after.name}，`).waitFor()
  })

  scene('what is missing this week, and an order about it', async (stage) => {
    const desk = await signedIn(stage, 'desk', await demoPerson(stage, 'staff'), { screen: 'desk' })
    await desk.open('/pages/home/index')
    await desk.tap('本周值班')
    await desk.see('11月16日 到 11月22日')
    await desk.see('没接班')
    await desk.screenshot('32-week')
    const orders = desk.page.getByRole('button', { name: /发督办单$/ })
    const before = await orders.count()
    await orders.first().click()
    await desk.tap('发')
    await desk.see('督办单发出去了')
    await desk.screenshot('33-week-ordered')
    // It is said before the week is fetched anew.
    await waitFor(async () => (await orders.count()) === before - 1)
  })
}, { beginsAt: SHIFT_HAS_BEGUN })

onBothBuilds('a month on a phone', (scene) => {
  scene('the secretary changes a day of his village, and the village sees it', async (stage) => {
    const [resident, secretary] = [await demoPerson(stage, 'resident'), await demoPerson(stage, 'secretary')]
    const month = await publishedMonth(stage, NEXT_MONTH)
    const home = await villageOf(stage, secretary.personId)
    const [change] = leadChanges(readPlan(month), month.villages.findIndex(({ village }) => village.id === home.id))
    if (change === undefined) throw new Error(`${home.name} has nobody else to lead`)

    const lead = await signedIn(stage, 'secretary', secretary, { screen: 'small' })
    await lead.tab('我的')
    await lead.tap('本村排班')
    await lead.see('这个月各人几天')
    await lead.tap('下个月')
    await lead.see('2026年12月')
    await lead.screenshot('27-month-phone')
    await lead.tap(`${shortDay(change.on)}带班，${change.before.name}`)
    await lead.see(`${longDay(change.on)} ${home.name} 带班`)
    await lead.screenshot('28-month-phone-choose')
    await lead.tap(`${change.after.name} ${change.after.post === 'director' ? '主任' : '书记'}`)
    await lead.see('有变动')
    await lead.screenshot('29-month-phone-changed')

    const villager = await signedIn(stage, 'villager', resident)
    await villager.tap('今天、明天、这个月谁在村里')
    await villager.tap('12月')
    await villager.see('有变动')
    await villager.screenshot('30-month-villager')
  })

  scene('a year whose days off are not known cannot be planned, and it is said why', async (stage) => {
    const staff = await signedIn(stage, 'staff', await demoPerson(stage, 'staff'), { screen: 'small' })
    await staff.open(`/packages/roster/month/index?month=${UNKNOWN_YEAR}-01`)
    await staff.see(`还没有 ${UNKNOWN_YEAR} 年的放假安排，先办不了`)
  })

  scene('the staff looks at one village after another', async (stage) => {
    const { villages } = await publishedMonth(stage, NEXT_MONTH)
    const names = villages.map(({ village }) => village.name)
    const staff = await signedIn(stage, 'staff', await demoPerson(stage, 'staff'), { screen: 'small' })
    await staff.open('/pages/home/index')
    await staff.tap('排班')
    await staff.see('这个月各人几天')
    await staff.tap('下个月')
    await staff.see('2026年12月')
    await staff.see(names[0] ?? '')
    await staff.tap(`下一个：${names[1]}`)
    await staff.see(`下一个：${names[2]}`)
    await staff.screenshot('31-month-phone-staff')
  })
}, { beginsAt: SHIFT_HAS_BEGUN })

function openMonth(phone: Phone): Promise<void> {
  return phone.open(`/packages/roster/month/index?month=${NEXT_MONTH}`)
}

/** A cell of the grid by what a screen reader says of it: "柳树湾村 12月2日 周三 带班，雷芳". */
function cellOf({ page }: Phone, village: string, words: string) {
  return page.getByRole('gridcell', { name: new RegExp(`^${village} ${words}`) }).first()
}

/** Whether it asks just before it saves, or just after, is chance; in this story it does not. */
async function hearNothingUntilSaving({ page }: Phone): Promise<void> {
  const changes = `**/api/roster/months/${NEXT_MONTH}/changes*`
  let isSaving = false
  await page.route(changes, async (route) => {
    if (route.request().method() === 'POST') isSaving = true
    await (isSaving ? route.continue() : route.abort())
  })
}
