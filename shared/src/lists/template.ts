import type { PostKind } from '../identity'
import { optionalColumn, requiredColumn, type ListSheet } from '../tables'
import type { UnitKind } from '../villages'

export const UNITS_SHEET: ListSheet = {
  name: '单位',
  note: '街道、村和社区、小组和网格、部门，一行一个',
  columns: [
    requiredColumn('编号', ['单位编号', '编码'], '自己定，不重复，如 QX、QX-01；以后再导入靠它认出是同一个单位'),
    requiredColumn('名称', ['单位名称'], '全名，40 字以内'),
    requiredColumn('类型', ['单位类型'], '区县、街道、乡镇、村、社区、小组、网格、部门'),
    optionalColumn('上级编号', ['上级单位编号', '上级'], '上一级单位的编号；最上面的一个空着'),
  ],
}

export const PEOPLE_SHEET: ListSheet = {
  name: '人员',
  note: '有职务的人，一人一行（一人两职也只写一行）',
  columns: [
    requiredColumn('编号', ['人员编号', '编码'], '自己定，不重复，如 G001；请不要用身份证号'),
    requiredColumn('姓名', [], '20 字以内'),
    optionalColumn('电话', ['手机', '手机号', '联系电话', '手机号码', '电话号码'], '11 位手机号；没有就空着'),
  ],
}

export const POSTS_SHEET: ListSheet = {
  name: '职务',
  note: '谁在哪里任什么职，一职一行；书记、主任一肩挑写两行',
  columns: [
    requiredColumn('人员编号', ['编号'], '“人员”表或“居民”表里的编号'),
    optionalColumn('姓名', [], '方便看；填了就会核对'),
    requiredColumn('职务', ['职位'], '书记、主任、监委会主任、委员、专干、报账员、网格员、包村干部、领导、工作人员、办事员、管理员'),
    requiredColumn('单位编号', ['任职单位编号'], '在哪个单位任职；包村干部写所包的村'),
    optionalColumn('分工', ['负责', '分管'], '专干必填，如 低保；几样写在一格里，用顿号隔开；领导写职名，如 办事处主任'),
    requiredColumn('开始日期', ['任职日期', '开始'], '第一天，如 2026-01-01'),
    optionalColumn('结束日期', ['离任日期', '结束'], '最后一天，当天还算；还在任就空着'),
  ],
}

export const RESIDENTS_SHEET: ListSheet = {
  name: '居民',
  note: '村里的人，一人一行；干部也住在村里的，用“人员”表里的同一个编号',
  columns: [
    requiredColumn('编号', ['居民编号', '编码'], '自己定，不重复，如 QX-01-0001；请不要用身份证号'),
    requiredColumn('姓名', [], '20 字以内'),
    optionalColumn('电话', ['手机', '手机号', '联系电话', '手机号码', '电话号码'], '11 位手机号；没有就空着'),
    requiredColumn('村编号', ['村（社区）编号', '社区编号', '所在村编号'], '“单位”表里村或社区的编号'),
    optionalColumn('小组编号', ['网格编号', '组编号'], '“单位”表里小组或网格的编号'),
  ],
}

export const LIST_SHEETS: readonly ListSheet[] = [UNITS_SHEET, PEOPLE_SHEET, POSTS_SHEET, RESIDENTS_SHEET]

/** Characters, as a reader counts them. */
export const UNIT_NAME_LIMIT = 40
export const CHARGE_LIMIT = 40

/** How a list names the kinds of units; the first is the one the template offers. */
const UNIT_KIND_WORDS: Readonly<Record<UnitKind, readonly string[]>> = {
  county: ['区县', '县', '区', '县区', '市', '县级市'],
  'sub-district': ['街道', '乡镇', '镇', '乡', '街道办', '街道办事处'],
  village: ['村', '社区', '行政村', '村民委员会', '居民委员会', '村委会', '居委会'],
  group: ['小组', '网格', '村民小组', '居民小组', '组'],
  department: ['部门', '科室', '站所'],
}

/** How a list names the posts; the first is the one the template offers. `resident` has a sheet of its own. */
const POST_KIND_WORDS: Readonly<Record<Exclude<PostKind, 'resident'>, readonly string[]>> = {
  secretary: ['书记', '村书记', '社区书记', '村支书', '党支部书记', '党总支书记', '党委书记', '村党组织书记', '社区党组织书记'],
  director: ['主任', '村主任', '社区主任', '村委会主任', '居委会主任', '村民委员会主任', '居民委员会主任'],
  supervisor: ['监委会主任', '村务监督委员会主任', '居务监督委员会主任', '监督委员会主任', '村监委主任'],
  'committee-member': ['委员', '两委委员', '村委委员', '支委委员', '村委会委员', '居委会委员'],
  specialist: ['专干', '村专干', '社区专干'],
  accountant: ['报账员', '村报账员', '会计'],
  'grid-worker': ['网格员', '专职网格员'],
  'stationed-cadre': ['包村干部', '驻村干部', '包片干部'],
  leader: ['领导', '镇领导', '街道领导', '乡镇领导干部', '领导干部'],
  staff: ['工作人员', '街道', '街道工作人员', '乡镇工作人员'],
  officer: ['办事员', '部门', '部门办事员'],
  admin: ['管理员'],
}

/** The word the template uses for the post. */
export function listPostName(kind: Exclude<PostKind, 'resident'>): string {
  return POST_KIND_WORDS[kind][0] ?? kind
}

export function unitKindOf(words: string): UnitKind | null {
  return kindOf(UNIT_KIND_WORDS, words)
}

export function postKindOf(words: string): Exclude<PostKind, 'resident'> | null {
  return kindOf(POST_KIND_WORDS, words)
}

export const LIST_POST_NAMES: readonly string[] = Object.values(POST_KIND_WORDS).map((words) => words[0] ?? '')
export const LIST_UNIT_KIND_NAMES: readonly string[] = ['区县', '街道', '乡镇', '村', '社区', '小组', '网格', '部门']

/** Kinds of units as a fault names them. */
export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  county: '区县', 'sub-district': '街道（乡镇）', village: '村（社区）', group: '小组（网格）', department: '部门',
}

function kindOf<Kind extends string>(table: Readonly<Record<Kind, readonly string[]>>, words: string): Kind | null {
  const kinds = Object.keys(table) as Kind[]
  return kinds.find((kind) => table[kind].includes(words)) ?? null
}
