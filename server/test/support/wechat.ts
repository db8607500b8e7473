import { startWeChatStandIn, type WeChatStandIn } from '../../standin/wechat/start-wechat-stand-in'
import { createWeChatClient, WeChatError, type WeChatClient, type WeChatConfig } from '../../src/platform/wechat'

/** A stand-in WeChat on a free port and the real client that calls it; one hand moves the clocks of both. */
export interface TestWeChat {
  readonly standIn: WeChatStandIn
  readonly config: WeChatConfig
  readonly client: WeChatClient
  nowMs: number
}

export async function startTestWeChat(): Promise<TestWeChat> {
  const wechat = { nowMs: 1_000_000 }
  const standIn = await startWeChatStandIn({ port: 0, now: () => wechat.nowMs })
  const config: WeChatConfig = {
    apiBase: standIn.url,
    appId: standIn.world.options.appId,
    appSecret: standIn.world.options.appSecret,
    trustsCloudHeaders: false,
    miniProgramState: 'trial',
  }
  return Object.assign(wechat, { standIn, config, client: createWeChatClient(config, () => wechat.nowMs) })
}

/** The WeChatError a call ends with; anything else fails the test. */
export async function weChatErrorOf(call: Promise<unknown>): Promise<WeChatError> {
  const error: unknown = await call.then(() => 'nothing', (reason: unknown) => reason)
  if (!(error instanceof WeChatError)) throw new Error(`expected a WeChatError, got ${String(error)}`)
  return error
}
