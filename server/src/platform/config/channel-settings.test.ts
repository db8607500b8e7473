import { channelConfig } from './channel-settings'
import { ConfigError } from './config-error'

const SMS = {
  SMS_TENCENT_SECRET_ID: 'id', SMS_TENCENT_SECRET_KEY: 'very secret', SMS_TENCENT_APP_ID: '1400', SMS_SIGN_NAME: '回应',
  SMS_TEMPLATE_ID: '7',
}
const ROBOT = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a-b-c'

function faultOf(env: Readonly<Record<string, string>>): string {
  try {
    channelConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('the other channels', () => {
  it('are off as long as nothing is set', () => {
    expect(channelConfig({})).toEqual({ sms: null, groupRobots: new Map() })
  })

  it('texts need all five, and say which are missing, never what was set', () => {
    expect(channelConfig(SMS).sms).toMatchObject({ apiBase: 'https://sms.tencentcloudapi.com', region: 'ap-guangzhou' })
    const said = faultOf({ ...SMS, SMS_TEMPLATE_ID: '', SMS_SIGN_NAME: '' })
    expect(said).toContain('SMS_SIGN_NAME')
    expect(said).not.toContain('very secret')
  })

  it('a demo texts nobody for real', () => {
    expect(channelConfig(SMS, true).sms).toBeNull()
    expect(channelConfig({ ...SMS, SMS_API_BASE: 'http://127.0.0.1:1' }, true).sms).not.toBeNull()
  })

  it('each sub-district has its own robot, whose address may hold an equals sign', () => {
    const { groupRobots } = channelConfig({ WECOM_ROBOTS: `S1=${ROBOT}  S2=${ROBOT}2` })
    expect([...groupRobots]).toEqual([['S1', ROBOT], ['S2', `${ROBOT}2`]])
    for (const wrong of ['S1', `=${ROBOT}`, 'S1=key', 'S1=ftp://x/y']) {
      expect(faultOf({ WECOM_ROBOTS: wrong })).toContain('WECOM_ROBOTS')
    }
  })
})
