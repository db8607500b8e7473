import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import type { MyDutyAnswer, MySlot } from '@huiying/shared/roster'
import { useNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { Strip } from '@/ui/states'
import { fetchMyDuty } from './api'
import styles from './roster.module.scss'
import { useTakeOver } from './use-take-over'
import { shiftState } from './words'

/** A page that lies open meets the beginning of a shift within this time; nobody is late by it. */
const REFRESH_MS = 5 * MINUTE_MS

/** Above a cadre's work: his shift is on and not taken over. Nothing else, and nothing while it is not known. */
export function TakeOverLine({ accountId }: { readonly accountId: string }) {
  const duty = useLoad(`my-duty/${accountId}`, fetchMyDuty)
  const now = useNow(MINUTE_MS / 2)
  const tick = Math.floor(now / REFRESH_MS)
  const lastTick = useRef(tick)
  const { reload } = duty
  useEffect(() => {
    if (lastTick.current === tick) return
    lastTick.current = tick
    void reload()
  }, [tick, reload])
  return (
    <View>
      {duty.data !== null && <Line duty={duty.data} now={now} onChange={duty.replace} onStale={reload} />}
    </View>
  )
}

interface LineProps {
  readonly duty: MyDutyAnswer
  readonly now: EpochMs
  readonly onChange: (answer: MyDutyAnswer) => void
  readonly onStale: () => Promise<void>
}

function Line({ duty, now, onChange, onStale }: LineProps) {
  const taking = useTakeOver({ onTaken: onChange, onRefused: () => void onStale() })
  const slot = slotToTakeOver(duty)
  if (slot === null) return null
  return (
    <View className={styles.line}>
      <Strip
        icon='calendar-check'
        action={{ words: taking.isBusy ? '请稍等' : '接班', onPress: () => taking.take(slot) }}
      >
        {lineWords(slot, now)}
      </Strip>
      {taking.question}
    </View>
  )
}

/** The first that may be taken over and is not. */
export function slotToTakeOver({ current }: Pick<MyDutyAnswer, 'current'>): MySlot | null {
  return current.find((slot) => slot.mayTakeOver && slot.takenOverAt === null) ?? null
}

export function lineWords(slot: MySlot, now: EpochMs): string {
  const state = shiftState(slot, now)
  if (state.tone === 'late') return `${slot.village.name}的班您还没接`
  if (now < slot.fromAt) return `您的班${state.note ?? ''}`
  return `轮到您值班了${state.note === null ? '' : `，${state.note}`}`
}
