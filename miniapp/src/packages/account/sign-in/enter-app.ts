import Taro from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { myHandledVillage, mySubDistrict } from '@/features/identity'

/** Each to the screen that is his: the desk to the board, a cadre to what burns, a villager home. Nothing lies behind it. */
export function enterApp(me: Me): void {
  const url =
    mySubDistrict(me) !== null
      ? '/packages/staff/board/index'
      : myHandledVillage(me) !== null
        ? '/packages/cadre/inbox/index'
        : '/pages/home/index'
  void Taro.reLaunch({ url })
}
