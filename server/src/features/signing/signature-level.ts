import type { ChallengeUse, SignatureLevel } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import type { SoterResult, WeChatClient } from '../../platform/wechat'
import { accountsOf } from '../identity/public'
import { challengeDigest } from './content-digest'

export interface LevelGround {
  readonly reads: Reads
  readonly weChat: Pick<WeChatClient, 'verifySoter'>
}

/**
 * How surely it was he: with his finger or face on his own phone, as WeChat vouches, for exactly this act; or with a
 * drawn signature alone, where the phone has no SOTER. A failed check is no lower level but a refusal. Asks WeChat,
 * so outside any unit of work.
 * @throws expense.soter-refused, and WeChatError where WeChat doesn't answer
 */
export async function signatureLevel(
  { reads, weChat }: LevelGround,
  viewer: Viewer,
  use: ChallengeUse<string>,
  soter: SoterResult | undefined,
): Promise<SignatureLevel> {
  if (soter === undefined) return 'drawn'
  if (rawOf(soter.json) !== challengeDigest(use)) throw new DomainError('expense.soter-refused')
  const accounts = await accountsOf(reads, use.personId)
  const account = accounts.find(({ id }) => id === viewer.accountId)
  if (account === undefined || !(await weChat.verifySoter(account.openId, soter))) {
    throw new DomainError('expense.soter-refused')
  }
  return 'soter'
}

/** The challenge as the phone's hardware was given it; `null` where the text holds none. */
function rawOf(json: string): string | null {
  try {
    const parsed: unknown = JSON.parse(json)
    const raw = typeof parsed === 'object' && parsed !== null && 'raw' in parsed ? parsed.raw : null
    return typeof raw === 'string' ? raw : null
  } catch {
    return null
  }
}
