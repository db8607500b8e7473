import type { SealsAnswer } from '@huiying/shared/seal'
import type { Scene } from '../support/on-both-builds'
import type { Phone } from '../support/phone'
import { askAs } from './ask-as'
import { signedIn } from './people'
import type { VillageHands } from './register'
import { picture } from './pictures'
import { sign } from './sign'

const TITLE = '东边鱼塘承包给孙老板三年'

/** Three agree, the accountant stamps two of three copies, and the village reads it in the register. */
export async function playSeal(stage: Scene, hands: VillageHands): Promise<void> {
  const { village, accountant } = hands
  const keeper = await signedIn(stage, 'keeper', accountant)
  await keeper.tab('我的')
  await keeper.tap('公章')
  await keeper.tap('要用公章')
  await keeper.tap('发包')
  await keeper.fill('事由', TITLE)
  await keeper.fill('盖几份', '3')
  await keeper.fill('对方是谁', '青溪镇孙老板水产合作社')
  await keeper.chooseFile('拍照片', picture('contract'), { nth: 0 })
  // One is enough, so that place to take one is gone.
  await keeper.chooseFile('拍照片', picture('minutes'))
  await keeper.tap('今天')
  await keeper.screenshot('84-seal-draft')
  await keeper.tap('保存')
  await keeper.tap('交出去，请三个人签')
  await keeper.see('还差监委会主任')
  const { requests } = await (await askAs(stage, accountant.personId)).get<SealsAnswer>(`/api/villages/${village.id}/seals`)
  const id = requests.find(({ title }) => title === TITLE)?.id ?? ''
  const paper = `/packages/seal/paper/index?id=${id}`

  const signers: Phone[] = []
  for (const person of [hands.supervisor, hands.director, hands.secretary]) {
    const signer = await signedIn(stage, `seal-${signers.length + 1}`, person, { screen: 'small' })
    await signer.open(paper)
    await sign(signer)
    signers.push(signer)
  }
  await signers[2]?.screenshot('85-seal-signed')

  await keeper.open(paper)
  await keeper.see('三个人都签了，可以盖 3 份')
  await keeper.tap('盖章登记')
  await keeper.tap('和照片上的是同一份')
  await keeper.fill('盖几份', '2')
  await keeper.screenshot('86-seal-use')
  await keeper.tap('盖了，登记')
  await keeper.see('已盖 2 份，还能盖 1 份')

  const reader = await signedIn(stage, 'seal-reader', hands.reader, { screen: 'small' })
  await reader.open(`/packages/seal/index/index?village=${village.id}`)
  await reader.see('2026-001')
  await reader.see(TITLE)
  await reader.see(`2 份 · ${accountant.name}盖的`)
  await reader.screenshot('87-seal-register')
}
