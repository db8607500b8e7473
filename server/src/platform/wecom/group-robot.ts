import { assertOutsideWork } from '../database/network-guard'

/** - refused: the address is dead, or the words are; an operator must mend it */
export type RobotOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly errcode: number }
  | { readonly outcome: 'try-later'; readonly errcode: number | null; readonly waitMs: number }

/** Speaks into a WeCom group 企业微信群 by its robot's address. Never inside a unit of work; throws nothing. */
export interface GroupRobot {
  /** @param markdown at most 4,096 bytes */
  say(webhook: string, markdown: string): Promise<RobotOutcome>
}

const TIMEOUT_MS = 5_000
const PASSING_WAIT_MS = 30_000
/** 20 messages a minute and robot. */
const MINUTE_LIMIT_WAIT_MS = 60_000
const BUSY = -1
const TOO_OFTEN = 45009

export function createGroupRobot(): GroupRobot {
  return {
    say: async (webhook, markdown) => {
      assertOutsideWork('a message of the group robot')
      let answer: unknown
      try {
        const response = await fetch(webhook, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ msgtype: 'markdown', markdown: { content: markdown } }),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        answer = await response.json()
      } catch {
        // The address holds the robot's key, so nothing of the error goes on.
        return { outcome: 'try-later', errcode: null, waitMs: PASSING_WAIT_MS }
      }
      return outcomeOf(answer)
    },
  }
}

function outcomeOf(answer: unknown): RobotOutcome {
  const errcode = typeof answer === 'object' && answer !== null && 'errcode' in answer ? answer.errcode : null
  if (errcode === 0) return { outcome: 'sent' }
  if (typeof errcode !== 'number') return { outcome: 'try-later', errcode: null, waitMs: PASSING_WAIT_MS }
  if (errcode === TOO_OFTEN) return { outcome: 'try-later', errcode, waitMs: MINUTE_LIMIT_WAIT_MS }
  if (errcode === BUSY) return { outcome: 'try-later', errcode, waitMs: PASSING_WAIT_MS }
  return { outcome: 'refused', errcode }
}
