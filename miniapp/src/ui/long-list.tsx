import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Button } from './button'

/** As many rows as one act's setData bears. */
const STEP = 20

export interface LongListProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  /** What the rest is counted in. */
  readonly unit?: string
  readonly children: (row: Row) => ReactNode
}

/** A list that comes a step at a time, each step in a box of its own: see the entries of a month. */
export function LongList<Row>({ label, rows, unit = '处', children }: LongListProps<Row>) {
  const [shown, setShown] = useState(STEP)
  const steps = Array.from({ length: Math.ceil(Math.min(shown, rows.length) / STEP) }, (_, at) => at * STEP)
  return (
    <>
      <View {...aria({ role: 'list', label })}>
        {steps.map((from) => <View key={from}>{rows.slice(from, from + STEP).map(children)}</View>)}
      </View>
      {rows.length > shown && (
        <Button onPress={() => setShown(shown + STEP)}>{`还有 ${rows.length - shown} ${unit}，接着看`}</Button>
      )}
    </>
  )
}
