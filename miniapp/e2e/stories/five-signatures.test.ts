import type { ExpenseFormAnswer, ExpenseListAnswer, ExpenseView } from '@huiying/shared/expenses'
import { onBothBuilds, type Scene } from '../support/on-both-builds'
import type { Phone } from '../support/phone'
import { askAs } from './ask-as'
import { openBook } from './open-book'
import { ownKey, signedIn } from './people'
import { picture } from './pictures'
import { villageWithoutBook, type VillageHands } from './register'
import { playSeal } from './seal-story'
import { sign, writeName } from './sign'

/** A working day of a year with a calendar, whenever the story is told. */
const MORNING = '2026-11-18T10:00:00+08:00'
const PURPOSE = '修三组水渠买水泥'
const STATEMENT = '三组水渠上个月下大雨冲坏了一段，买水泥自己修，出工不要钱。'
const WHY_NOT = '我数的是 38 袋，这里写的 40 袋'
const QUESTION = '三组这一段修了多长？'
const ANSWER = '修了六十五米，就在老井到桥头那一段，您去看看。'

onBothBuilds('five signatures', (scene) => {
  scene('a paper is written, refused, changed under the pen, signed by five, paid, posted, and asked about', async (stage) => {
    const hands = villageWithoutBook(stage.world)
    await openBook(stage, hands, { firstMonth: '2026-11', amountFen: 8_650_000 })
    const keeper = await signedIn(stage, 'accountant', hands.accountant, { screen: 'desk' })
    await keeper.tab('我的')
    await keeper.tap('开支')
    await keeper.tap('写一张开支')
    await write(stage, keeper, hands)
    await keeper.screenshot('61-expense-draft')
    await keeper.tap('保存')
    await keeper.tap('交出去')
    await keeper.see('前面的签完，后面的才轮到')
    const five = [hands.handler, hands.witness, hands.supervisor, hands.director, hands.secretary]
    for (const { name } of five) await keeper.see(name)
    await keeper.screenshot('62-expense-who-signs')
    await keeper.tap('交出去，请大家签')
    await keeper.see('正在签字')
    const { id } = await paperOf(stage, hands)
    const paper = `/packages/money/expense/index?id=${id}`

    // Whoever bears witness has no post: only the notice leads him there.
    const witness = await signedIn(stage, 'witness', hands.witness, { screen: 'small' })
    await witness.tab('消息')
    await witness.tap('请您签字')
    await witness.see(STATEMENT)
    await witness.screenshot('63-expense-paper')
    await witness.tap('不同意')
    await witness.fill('不同意的原因', WHY_NOT)
    await witness.screenshot('64-expense-refuse')
    await witness.tap('不同意，退回去')
    await witness.see('没有签，要改')

    await keeper.open(paper)
    await keeper.see(`${hands.witness.name}没有签：${WHY_NOT}`)
    await change(keeper, { quantity: '38 袋', yuan: '1216' })

    const handler = await signedIn(stage, 'handler', hands.handler)
    await handler.tap('开支：等您签字 1 张')
    await handler.see('¥1,216.00')
    await sign(handler)
    await handler.screenshot('65-expense-signed')
    await witness.open(paper)
    await sign(witness)

    const soter = stage.build === 'weapp' ? { settings: ownKey(stage, hands.supervisor) } : {}
    const supervisor = await signedIn(stage, 'supervisor', hands.supervisor, soter)
    await supervisor.tap('开支：等您签字 1 张')
    await sign(supervisor)
    await supervisor.see(stage.build === 'weapp' ? '手写，并用指纹或人脸确认' : '手写')

    const director = await signedIn(stage, 'director', hands.director, { screen: 'small' })
    await director.tap('开支：等您签字 1 张')
    await director.tap('签字')
    await writeName(director)
    await director.screenshot('66-expense-sign')
    // He has it open; meanwhile freight is added.
    await keeper.open(paper)
    await change(keeper, { quantity: '38 袋，带运费', yuan: '1296' }, '还是要改')
    await director.tap('签字')
    await director.see('内容改过了，您的签字没有存')
    await director.see('¥1,216.00')
    await director.see('¥1,296.00')
    await director.screenshot('67-expense-stale')
    await director.tap('重新看')
    await director.see('现在不用您签')

    // What was signed before counts no more: from the first on again, then those two who had not yet.
    for (const phone of [handler, witness, supervisor, director]) {
      await phone.open(paper)
      await phone.see('¥1,296.00')
      await sign(phone)
    }
    const secretary = await signedIn(stage, 'secretary', hands.secretary)
    await secretary.tap('开支：等您签字 1 张')
    await sign(secretary)
    await secretary.see('字都签齐了')
    await secretary.screenshot('68-expense-approved')

    await keeper.open(paper)
    await keeper.see('已批准，等付款')
    await keeper.screenshot('69-expense-paper-desk')
    await keeper.tap('付款了')
    await keeper.fill('银行流水号', '2026111800017')
    await keeper.chooseFile('拍照片', picture('bank-slip'))
    await keeper.screenshot('70-expense-pay')
    await keeper.tap('记下付款')
    await keeper.see('已付款，等记账')
    await keeper.tap('记到账上')
    await keeper.tap('记上')
    await keeper.tap('看账上这一笔')
    await keeper.see('核对这一笔')
    await keeper.see('5 个人签了字')
    await keeper.screenshot('71-entry-desk')
    await cover(stage, hands)

    const reader = await signedIn(stage, 'reader', hands.reader, { screen: 'small' })
    await reader.tap('村里还有多少钱：¥85,204.00')
    await reader.tap(`11月18日，${PURPOSE}，付给青溪镇老孙建材经营部 ¥1,296.00`)
    await reader.see('5 个人签了字')
    await reader.see(STATEMENT)
    for (const { name } of five) await reader.see(name)
    await reader.see('签字前改过 2 回')
    await reader.screenshot('72-entry-reader')
    expect(await reader.count('看大图：票据 第 1 张，共 1 张')).toBe(1)
    await reader.tap('我要问')
    await reader.fill('问问这一笔', QUESTION)
    await reader.tap('发送')
    await reader.see(QUESTION)
    await reader.dontSee('先不说')

    await secretary.open('/pages/home/index')
    await secretary.tap('回应', { beside: QUESTION })
    await secretary.fill('写给村民的话', ANSWER)
    await secretary.tap('发送')
    await secretary.dontSee('点一句，再改改')
    await reader.pullDown()
    await reader.see(ANSWER)
    await reader.scrollToBottom()
    await reader.screenshot('73-entry-answered')
  })

  scene('three agree to the seal, it is put on two copies, and the village reads it', async (stage) => {
    await playSeal(stage, villageWithoutBook(stage.world))
  })
}, { beginsAt: MORNING, hasOwnWeChat: true })

