import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, formatDate, type CalendarDate } from '@huiying/shared/kernel'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import styles from './roster.module.scss'

export interface DayChoiceProps {
  readonly label: string
  readonly value: CalendarDate | null
  /** The first and the last that may be picked. */
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  readonly today: CalendarDate
  /** What there is to know of a day: "您值班". */
  readonly noteOf?: (on: CalendarDate) => string | undefined
  readonly onChange: (on: CalendarDate) => void
}

/** A week at a time: most days one asks for are near. */
const STEP_DAYS = 7

/** One day of the coming ones, by its name: nobody has to find a date in a wheel. */
export function DayChoice({ label, value, fromOn, toOn, today, noteOf, onChange }: DayChoiceProps) {
  const [shownDays, setShownDays] = useState(STEP_DAYS)
  const lastShown = [addDays(fromOn, shownDays - 1), value ?? fromOn].sort()[1] ?? fromOn
  const days = daysFrom(fromOn, lastShown < toOn ? lastShown : toOn)
  return (
    <>
      <Choice
        label={label}
        value={value}
        options={days.map((on) => {
          const note = noteOf?.(on)
          return { value: on, words: formatDate(on, today), ...(note === undefined ? {} : { note }) }
        })}
        onChange={onChange}
      />
      {lastShown < toOn && (
        <View className={styles.part}>
          <Button icon='chevron-down' onPress={() => setShownDays(shownDays + STEP_DAYS)}>
            再往后的日子
          </Button>
        </View>
      )}
    </>
  )
}

function daysFrom(fromOn: CalendarDate, toOn: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let on = fromOn; on <= toOn; on = addDays(on, 1)) days.push(on)
  return days
}
