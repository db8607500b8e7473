import type { DemoPeopleAnswer, PostKind } from '@huiying/shared/identity'
import { POST_NAMES } from '@huiying/shared/identity'
import type { Phone, PhoneOptions, PhoneSettings } from '../support/phone'
import type { Scene } from '../support/on-both-builds'
import type { World } from '../support/world'
import { askAs } from './ask-as'

export type DemoPerson = DemoPeopleAnswer['people'][number]

/** Anybody on the register. */
export type SomePerson = Pick<DemoPerson, 'personId' | 'phone'>

/** Whom the demo offers of a kind. @throws Error when there is none: then the demo's data changed */
export async function demoPerson(scene: Scene, kind: PostKind): Promise<DemoPerson> {
  const found = (await offered(scene)).find((person) => person.kind === kind)
  if (found === undefined) throw new Error(`the demo offers no ${kind}`)
  return found
}

/**
 * Somebody with a phone of his own, signed in as on that build: in WeChat by WeChat's own sign-in and phone-number
 * button, which the register then knows; in the browser by picking a demo person, or, for whom the demo does not offer,
 * with a session handed to the phone.
 */
export async function signedIn(
  scene: Scene,
  name: string,
  person: SomePerson,
  options: PhoneOptions = {},
): Promise<Phone> {
  const settings = { ...options.settings, loginCode: `demo:${openidOf(person)}`, phoneCode: `demo:${person.phone}` }
  const phone = await scene.phone(name, { ...options, settings })
  await phone.open('/packages/account/sign-in/index')
  if (scene.build === 'weapp') {
    await phone.tap('微信登录')
    if (!isKnown(scene.world, person.personId)) await phone.tap('用手机号认一认')
    await phone.tap('开始用')
    await phone.dontSee('开始用')
    return phone
  }
  const demo = (await offered(scene)).find(({ personId }) => personId === person.personId)
  if (demo === undefined) {
    const { token } = await askAs(scene, person.personId)
    // As Taro keeps it in a browser.
    await phone.page.evaluate((kept) => localStorage.setItem('token', kept), JSON.stringify({ data: token }))
    await phone.open()
  } else await phone.tap(`${demo.name}，${demo.unitName}${POST_NAMES[demo.kind]}`)
  // Left behind once the sign-in was answered: going elsewhere before that would overtake it.
  await phone.dontSee('试一试：您想当谁？')
  return phone
}

/** By what name WeChat knows him. */
function openidOf({ personId }: Pick<SomePerson, 'personId'>): string {
  return `e2e-${personId}`
}

/** A phone whose own key signs for him, where there is WeChat to know the key. */
export function ownKey({ world }: Pick<Scene, 'world'>, person: SomePerson): Pick<PhoneSettings, 'soter'> {
  if (world.weChatUrl === null) throw new Error('the story has no WeChat of its own: see hasOwnWeChat')
  return { soter: { signsAt: `${world.weChatUrl}/standin/soter`, openid: openidOf(person) } }
}

const knownIn = new WeakMap<World, Set<string>>()

/** WeChat vouches for a number once; on his next phone he is known by his WeChat account. Asking makes him known. */
function isKnown(world: World, personId: string): boolean {
  const known = knownIn.get(world) ?? new Set()
  knownIn.set(world, known)
  if (known.has(personId)) return true
  known.add(personId)
  return false
}

async function offered({ world }: Scene): Promise<readonly DemoPerson[]> {
  return ((await (await fetch(`${world.url}/api/demo/people`)).json()) as DemoPeopleAnswer).people
}
