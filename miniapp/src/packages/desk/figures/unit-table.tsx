import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import {
  CLASS_NAMES, FEWEST_FOR_PERCENT, MEASURE_NAMES, raisedIn, rateWords, responseRate, satisfactionRate, settlementRate,
  STATE_GROUPS, type Counts, type FiguresAnswer, type Rate, type UnitFigures,
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
      <Table label='各村' first='单位' groups={[...STATE_HEADS, RATE_HEADS]}>
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
      <Table label='说的是什么' first='说的是什么' groups={STATE_HEADS}>
        {topics.map(({ topicId, name, state }) => (
          <View key={topicId ?? 'none'} className={`${styles.row} ${styles.states}`} {...aria({ role: 'listitem' })}>
            <View className={styles.name}>{name}</View>
            <States state={state} of={{ topicId: topicId ?? 'none' }} name={name} onOpen={onOpen} />
          </View>
        ))}
      </Table>
      <View className={styles.apart}>同样这些事，按哪种来分</View>
      <Table label='是哪种事' first='是哪种事' groups={STATE_HEADS}>
        {kinds.map(({ kind, state }) => (
          <View key={kind} className={`${styles.row} ${styles.states}`} {...aria({ role: 'listitem' })}>
            <View className={styles.name}>{KIND_NAMES[kind]}</View>
            <States state={state} of={{ kind }} name={KIND_NAMES[kind]} onOpen={onOpen} />
          </View>
        ))}
      </Table>
    </Card>
  )
}

interface HeadGroup {
  readonly title: string
  readonly heads: readonly string[]
}

const STATE_HEADS: readonly HeadGroup[] = [
  { title: '说了多少', heads: ['提出'] },
  ...STATE_GROUPS.map(({ title, classes }) => ({ title, heads: classes.map((one) => CLASS_NAMES.state[one]) })),
]
const RATE_HEADS: HeadGroup = {
  title: '三率', heads: [MEASURE_NAMES.response, MEASURE_NAMES.closure, MEASURE_NAMES.satisfaction],
}

interface TableFrame {
  readonly label: string
  readonly first: string
  readonly groups: readonly HeadGroup[]
  readonly children: ReactNode
}

function Table({ label, first, groups, children }: TableFrame) {
  const columns = groups.includes(RATE_HEADS) ? '' : styles.states
  return (
    <View className={styles.scroll}>
      <View className={styles.table} {...aria({ role: 'list', label })}>
        <View className={`${styles.row} ${styles.groups} ${columns}`} {...aria({ isHidden: true })}>
          <View className={styles.name} />
          {groups.map(({ title, heads }) => (
            <View key={title} className={`${styles.group} ${styles.begins}`} style={{ gridColumn: `span ${heads.length}` }}>
              {title}
            </View>
          ))}
        </View>
        <View className={`${styles.row} ${styles.head} ${columns}`} {...aria({ role: 'listitem' })}>
          <View className={styles.name}>{first}</View>
          {groups.flatMap(({ heads }) => heads.map((head, at) => (
            <View key={head} className={`${styles.cell} ${at === 0 ? styles.begins : ''}`}>{head}</View>
          )))}
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
      {rates.map((rate, at) => <RateCell key={at} rate={rate} begins={at === 0} />)}
    </View>
  )
}

interface RateCellProps {
  readonly rate: Rate
  readonly begins: boolean
}

/** No share without what it is a share of; of few the share itself says it. */
function RateCell({ rate, begins }: RateCellProps) {
  return (
    <View className={`${styles.cell} ${begins ? styles.begins : ''}`}>
      <View className={rate.of === 0 ? styles.none : ''}>{rateWords(rate)}</View>
      {rate.of >= FEWEST_FOR_PERCENT && <View className={styles.outOf}>{`${rate.good}/${rate.of}`}</View>}
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
      <View className={`${styles.cell} ${styles.begins}`}>{raisedIn(state)}</View>
      {STATE_GROUPS.flatMap(({ classes }) => classes.map((one, at) => (
        <View
          key={one}
          className={`${styles.cell} ${at === 0 ? styles.begins : ''} ${one === 'open-late' ? styles.lateCell : ''}`}
        >
          <CountButton
            count={state[one]}
            label={`${name} ${CLASS_NAMES.state[one]}`}
            onPress={() => onOpen({ ...of, measure: 'state', class: one })}
          />
        </View>
      )))}
    </>
  )
}
