import { throughSite } from '../files'
import { log } from '../runner-log'
import { asyncApi } from './async-api'
import { WxFailure } from './wx-failure'

interface Asked {
  readonly challenge?: string
  readonly requestAuthModes: readonly string[]
  readonly authContent?: string
}

const MODES: readonly string[] = ['fingerPrint']
const LONGEST_CHALLENGE = 512
const LONGEST_CONTENT = 42

/** The phone's own key behind a finger, as `settings.soter` says; none unless a test gives it one. */
export const soterApis = {
  checkIsSupportSoterAuthentication: asyncApi('checkIsSupportSoterAuthentication', () =>
    ({ supportMode: log.soter === null ? [] : MODES })),
  checkIsSoterEnrolledInDevice: asyncApi<{ checkAuthMode: string }>('checkIsSoterEnrolledInDevice', ({ checkAuthMode }) => {
    if (log.soter === null || !MODES.includes(checkAuthMode)) throw new WxFailure('not support', { errCode: 90003 })
    return { isEnrolled: true }
  }),
  startSoterAuthentication: asyncApi<Asked>('startSoterAuthentication', async (asked) => {
    const { challenge = '', requestAuthModes, authContent = '' } = asked
    if (log.soter === null) throw new WxFailure('not support soter', { errCode: 90001 })
    if (!requestAuthModes.some((mode) => MODES.includes(mode))) throw new WxFailure('no mode', { errCode: 90003 })
    if (challenge === '' || challenge.length > LONGEST_CHALLENGE) throw new WxFailure('challenge', { errCode: 90004 })
    if (authContent.length > LONGEST_CONTENT) throw new WxFailure('authContent is too long', { errCode: 90005 })
    if (log.soter === 'declines') throw new WxFailure('cancel', { errCode: 90008 })
    const answer = await fetch(throughSite(log.soter.signsAt), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: log.soter.openid, challenge }),
    })
    if (!answer.ok) throw new WxFailure('internal error', { errCode: 90007 })
    return { authMode: 'fingerPrint', errCode: 0, ...((await answer.json()) as Readonly<Record<string, unknown>>) }
  }),
}
