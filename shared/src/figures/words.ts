import type { FigureClasses, Measure } from './counts'

/** Names of the classes on the desk and in the workbook. */
export const CLASS_NAMES: { readonly [M in Measure]: Readonly<Record<FigureClasses[M], string>> } = {
  state: {
    settled: '已解决', explained: '已解释', 'not-accepted': '不予受理', open: '还在办', 'open-late': '还在办，已超时',
    withdrawn: '居民撤回', merged: '并到别的事里',
  },
  response: {
    met: '按时回了', late: '回晚了', 'open-late': '超时还没回', contradicted: '居民回访说没按时回', running: '没到时间',
    withdrawn: '没到时间就撤回', merged: '并到别的事里',
  },
  closure: {
    met: '按时解决', late: '办完晚了', rejected: '居民说没办好', 'open-late': '超时还没办完', contradicted: '居民回访说没办好',
    explained: '按时解释（另算）', 'not-accepted': '按时答复不予受理（另算）', running: '没到时间', withdrawn: '没到时间就撤回',
    merged: '并到别的事里',
  },
  satisfaction: {
    satisfied: '满意', 'fairly-satisfied': '基本满意', dissatisfied: '不满意', unrated: '没有评', waiting: '等居民评',
    rejected: '居民说没办好', open: '还没办完', merged: '并到别的事里',
  },
  callback: {
    confirmed: '说办好了', denied: '说没办好或没按时回', declined: '不愿意说', unreachable: '三次没打通', 'to-call': '还没打',
  },
}

export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  state: '办到哪一步', response: '回应率', closure: '办结率', satisfaction: '满意率', callback: '回访',
}

/** A matter is finished once for each round, so there may be more of that than there are matters. */
export const COUNTED_IN: Readonly<Record<Measure, '件' | '次'>> = {
  state: '件', response: '件', closure: '次', satisfaction: '件', callback: '件',
}

/** How it is counted, in sentences: under the figures and in the workbook. */
export const HOW_COUNTED: readonly string[] = [
  '按提出的日期算：这段时间里提的每一件，现在办到哪一步。',
  '回应率＝按时回了÷（按时回了＋回晚了＋超时还没回）。还没到时间的、没到时间就撤回的，不算在里面。',
  '办结率＝按时解决÷（按时解决＋办完晚了＋居民说没办好＋超时还没办完），每办一轮算一次。按时解释的、按时答复不予受理的另外列出；晚了的一样算晚。',
  '满意率＝（满意＋基本满意）÷评了的。没有评的不算满意，也不算不满意。',
  '回访抽中谁，居民一提出来就定了，谁也改不了。居民在回访里不认的，按没做到算。',
  '少于 20 件（次）的只写数，不写百分比。百分比只舍不入。',
  '并到别的事里的不重复算。转到别处办的，还算在最先接的村：首问负责。',
  '不让村里知道的事不算进任何一个村，只在街道直接办的里面，看的人该知道几件就是几件。',
  '只算村和事，不给人排名。',
]
