import type { AccessToken } from './access-token'
import { SCENE_NUMBERS, type TextScene } from './check-text'
import { stringIn } from './wechat-http'

const PATH = '/wxa/media_check_async'

export type MediaKind = 'voice' | 'photo'

const MEDIA_TYPES: Readonly<Record<MediaKind, number>> = { voice: 1, photo: 2 }

export interface MediaToCheck {
  readonly openid: string
  readonly kind: MediaKind
  /** WeChat fetches it from there, 10 MB at most; it must be open to it for half an hour. */
  readonly url: string
  readonly scene: TextScene
}

/**
 * Hands a picture or a recording to WeChat. The verdict comes as a push (`wxa_media_check`) within 30 minutes, under
 * the id this answers. @throws WeChatError also with 61010, as `checkText`
 */
export async function checkMedia(token: AccessToken, { openid, kind, url, scene }: MediaToCheck): Promise<string> {
  const answer = await token.ask({
    path: PATH,
    body: { version: 2, openid, scene: SCENE_NUMBERS[scene], media_url: url, media_type: MEDIA_TYPES[kind] },
  })
  return stringIn(PATH, answer, 'trace_id')
}
