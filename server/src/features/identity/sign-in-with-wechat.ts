import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { saysCodeIsSpent, WeChatError, type CloudIdentity, type WeChatClient, type WeChatSession } from '../../platform/wechat'
import { openSession, type OpenedSession } from './open-session'

/**
 * Signs in with the code of wx.login; or, where WeChat cloud hosting has already said who is calling, with that.
 * @throws session.code-refused, wechat.unreachable, wechat.refused
 */
export class SignInWithWeChat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly weChat: WeChatClient,
    private readonly settings: { readonly appId: string; readonly sessionLifeMs: number },
  ) {}

  async execute(code: string, vouched: CloudIdentity | null): Promise<OpenedSession> {
    const { openid, unionid } = vouched ?? (await this.askWeChat(code))
    const { appId, sessionLifeMs } = this.settings
    return this.unitOfWork.run((work) =>
      openSession(work, this.ids, { appId, openId: openid, unionId: unionid }, sessionLifeMs),
    )
  }

  private async askWeChat(code: string): Promise<WeChatSession> {
    try {
      return await this.weChat.code2Session(code)
    } catch (error) {
      if (error instanceof WeChatError && refusesThePerson(error.errcode)) throw new DomainError('session.code-refused')
      throw error
    }
  }
}

// 40226: WeChat keeps this person out altogether.
function refusesThePerson(errcode: number | null): boolean {
  return saysCodeIsSpent(errcode) || errcode === 40226
}
