import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import {
  CLASS_NAMES, MEASURE_NAMES, raisedIn, rateWords, responseRate, satisfactionRate, settlementRate, STATE_CLASSES,
  type Counts, type FiguresAnswer, type UnitFigures,
} from '@huiying/shared/figures'
import { KIND_NAMES } from '@huiying/shared/tickets'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card'
import { CountButton, type Behind, type OpenBehind } from './count-button'
import styles from './figures.module.scss'

export interface TableProps {
  readonly answer: FiguresAnswer
  readonly onOpen: OpenBehind
}

/** Village by village, in the order of the list and of nothing else. */
export function UnitTable({ answer, onOpen }: TableProps) {
  const { units, total, subDistrict } = answer
  return (
    <Card title='各村'>
      <Table label='各村' heads={['单位', ...STATE_HEADS, MEASURE_NAMES.response, MEASURE_NAMES.closure, MEASURE_NAMES.satisfaction]}>
        {units.map(({ unit, figures }) => (
          <Row
            key={unit.id}
            name={unit.id === subDistrict.id ? `${unit.name}直接办的` : unit.name}
            figures={figures}
            of={{ unitId: unit.id }}
            onOpen={onOpen}
          />
        ))}
        <Row name='合计' figures={total} of={{}} isTotal onOpen={onOpen} />
      </Table>
    </Card>
  )
}

/** What it was about, and which kind. */
export function TopicTable({ answer: { topics, kinds }, onOpen }: TableProps) {
  return (
    <Card title='各类事情'>
      <Table label='说的是什么' heads={['说的是什么', ...STATE_HEADS]}>
        {topics.map(({ topicId, name, state }) => (
          <View key={topicId ?? 'none'} className={styles.row} {...aria({ role: 'listitem' })}>
            <View className={styles.name}>{name}</View>
            <States state={state} of={{ topicId: topicId ?? 'none' }} name={name} onOpen={onOpen} />
          </View>
        ))}
      </Table>
      <View className={styles.apart}>同样这些事，按哪种来分</View>
      <Table label='是哪种事' heads={['是哪种事', ...STATE_HEADS]}>
        {kinds.map(({ kind, state }) => (
          <View key={kind} className={styles.row} {...aria({ role: 'listitem' })}>
            <View className={styles.name}>{KIND_NAMES[kind]}</View>
            <States state={state} of={{ kind }} name={KIND_NAMES[kind]} onOpen={onOpen} />
          </View>
        ))}
      </Table>
    </Card>
  )
}

const STATE_HEADS = ['提出', ...STATE_CLASSES.map((one) => CLASS_NAMES.state[one])]

interface TableFrame {
  readonly label: string
  readonly heads: readonly string[]
  readonly children: ReactNode
}

function Table({ label, heads, children }: TableFrame) {
  return (
    <View className={styles.scroll}>
      <View className={styles.table} {...aria({ role: 'list', label })}>
        <View className={`${styles.row} ${styles.head}`} {...aria({ role: 'listitem' })}>
          {heads.map((head, at) => (
            <View key={head} className={at === 0 ? styles.name : styles.cell}>{head}</View>
          ))}
        </View>
        {children}
      </View>
    </View>
  )
}

interface RowProps {
  readonly name: string
  readonly figures: UnitFigures
  readonly of: Partial<Behind>
  readonly isTotal?: boolean
  readonly onOpen: OpenBehind
}

function Row({ name, figures, of, isTotal = false, onOpen }: RowProps) {
  const { response, closure, satisfaction } = figures
  const rates = [responseRate(response), settlementRate(closure), satisfactionRate(satisfaction)]
  return (
    <View className={`${styles.row} ${isTotal ? styles.total : ''}`} {...aria({ role: 'listitem' })}>
      <View className={styles.name}>{name}</View>
      <States state={figures.state} of={of} name={name} onOpen={onOpen} />
      {rates.map((rate, at) => (
        <View key={at} className={styles.cell}>{rateWords(rate)}</View>
      ))}
    </View>
  )
}

interface StatesProps {
  readonly state: Counts<'state'>
  readonly of: Partial<Behind>
  readonly name: string
  readonly onOpen: OpenBehind
}

function States({ state, of, name, onOpen }: StatesProps) {
  return (
    <>
      <View className={styles.cell}>{raisedIn(state)}</View>
      {STATE_CLASSES.map((one) => (
        <View key={one} className={`${styles.cell} ${one === 'open-late' ? styles.lateCell : ''}`}>
          <CountButton
            count={state[one]}
            label={`${name} ${CLASS_NAMES.state[one]}`}
            onPress={() => onOpen({ ...of, measure: 'state', class: one })}
          />
        </View>
      ))}
    </>
  )
}
