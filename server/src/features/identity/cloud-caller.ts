import { cloudIdentity, type CloudIdentity, type WeChatConfig } from '../../platform/wechat'

/** Reads who WeChat cloud hosting says is calling; nobody unless the operator said that its headers may be trusted. */
export class CloudCaller {
  constructor(private readonly config: WeChatConfig) {}

  of(headers: Parameters<typeof cloudIdentity>[0]): CloudIdentity | null {
    return cloudIdentity(headers, this.config)
  }
}
