import {
  briefBlocks, CLASS_NAMES, CLASSES_OF, COUNTED_IN, HOW_COUNTED, MEASURE_NAMES, raisedIn, rateWords, responseRate,
  satisfactionRate, settlementRate, STATE_GROUPS,
  type BriefBlock, type Counts, type FiguresAnswer, type Measure, type UnitFigures,
} from '@huiying/shared/figures'
import { chinaDateOf } from '@huiying/shared/kernel'
import { KIND_NAMES } from '@huiying/shared/tickets'
import writeSheets, { type Cell, type Sheet } from 'write-excel-file/node'
import { HEADING } from '../../platform/workbook/cell-styles'

const NAME_WIDTH = 26
const NUMBER_WIDTH = 14
const SENTENCE_WIDTH = 110

/**
 * The brief for leaders: the whole in four answers, by unit, by topic and kind, and how it is counted. Numbers are
 * numbers that can be added up; units stand in the order of the list, and no person in it at all.
 */
export function writeBrief(answer: FiguresAnswer): Promise<Buffer> {
  return writeSheets([totalSheet(answer), unitSheet(answer), topicSheet(answer), wordsSheet()]).toBuffer()
}

/** First the four answers, each with what it is out of; below them all that they are made of. */
function totalSheet(answer: FiguresAnswer): Sheet<never> {
  const { subDistrict, fromOn, toOn, total, older, now } = answer
  return {
    sheet: '总的情况',
    data: [
      [{ value: `${subDistrict.name}诉求简报`, fontWeight: 'bold', fontSize: 16 }],
      [{ value: `${fromOn} 至 ${toOn} 提出的，截至 ${chinaDateOf(now)}` }],
      [],
      ...briefBlocks(total).flatMap(blockRows),
      headings('以前提的', '件数'),
      row('还在办', older.open + older['open-late']),
      row('其中已超时', older['open-late']),
      [],
      [{ value: '三率是怎么来的', fontWeight: 'bold' }],
      ...(['response', 'closure', 'satisfaction', 'callback'] as const).flatMap((measure) => partsOf(measure, total)),
    ],
    columns: [{ width: NAME_WIDTH }, { width: NUMBER_WIDTH }, { width: NUMBER_WIDTH }, { width: NUMBER_WIDTH }],
  }
}

function blockRows({ title, main, rate, basis, lines }: BriefBlock): Cell[][] {
  const answer: Cell = { value: main, align: 'right', fontWeight: 'bold', fontSize: 14 }
  return [
    rate === null ? headings(title, '件数') : headings(title, '', '做到', '一共'),
    [{ value: basis, wrap: true }, answer, ...(rate === null ? [] : [number(rate.good), number(rate.of)])],
    ...lines.map(({ name, count }) => row(name, count)),
    [],
  ]
}

function partsOf(measure: Exclude<Measure, 'state'>, total: UnitFigures): Cell[][] {
  const counts: Readonly<Record<string, number>> = total[measure]
  const names: Readonly<Record<string, string>> = CLASS_NAMES[measure]
  return [
    headings(MEASURE_NAMES[measure], `${COUNTED_IN[measure]}数`),
    ...CLASSES_OF[measure].map((one) => row(names[one] ?? one, counts[one] ?? 0)),
    [],
  ]
}

function unitSheet({ units, total, subDistrict }: FiguresAnswer): Sheet<never> {
  const line = (name: string, figures: UnitFigures): Cell[] => [
    { value: name },
    ...stateNumbers(figures.state),
    ...ratesOf(figures).flatMap(({ rate }): Cell[] => [
      { value: rateWords(rate), align: 'right' }, number(rate.good), number(rate.of),
    ]),
  ]
  const rateHeads = ratesOf(total).flatMap(({ name }) => [name, '做到', '一共'])
  const rateGroups = ratesOf(total).map(({ name }) => ({ title: name, columns: 3 }))
  return {
    sheet: '各村',
    data: [
      groupHeads(...HEAD_GROUPS, ...rateGroups),
      headings('单位', ...STATE_HEADS, ...rateHeads),
      ...units.map(({ unit, figures }) => line(unit.id === subDistrict.id ? `${unit.name}直接办的` : unit.name, figures)),
      line('合计', total),
    ],
    columns: columns(STATE_HEADS.length + rateHeads.length),
    orientation: 'landscape',
    stickyRowsCount: 2,
    stickyColumnsCount: 1,
  }
}

function topicSheet({ topics, kinds }: FiguresAnswer): Sheet<never> {
  return {
    sheet: '各类事情',
    data: [
      groupHeads(...HEAD_GROUPS),
      headings('按事情', ...STATE_HEADS),
      ...topics.map(({ name, state }): Cell[] => [{ value: name }, ...stateNumbers(state)]),
      [],
      headings('按种类', ...STATE_HEADS),
      ...kinds.map(({ kind, state }): Cell[] => [{ value: KIND_NAMES[kind] }, ...stateNumbers(state)]),
    ],
    columns: columns(STATE_HEADS.length),
    orientation: 'landscape',
  }
}

function wordsSheet(): Sheet<never> {
  return {
    sheet: '怎么算的',
    data: HOW_COUNTED.map((sentence): Cell[] => [{ value: sentence, wrap: true }]),
    columns: [{ width: SENTENCE_WIDTH }],
  }
}

const SHOWN_CLASSES = STATE_GROUPS.flatMap(({ classes }) => classes)
const STATE_HEADS = ['提出', ...SHOWN_CLASSES.map((one) => CLASS_NAMES.state[one])]
const HEAD_GROUPS: readonly HeadGroup[] = [
  { title: '说了多少', columns: 1 }, ...STATE_GROUPS.map(({ title, classes }) => ({ title, columns: classes.length })),
]

interface HeadGroup {
  readonly title: string
  readonly columns: number
}

/** A line above the headings: which of them belong to one question. What a cell spreads over is left empty. */
function groupHeads(...groups: readonly HeadGroup[]): Cell[] {
  return [
    { ...HEADING, value: '' },
    ...groups.flatMap(({ title, columns: count }): Cell[] => [
      { ...HEADING, value: title, columnSpan: count }, ...Array.from({ length: count - 1 }, () => null),
    ]),
  ]
}

function stateNumbers(state: Counts<'state'>): Cell[] {
  return [number(raisedIn(state)), ...SHOWN_CLASSES.map((one) => number(state[one]))]
}

function ratesOf({ response, closure, satisfaction }: UnitFigures) {
  return [
    { name: MEASURE_NAMES.response, rate: responseRate(response) },
    { name: MEASURE_NAMES.closure, rate: settlementRate(closure) },
    { name: MEASURE_NAMES.satisfaction, rate: satisfactionRate(satisfaction) },
  ]
}

function headings(...names: readonly string[]): Cell[] {
  return names.map((value): Cell => ({ ...HEADING, value }))
}

function row(name: string, count: number): Cell[] {
  return [{ value: name }, number(count)]
}

function number(value: number): Cell {
  return { value, type: Number }
}

function columns(count: number): Sheet<never>['columns'] {
  return [{ width: NAME_WIDTH }, ...Array.from({ length: count }, () => ({ width: NUMBER_WIDTH }))]
}
