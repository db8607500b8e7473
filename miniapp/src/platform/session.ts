import Taro from '@tarojs/taro'
import type {
  BindPhoneBody,
  DemoSignInBody,
  LeavingBody,
  Me,
  MembershipRequestBody,
  SessionAnswer,
  SignOutBody,
  WeChatSignInBody,
} from '@huiying/shared/identity'
import { ApiError, NO_ANSWER } from './api-error'
import { get, post } from './request'
import { createStore, useStore } from './store'
import { keepToken, token } from './token'

export type SessionState =
  /** Started, not yet known: shown as a skeleton. */
  | { readonly status: 'opening' }
  /** There is a token, but neither an answer nor a remembered one: no network at the first start. */
  | { readonly status: 'unreachable' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'signed-in'; readonly me: Me }

const ME_KEY = 'me'
const PATIENCE_MS = 2_000

const session = createStore<SessionState>({ status: 'opening' })

// A request found the token dead: whoever shows the session sees it at once.
token.subscribe(() => {
  if (token.read() === null) forget()
})

export function useSession(): SessionState {
  return useStore(session)
}

/** Who is signed in; `null` while signed out or not yet known. */
export function useMe(): Me | null {
  const state = useStore(session)
  return state.status === 'signed-in' ? state.me : null
}

export function readSession(): SessionState {
  return session.read()
}

/** At launch, and again whenever posts or the unread count may have changed. Never throws. */
export async function refreshSession(): Promise<void> {
  if (token.read() === null) {
    session.write({ status: 'signed-out' })
    return
  }
  try {
    remember(await get<Me>('/api/me'))
  } catch (error) {
    const isStillOpening = session.read().status !== 'signed-in' && token.read() !== null
    if (error instanceof ApiError && error.status === 401) keepToken(null)
    else if (isStillOpening) session.write(rememberedState())
  }
}

/** @throws ApiError */
export async function signInWithWeChat(): Promise<Me> {
  const { code } = await Taro.login().catch(() => {
    throw new ApiError(0, NO_ANSWER)
  })
  const body: WeChatSignInBody = { code }
  return enter(await post<SessionAnswer>('/api/session/wechat', body))
}

/** @throws ApiError */
export async function signInAsDemo(personId: string): Promise<Me> {
  const body: DemoSignInBody = { personId }
  return enter(await post<SessionAnswer>('/api/session/demo', body))
}

/** @throws ApiError; `identity.name-missing` when several people share the number: once more, with a name. */
export async function bindPhone(body: BindPhoneBody): Promise<Me> {
  return remember(await post<Me>('/api/me/phone', body))
}

/** @throws ApiError */
export async function askToJoin(body: MembershipRequestBody): Promise<Me> {
  return remember(await post<Me>('/api/me/membership-requests', body))
}

/** @throws ApiError when the other phones could not be signed out. */
export async function signOut(scope: 'here' | 'everywhere'): Promise<void> {
  const body: SignOutBody = { everywhere: scope === 'everywhere' }
  const told = post('/api/session/sign-out', body)
  if (scope === 'everywhere') await told
  // This phone forgets in any case, network or not, and keeps nobody waiting for it.
  else await Promise.race([told.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  keepToken(null)
}

/** The account is deleted. @throws ApiError, above all `identity.holds-office` */
export async function leaveForGood(): Promise<void> {
  const body: LeavingBody = { isSure: true }
  await post('/api/me/leaving', body)
  keepToken(null)
}

/** Out on all other phones and browsers; this one stays in. @throws ApiError */
export async function signOutOthers(): Promise<void> {
  const body: SignOutBody = { everywhere: true, keepThis: true }
  await post('/api/session/sign-out', body)
}

/** For what the phone knows before the server says it: opened notices, a decided request. */
export function changeMe(change: (me: Me) => Me): void {
  const state = session.read()
  if (state.status === 'signed-in') remember(change(state.me))
}

/** In, with a session that came by whatever way; at a desk it was confirmed on a phone. */
export function enter(answer: SessionAnswer): Me {
  keepToken(answer.token)
  return remember(answer.me)
}

function remember(me: Me): Me {
  Taro.setStorageSync(ME_KEY, me)
  session.write({ status: 'signed-in', me })
  return me
}

function forget(): void {
  Taro.removeStorageSync(ME_KEY)
  session.write({ status: 'signed-out' })
}

function rememberedState(): SessionState {
  const stored = Taro.getStorageSync<Me | ''>(ME_KEY)
  return stored ? { status: 'signed-in', me: stored } : { status: 'unreachable' }
}
