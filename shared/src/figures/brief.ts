import { raisedIn, type FigureClasses, type Measure, type UnitFigures } from './counts'
import { rateWords, responseRate, satisfactionRate, settlementRate, type Rate } from './rates'
import { CLASS_NAMES, COUNTED_IN } from './words'

/** One question of those who decide: the answer, what it is out of, and what else belongs to it. */
export interface BriefBlock {
  readonly title: string
  /** "33 件", "93.7%", of few "14/15". */
  readonly main: string
  /** `null`: it is a count and no share. */
  readonly rate: Rate | null
  /** What the answer is out of, as a sentence. */
  readonly basis: string
  readonly lines: readonly BriefLine[]
}

export interface BriefLine {
  readonly name: string
  readonly count: number
  readonly measure: Measure
  readonly class: FigureClasses[Measure]
}

/** The week's numbers in the order in which one asks for them: read in ten seconds, on the page as in the workbook. */
export function briefBlocks(total: UnitFigures): readonly BriefBlock[] {
  const [response, closure, satisfaction] =
    [responseRate(total.response), settlementRate(total.closure), satisfactionRate(total.satisfaction)]
  const raised = raisedIn(total.state)
  return [
    {
      title: '说了多少', main: `${raised} 件`, rate: null, basis: '每一件都算，撤回的、并掉的也在里面',
      lines: linesOf(total, 'state', ['withdrawn', 'merged']),
    },
    {
      title: '回了多少', main: rateWords(response), rate: response,
      basis: basisOf('response', response, '该回的', '按时回了', '还没有到时间该回的'),
      lines: linesOf(total, 'response', ['late', 'open-late', 'contradicted', 'running']),
    },
    {
      title: '办成了多少', main: rateWords(closure), rate: closure,
      basis: basisOf('closure', closure, '该办完的', '按时解决', '还没有到时间该办完的'),
      lines: linesOf(total, 'state', ['settled', 'explained', 'not-accepted', 'open', 'open-late']),
    },
    {
      title: '居民怎么说', main: rateWords(satisfaction), rate: satisfaction,
      basis: basisOf('satisfaction', satisfaction, '评了的', '满意、基本满意', '还没有人评'),
      lines: [
        ...linesOf(total, 'satisfaction', ['dissatisfied', 'unrated']),
        ...linesOf(total, 'callback', ['denied']).map((line) => ({ ...line, name: `回访${line.name}` })),
      ],
    },
  ]
}

function basisOf(measure: Measure, { good, of }: Rate, all: string, done: string, none: string): string {
  const unit = COUNTED_IN[measure]
  return of === 0 ? none : `${all} ${of} ${unit}里，${done} ${good} ${unit}`
}

function linesOf<M extends Measure>(
  total: UnitFigures, measure: M, classes: readonly FigureClasses[M][],
): readonly BriefLine[] {
  const counts: Readonly<Record<string, number>> = total[measure]
  const names: Readonly<Record<string, string>> = CLASS_NAMES[measure]
  return classes.map((one) => ({ name: names[one] ?? one, count: counts[one] ?? 0, measure, class: one }))
}

/** Columns of the tables by unit, topic and kind, put together under the same questions. */
export const STATE_GROUPS: readonly { readonly title: string; readonly classes: readonly FigureClasses['state'][] }[] = [
  { title: '办成了多少', classes: ['settled', 'explained', 'not-accepted'] },
  { title: '还没办完', classes: ['open', 'open-late'] },
  { title: '另外', classes: ['withdrawn', 'merged'] },
]
