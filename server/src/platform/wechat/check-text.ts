import type { AccessToken } from './access-token'
import { WeChatError } from './wechat-error'
import { isObject } from './wechat-http'

const PATH = '/wxa/msg_sec_check'
const LONGEST_CONTENT = 2_500

export type TextVerdict = 'pass' | 'review' | 'risky'

/** Where the text will stand; WeChat weighs it by that. */
export type TextScene = 'profile' | 'comment' | 'forum' | 'journal'

export const SCENE_NUMBERS: Readonly<Record<TextScene, number>> = { profile: 1, comment: 2, forum: 3, journal: 4 }

/**
 * What WeChat thinks of a person's text; of a long one, the worst of its parts.
 * @throws WeChatError also with 61010: WeChat checks only people who used the mini-program within two hours.
 */
export async function checkText(
  token: AccessToken,
  openid: string,
  text: string,
  scene: TextScene,
): Promise<TextVerdict> {
  let worst: TextVerdict = 'pass'
  for (const content of partsOf(text)) {
    const verdict = await checkPart(token, openid, content, SCENE_NUMBERS[scene])
    if (verdict === 'risky') return verdict
    if (verdict === 'review') worst = verdict
  }
  return worst
}

async function checkPart(token: AccessToken, openid: string, content: string, scene: number): Promise<TextVerdict> {
  try {
    const { result } = await token.ask({ path: PATH, body: { version: 2, openid, scene, content } })
    const suggest = isObject(result) ? result['suggest'] : null
    if (suggest === 'pass' || suggest === 'review' || suggest === 'risky') return suggest
  } catch (error) {
    // Version 1 of this endpoint refused by errcode, and some texts still come back that way.
    if (error instanceof WeChatError && error.errcode === 87014) return 'risky'
    throw error
  }
  throw new WeChatError(PATH, 'malformed', null, true)
}

function partsOf(text: string): readonly string[] {
  const characters = Array.from(text)
  const parts: string[] = []
  for (let start = 0; start < characters.length; start += LONGEST_CONTENT) {
    parts.push(characters.slice(start, start + LONGEST_CONTENT).join(''))
  }
  return parts.filter((part) => part.trim() !== '')
}
