import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, formatDate, type CalendarDate } from '@huiying/shared/kernel'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'

export interface PastDayProps {
  readonly label: string
  readonly value: CalendarDate | null
  readonly today: CalendarDate
  /** The first that may be picked; left out: as far back as one goes. */
  readonly fromOn?: CalendarDate
  readonly onChange: (on: CalendarDate) => void
}

const FIRST_DAYS = 5
const MORE_DAYS = 20

/** A day gone by, today first: most papers are of this week. */
export function PastDay({ label, value, today, fromOn, onChange }: PastDayProps) {
  const [shownDays, setShownDays] = useState(FIRST_DAYS)
  const days = daysBack(today, shownDays, fromOn)
  // What was picked stays in sight.
  const shown = value === null || days.includes(value) ? days : [...days, value]
  const last = days[days.length - 1] ?? today
  return (
    <>
      <Choice
        label={label}
        value={value}
        options={shown.map((on) => ({ value: on, words: formatDate(on, today) }))}
        onChange={onChange}
      />
      {(fromOn === undefined || fromOn < last) && (
        <View style={{ marginTop: '8px' }}>
          <Button icon='chevron-down' onPress={() => setShownDays(shownDays + MORE_DAYS)}>
            再往前的日子
          </Button>
        </View>
      )}
    </>
  )
}

function daysBack(today: CalendarDate, count: number, fromOn: CalendarDate | undefined): readonly CalendarDate[] {
  const days = Array.from({ length: count }, (_, back) => addDays(today, -back))
  return fromOn === undefined ? days : days.filter((on) => on >= fromOn)
}
