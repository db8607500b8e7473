import { useState, type ReactNode } from 'react'
import { BoardColumn } from '@/ui/board-column'
import { Button } from '@/ui/button'
import styles from './week.module.scss'

export interface WeekColumnProps<Row> {
  readonly title: string
  readonly rows: readonly Row[]
  readonly children: (row: Row) => ReactNode
}

// More at once is more than WeChat takes in one go.
const STEP = 20

/** One kind of trouble, with how many there are. */
export function WeekColumn<Row>({ title, rows, children }: WeekColumnProps<Row>) {
  const [count, setCount] = useState(STEP)
  return (
    <BoardColumn className={styles.column} title={title} count={rows.length} isLate>
      {rows.slice(0, count).map(children)}
      {rows.length > count && <Button onPress={() => setCount(count + STEP)}>还有 {rows.length - count} 个</Button>}
    </BoardColumn>
  )
}