async function write(stage: Scene, keeper: Phone, hands: VillageHands): Promise<void> {
  const { handler, witness, village, accountant } = hands
  await keeper.fill('做什么用', PURPOSE)
  await keeper.fill('多少钱', '1280')
  await keeper.see('壹仟贰佰捌拾元整')
  await keeper.tap('农商行基本户')
  await keeper.fill('收款人的名字', '青溪镇老孙建材经营部')
  await keeper.fill('收款账号', '6222021234567890123')
  await keeper.fill('说明', STATEMENT)
  await keeper.fill('第 1 样：什么', '32.5 水泥')
  await keeper.fill('第 1 样：多少', '40 袋')
  await keeper.chooseFile('拍票据', picture('sewer'))
  await keeper.fill('第 1 张谁开的', '青溪镇老孙建材经营部')
  await keeper.fill('第 1 张发票号码', '26372000000100128000')
  await keeper.tap('水利和下水道')
  await keeper.tap('今天')
  await choose(keeper, '经手人', `${handler.name} 委员`, handler.name)
  const asking = await askAs(stage, accountant.personId)
  const { people } = await asking.get<ExpenseFormAnswer>(`/api/villages/${village.id}/expense-form`)
  const group = people.find(({ personId }) => personId === witness.personId)?.charge ?? ''
  await choose(keeper, '证明人', `${witness.name} ${group}村民`, witness.name)
}

async function choose(keeper: Phone, what: string, words: string, name: string): Promise<void> {
  await keeper.tap(`选${what}`)
  await keeper.fill('找人', name)
  await keeper.tap(words)
  await keeper.see(`${what}：${words}`)
}

interface Change {
  readonly quantity: string
  readonly yuan: string
}

/** Another revision, and out with it. @param yes what is answered when somebody has signed already */
async function change(keeper: Phone, { quantity, yuan }: Change, yes?: string): Promise<void> {
  await keeper.tap('改一改')
  if (yes !== undefined) await keeper.tap(yes)
  await keeper.fill('多少钱', yuan)
  await keeper.fill('第 1 样：多少', quantity)
  await keeper.fill('第 1 样：多少钱', yuan)
  await keeper.tap('保存')
  await keeper.tap('交出去')
  await keeper.tap('交出去，请大家签')
  await keeper.see('正在签字')
}

async function paperOf(scene: Scene, { accountant }: VillageHands): Promise<ExpenseView> {
  const keeper = await askAs(scene, accountant.personId)
  const { mine, others } = await keeper.get<ExpenseListAnswer>('/api/expenses')
  const row = [...mine, ...others].find(({ purpose }) => purpose === PURPOSE)
  return keeper.get(`/api/expenses/${row?.id}`)
}

/** A name and a number on the voucher, before anybody of the village sees it. */
async function cover(scene: Scene, hands: VillageHands): Promise<void> {
  const { id, content } = await paperOf(scene, hands)
  const keeper = await askAs(scene, hands.accountant.personId)
  const boxes = [{ left: 100, top: 100, width: 400, height: 120 }]
  for (const { fileId } of content.vouchers) await keeper.put(`/api/expenses/${id}/vouchers/${fileId}/mask`, { boxes })
}
