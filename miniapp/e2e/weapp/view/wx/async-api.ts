import { recordCall } from '../runner-log'
import { WxFailure } from './wx-failure'

export interface Callbacks {
  readonly success?: (result: unknown) => void
  readonly fail?: (result: unknown) => void
  readonly complete?: (result: unknown) => void
}

type Result = Readonly<Record<string, unknown>> | void

/**
 * WeChat's way of answering: callbacks when any is given, else a promise; `errMsg` tells the outcome.
 * @param work throws WxFailure to refuse
 */
export function asyncApi<Options>(name: string, work: (options: Options) => Result | Promise<Result>) {
  return (options: (Options & Callbacks) | undefined): Promise<unknown> | undefined => {
    recordCall(name, options)
    return answer(name, options ?? {}, () => work((options ?? {}) as Options))
  }
}

/** The same for one call whose work is at hand, as with `request`, which also returns a task. */
export function answer(
  name: string,
  callbacks: Callbacks,
  work: () => Result | Promise<Result>,
): Promise<unknown> | undefined {
  const outcome = later()
    .then(work)
    .then(
      (result) => ({ isOk: true, result: { ...result, errMsg: `${name}:ok` } }),
      (reason: unknown) => {
        if (!(reason instanceof WxFailure)) throw reason
        return { isOk: false, result: { ...reason.details, errMsg: `${name}:fail ${reason.message}` } }
      },
    )
    .then(({ isOk, result }) => {
      ;(isOk ? callbacks.success : callbacks.fail)?.(result)
      callbacks.complete?.(result)
      if (!isOk && !hasCallback(callbacks)) return Promise.reject(result)
      return result
    })
  return hasCallback(callbacks) ? undefined : outcome
}

const hasCallback = ({ success, fail, complete }: Callbacks): boolean => Boolean(success ?? fail ?? complete)

// No answer comes before the caller has finished its turn.
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
