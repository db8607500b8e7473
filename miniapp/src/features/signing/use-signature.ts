import { useRef, useState } from 'react'
import { checkStrokes, type ChallengeAnswer, type Strokes } from '@huiying/shared/expenses'
import { SECOND_MS } from '@huiying/shared/kernel'
import { ApiError } from '@/platform/api-error'
import { serverNow } from '@/platform/clock'
import { newIdempotencyKey } from '@/platform/idempotency-key'
import { sentenceOf } from '@/platform/say'
import { confirmByPhone } from './soter'

/** With less left than this, the time to lay a finger on the phone might be too short. */
const LEAST_LEFT_MS = 30 * SECOND_MS

/** What a signature is put under: a paper of money, or a request for the seal. */
export interface Signable<Signed> {
  readonly askForChallenge: () => Promise<ChallengeAnswer>
  readonly sign: (body: SignatureBody, key: string) => Promise<Signed>
  /** Whether the server says that what was shown is no more. */
  readonly isStale: (error: ApiError) => boolean
}

export interface SignatureBody {
  readonly nonce: string
  readonly strokes: Strokes
  readonly soter?: { readonly json: string; readonly signature: string }
}

export interface Signature<Signed> {
  readonly isBusy: boolean
  readonly fault: string | null
  /** The refusal that says it has changed since he looked; `null`: it has not. */
  readonly stale: ApiError | null
  readonly signed: Signed | null
  /** Did not confirm by finger or face, so it would be a drawn one alone. */
  readonly hasDeclined: boolean
  /** The pen was lifted: fetches the challenge while he looks at what he wrote. */
  readonly prepare: () => void
  /** @param how drawn: by the hand alone, after he declined the rest */
  readonly sign: (strokes: Strokes | null, how: 'confirmed' | 'drawn') => Promise<void>
}

/** One signature on exactly what was shown. */
export function useSignature<Signed>({ askForChallenge, sign: send, isStale }: Signable<Signed>): Signature<Signed> {
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [stale, setStale] = useState<ApiError | null>(null)
  const [signed, setSigned] = useState<Signed | null>(null)
  const [hasDeclined, setHasDeclined] = useState(false)
  const challenge = useRef<Promise<ChallengeAnswer> | null>(null)

  const fetchChallenge = () => {
    const asked = askForChallenge()
    challenge.current = asked
    // Failed is not fetched: the next try asks again.
    asked.catch(() => {
      if (challenge.current === asked) challenge.current = null
    })
    return asked
  }
  const freshChallenge = async (): Promise<ChallengeAnswer> => {
    const held = await challenge.current
    return held !== null && held.expiresAt - serverNow() > LEAST_LEFT_MS ? held : fetchChallenge()
  }
  const fail = (error: unknown) => {
    if (error instanceof ApiError && isStale(error)) setStale(error)
    else setFault(sentenceOf(error))
  }

  const prepare = () => {
    if (challenge.current !== null) return
    // Whatever else is wrong is said when he signs; that he looks at something old is said at once.
    fetchChallenge().catch((error: unknown) => {
      if (error instanceof ApiError && isStale(error)) setStale(error)
    })
  }
  const sign: Signature<Signed>['sign'] = async (strokes, how) => {
    setFault(null)
    if (strokes === null) return setFault('请先写上您的名字')
    setIsBusy(true)
    try {
      checkStrokes(strokes)
      const { nonce, challenge: text } = await freshChallenge()
      const confirmation = how === 'drawn' ? null : await confirmByPhone(text)
      if (confirmation?.status === 'declined') {
        setHasDeclined(true)
        setIsBusy(false)
        return undefined
      }
      const soter = confirmation?.status === 'confirmed'
        ? { soter: { json: confirmation.json, signature: confirmation.signature } }
        : {}
      setSigned(await send({ nonce, strokes, ...soter }, newIdempotencyKey()))
    } catch (error) {
      // A used or outlived one helps nobody again; after a dead network the same one may still be good.
      if (error instanceof ApiError && !error.passing) challenge.current = null
      fail(error)
    }
    setIsBusy(false)
    return undefined
  }
  return { isBusy, fault, stale, signed, hasDeclined, prepare, sign }
}
