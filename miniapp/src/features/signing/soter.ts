import Taro from '@tarojs/taro'

/** What the phone's own key says to the challenge. */
export type Confirmation =
  | { readonly status: 'confirmed'; readonly json: string; readonly signature: string }
  /** The person did not want to, or the finger was not known. */
  | { readonly status: 'declined' }
  /** A browser, a phone without such a key, or one on which nobody has set a finger or a face. */
  | { readonly status: 'absent' }

type Mode = 'fingerPrint' | 'facial'

/** Asks for a finger or a face, where the phone can tell; never throws. */
export async function confirmByPhone(challenge: string): Promise<Confirmation> {
  const modes = await enrolledModes()
  if (modes.length === 0) return { status: 'absent' }
  try {
    const answer = await Taro.startSoterAuthentication({
      requestAuthModes: [...modes], challenge, authContent: '确认是您本人在签字',
    })
    return { status: 'confirmed', json: answer.resultJSON, signature: answer.resultJSONSignature }
  } catch {
    return { status: 'declined' }
  }
}

async function enrolledModes(): Promise<readonly Mode[]> {
  if (process.env.TARO_ENV === 'h5') return []
  try {
    const { supportMode } = await Taro.checkIsSupportSoterAuthentication()
    const known = (['fingerPrint', 'facial'] as const).filter((mode) => supportMode.includes(mode))
    const areEnrolled = await Promise.all(known.map((mode) => isEnrolled(mode)))
    return known.filter((_mode, index) => areEnrolled[index])
  } catch {
    // What WeChat on this phone does not know, it refuses.
    return []
  }
}

async function isEnrolled(checkAuthMode: Mode): Promise<boolean> {
  try {
    return (await Taro.checkIsSoterEnrolledInDevice({ checkAuthMode })).isEnrolled
  } catch {
    return false
  }
}
