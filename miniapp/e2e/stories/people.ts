import type { DemoPeopleAnswer, PostKind } from '@huiying/shared/identity'
import { POST_NAMES } from '@huiying/shared/identity'
import type { Phone, PhoneOptions } from '../support/phone'
import type { Scene } from '../support/on-both-builds'

export type DemoPerson = DemoPeopleAnswer['people'][number]

/** Whom the demo offers of a kind. @throws Error when there is none: then the demo's data changed */
export async function demoPerson(scene: Scene, kind: PostKind): Promise<DemoPerson> {
  const answer = (await (await fetch(`${scene.world.url}/api/demo/people`)).json()) as DemoPeopleAnswer
  const found = answer.people.find((person) => person.kind === kind)
  if (found === undefined) throw new Error(`the demo offers no ${kind}`)
  return found
}

/**
 * Somebody with a phone of his own, signed in as on that build: in the browser by picking a demo person, in WeChat by
 * WeChat's own sign-in and phone-number button, which the register then knows.
 */
export async function signedIn(
  scene: Scene,
  name: string,
  person: DemoPerson,
  options: PhoneOptions = {},
): Promise<Phone> {
  const settings = { loginCode: `demo:e2e-${person.personId}`, phoneCode: `demo:${person.phone}` }
  const phone = await scene.phone(name, { ...options, settings })
  await phone.open('/packages/account/sign-in/index')
  if (scene.build === 'h5') {
    await phone.tap(`${person.name}，${person.unitName}${POST_NAMES[person.kind]}`)
  } else {
    await phone.tap('微信登录')
    await phone.tap('用手机号认一认')
    await phone.tap('开始用')
  }
  // Left behind once the sign-in was answered: going elsewhere before that would overtake it.
  await phone.dontSee(scene.build === 'h5' ? '试一试：您想当谁？' : '开始用')
  return phone
}
