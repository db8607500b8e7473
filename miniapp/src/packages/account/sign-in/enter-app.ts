import Taro from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { answersMatters, boardUrl, isAtDesk, mySubDistrict, pickFace } from '@/features/identity'
import { flushOutbox } from '@/platform/outbox'

/**
 * Back to the page that asked who one is, such as a link from a wall; else each to his own screen: the desk to the
 * board, all others home, which is what burns for a cadre. On a phone the board is one tap further: it has no tabs, and
 * nothing would lie behind it.
 */
export function enterApp(me: Me, back: string | null): void {
  // What was written under a session that ended goes out now; the app is not shown anew for it.
  void flushOutbox()
  if (answersMatters(me)) pickFace('cadre')
  if (back !== null) void Taro.reLaunch({ url: back })
  else void Taro.reLaunch({ url: mySubDistrict(me) !== null && isAtDesk() ? boardUrl() : '/pages/home/index' })
}

/** A page of this app only: the address comes from outside. WeChat hands it on as it stood, a browser decoded. */
export function backOf(asked: string | undefined): string | null {
  const back = asked?.startsWith('%') === true ? decodeURIComponent(asked) : asked
  return back?.startsWith('/packages/') === true ? back : null
}
