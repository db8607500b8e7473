import Taro from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { myHandledVillage, mySubDistrict, pickFace } from '@/features/identity'
import { flushOutbox } from '@/platform/outbox'

/** Each to his own screen: the desk to the board, a cadre to what burns, a villager home. Nothing lies behind it. */
export function enterApp(me: Me): void {
  // What was written under a session that ended goes out now; the app is not shown anew for it.
  void flushOutbox()
  if (myHandledVillage(me) !== null) pickFace('cadre')
  void Taro.reLaunch({ url: mySubDistrict(me) === null ? '/pages/home/index' : '/packages/staff/board/index' })
}
