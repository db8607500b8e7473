import { useEffect, useRef, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { MyDutyAnswer, MySlot } from '@huiying/shared/roster'
import { sentenceOf } from '@/platform/say'
import { prepareTopUp, topUpInPassing } from '@/platform/subscribe'
import { canTellPlace, whereAmI } from '@/platform/where-am-i'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { takeOver } from './api'
import styles from './roster.module.scss'

export interface TakingOver {
  readonly isBusy: boolean
  /** One tap; only where a circle is in force does a question come first. */
  readonly take: (slot: Pick<MySlot, 'id' | 'asksPlace'>) => void
  /** That question; belongs anywhere on the page. */
  readonly question: ReactNode
}

/** `onTaken` gets the new state; `onRefused` is to fetch it: somebody else may have changed the shift. */
export function useTakeOver({ onTaken, onRefused }: {
  readonly onTaken: (answer: MyDutyAnswer) => void
  readonly onRefused: () => void
}): TakingOver {
  const [askedId, setAskedId] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isUnderWay = useRef(false)

  useEffect(prepareTopUp, [])

  const act = async (slotId: string, tellsPlace: boolean) => {
    if (isUnderWay.current) return
    topUpInPassing(['duty', 'supervision', 'roster'])
    isUnderWay.current = true
    setAskedId(null)
    setIsBusy(true)
    try {
      const position = tellsPlace ? await whereAmI() : null
      const answer = await takeOver(slotId, position ?? {})
      toast(takenWords(answer, slotId, tellsPlace && position === null))
      onTaken(answer)
    } catch (error) {
      toast(sentenceOf(error))
      onRefused()
    } finally {
      isUnderWay.current = false
      setIsBusy(false)
    }
  }

  const take: TakingOver['take'] = ({ id, asksPlace }) => {
    if (asksPlace && canTellPlace()) setAskedId(id)
    else void act(id, false)
  }

  const question = (
    <Sheet isOpen={askedId !== null} title='接班前问一句' closeWords='先不接' onClose={() => setAskedId(null)}>
      <View className={styles.placeWhy}>街道想知道接班的人在不在村服务中心。只看这一下在不在，不记您在哪。</View>
      <View className={styles.placeChoice}>
        <Button look='primary' icon='map-pin' onPress={() => askedId !== null && void act(askedId, true)}>
          告诉位置，接班
        </Button>
      </View>
      <View className={styles.placeChoice}>
        <Button look='primary' icon='check' onPress={() => askedId !== null && void act(askedId, false)}>
          不告诉位置，也接班
        </Button>
      </View>
    </Sheet>
  )
  return { isBusy, take, question }
}

function takenWords(answer: MyDutyAnswer, slotId: string, hasNoPlace: boolean): string {
  const waiting = answer.current.find(({ id }) => id === slotId)?.waiting ?? 0
  const rest = waiting === 0 ? '' : `，${waiting} 件事等您回`
  return hasNoPlace ? `接好班了${rest}（没拿到位置，不要紧）` : `接好班了${rest}`
}
