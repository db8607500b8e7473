import { isInsideTap } from '../gestures'
import { log, type SubscribeAnswer } from '../runner-log'
import { asyncApi, type Callbacks } from './async-api'
import { WxFailure } from './wx-failure'

/** WeChat asks for no more templates in one tap. */
const MOST_TEMPLATES = 5

/** Who holds the phone and what he allows: all answers are set by the test. */
export const accountApis = {
  login: asyncApi('login', () => ({ code: log.loginCode })),
  checkSession: asyncApi('checkSession', () => undefined),

  requestSubscribeMessage: onlyInsideTap(
    'requestSubscribeMessage',
    asyncApi<{ tmplIds: readonly string[] }>('requestSubscribeMessage', ({ tmplIds }) => {
      if (tmplIds.length === 0) throw new WxFailure('TmplIds can not be empty', { errCode: 10001 })
      if (tmplIds.length > MOST_TEMPLATES) throw new WxFailure('Templates count out of max bounds', { errCode: 20003 })
      return Object.fromEntries(tmplIds.map((id) => [id, subscribeAnswer(id)]))
    }),
  ),

  getSetting: asyncApi('getSetting', () => ({ authSetting: log.scopes })),
  openSetting: asyncApi('openSetting', () => ({ authSetting: log.scopes })),
  authorize: asyncApi<{ scope: string }>('authorize', ({ scope }) => {
    if (log.scopes[scope] === false) throw new WxFailure('auth deny')
  }),

  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: log.needsPrivacyConsent,
    privacyContractName: '《回应小程序隐私保护指引》',
  })),
  openPrivacyContract: asyncApi('openPrivacyContract', () => undefined),
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () => {
    if (log.needsPrivacyConsent) throw new WxFailure('privacy permission is not authorized', { errno: 104 })
  }),

  makePhoneCall: asyncApi<{ phoneNumber: string }>('makePhoneCall', ({ phoneNumber }) => {
    if (!phoneNumber) throw new WxFailure('parameter error: phoneNumber is empty')
  }),
  chooseLocation: asyncApi('chooseLocation', () => {
    if (log.location === null) throw new WxFailure('cancel')
    return { ...log.location }
  }),
  openLocation: asyncApi('openLocation', () => undefined),
  setClipboardData: asyncApi('setClipboardData', () => undefined),
}

/** Whether the call came in time is known now; asyncApi answers later. */
function onlyInsideTap<Options extends Callbacks>(name: string, ask: (options: Options | undefined) => unknown) {
  const late = asyncApi<object>(name, () => {
    throw new WxFailure('can only be invoked by user TAP gesture.', { errCode: 10005 })
  })
  return (options: Options | undefined): unknown => (isInsideTap() ? ask(options) : late(options))
}

function subscribeAnswer(id: string): SubscribeAnswer {
  return typeof log.subscribe === 'string' ? log.subscribe : (log.subscribe[id] ?? 'reject')
}
