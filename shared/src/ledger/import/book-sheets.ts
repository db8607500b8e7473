import { optionalColumn, requiredColumn, type ListSheet } from '../../tables'
import type { Contract, RentRhythm } from '../contract'
import { ASSET_KIND_NAMES, HOLDING_USE_NAMES, RESOURCE_KIND_NAMES } from '../holding'

/** Rows of vouchers in one file: what is stored in one go, while nobody else writes into the book. */
export const IMPORT_LINE_LIMIT = 5_000

export const OPENING_SHEET: ListSheet = {
  name: '期初余额',
  note: '建账那个月的第一天，每个科目的余额；没有余额的行空着金额就行',
  columns: [
    requiredColumn('科目', ['科目编号', '科目代码'], '科目编号，如 102'),
    optionalColumn('名称', ['科目名称'], '方便看；填了就会核对'),
    optionalColumn('借方', ['借方余额'], '元，最多两位小数；借方和贷方只填一边'),
    optionalColumn('贷方', ['贷方余额'], '元，最多两位小数'),
  ],
}

export const SUB_ACCOUNTS_SHEET: ListSheet = {
  name: '明细科目',
  note: '统一科目下面自己加的科目；上面没有的先写上面的',
  columns: [
    requiredColumn('编号', ['科目', '科目编号'], '上级科目的编号后面加两位数字，如 10201'),
    requiredColumn('名称', ['科目名称'], '30 字以内，如 农商行'),
    optionalColumn('停用', [], '不再用的写“是”'),
  ],
}

/** What the export writes in place of 明细科目: all accounts. It is taken back in all the same. */
export const ACCOUNTS_SHEET: ListSheet = { ...SUB_ACCOUNTS_SHEET, name: '科目' }

export const VOUCHERS_SHEET: ListSheet = {
  name: '记账凭证',
  note: '建账那个月起的凭证，一行一个科目；同一个月同一个号的几行是一笔',
  columns: [
    requiredColumn('月', ['月份', '会计期间'], '如 2026-08'),
    requiredColumn('号', ['凭证号'], '每个月从 1 起，一个不漏；第一个月的 1 号留给期初余额的，从 2 起'),
    optionalColumn('日期', ['记账日期'], '如 2026-08-05；一笔的第一行要写'),
    optionalColumn('摘要', ['用途'], '这笔钱做什么，村民要看得懂；一笔的第一行要写'),
    optionalColumn('对方', ['往来单位', '收付款人'], '付给谁、收谁的；没有就空着'),
    requiredColumn('科目', ['科目编号', '科目代码'], '科目编号，如 51402'),
    optionalColumn('名称', ['科目名称'], '方便看；填了就会核对'),
    optionalColumn('借方', ['借方金额'], '元，最多两位小数；一行只填一边'),
    optionalColumn('贷方', ['贷方金额'], '元，最多两位小数'),
    optionalColumn('来源', [], '一般空着；年末结转写“年末结转”，更正写“更正”'),
    optionalColumn('更正', [], '来源是“更正”时写更正哪一笔，如 2026年8月第3号'),
    optionalColumn('合同', ['合同编号'], '收的是哪份合同的租金，写“合同”表里的编号'),
  ],
}

export const ASSETS_SHEET: ListSheet = {
  name: '资产',
  note: '房屋、机器这些村里的东西，一行一项',
  columns: [
    requiredColumn('编号', [], '自己定，不重复，如 ZC-01'),
    requiredColumn('名称', [], '60 字以内'),
    requiredColumn('类别', [], Object.values(ASSET_KIND_NAMES).join('、')),
    optionalColumn('地点', ['位置'], '在哪里'),
    requiredColumn('原值', ['原值（元）'], '元，最多两位小数'),
    optionalColumn('取得日期', [], '如 2019-05-01；不知道就空着'),
    requiredColumn('使用情况', [], Object.values(HOLDING_USE_NAMES).join('、')),
  ],
}

export const RESOURCES_SHEET: ListSheet = {
  name: '资源',
  note: '耕地、林地、鱼塘，一行一块',
  columns: [
    requiredColumn('编号', [], '自己定，不重复，如 ZY-01；也不要和“资产”表里的一样'),
    requiredColumn('名称', [], '60 字以内'),
    requiredColumn('类别', [], Object.values(RESOURCE_KIND_NAMES).join('、')),
    optionalColumn('地点', ['位置'], '在哪里'),
    requiredColumn('亩数', ['面积', '面积（亩）'], '亩，最多两位小数'),
    requiredColumn('使用情况', [], Object.values(HOLDING_USE_NAMES).join('、')),
  ],
}

export const CONTRACT_KIND_NAMES: Readonly<Record<Contract['kind'], string>> = { lease: '租赁', land: '承包' }
export const RHYTHM_NAMES: Readonly<Record<RentRhythm, string>> = { month: '每月', quarter: '每季', year: '每年' }
export const ADVANCE_NAMES = { yes: '先交后用', no: '先用后交' } as const

export const CONTRACTS_SHEET: ListSheet = {
  name: '合同',
  note: '租出去、包出去的，一份一行',
  columns: [
    requiredColumn('编号', ['合同编号'], '自己定，不重复，如 HT-01'),
    requiredColumn('名称', ['标题'], '60 字以内，如 东鱼塘承包'),
    requiredColumn('类型', [], Object.values(CONTRACT_KIND_NAMES).join('、')),
    requiredColumn('标的', ['资产资源编号'], '“资产”或“资源”表里的编号'),
    requiredColumn('对方', ['承租人', '承包人'], '租的人，60 字以内'),
    requiredColumn('开始日期', [], '第一天'),
    requiredColumn('结束日期', [], '最后一天，当天还算'),
    requiredColumn('交租周期', [], Object.values(RHYTHM_NAMES).join('、')),
    requiredColumn('每期租金', [], '元，最多两位小数'),
    requiredColumn('先后', [], Object.values(ADVANCE_NAMES).join('、')),
    requiredColumn('宽限天数', [], '该交那天起几天内要交清；当天就写 0'),
    optionalColumn('涨租', [], '如 2028-08-01 13000.00；几次用分号隔开'),
    optionalColumn('提前结束', [], '提前结束的那天；没有就空着'),
  ],
}

/** Sheets that may stand in a file, in its order. */
export const BOOK_SHEETS: readonly ListSheet[] = [
  OPENING_SHEET, SUB_ACCOUNTS_SHEET, ACCOUNTS_SHEET, VOUCHERS_SHEET, ASSETS_SHEET, RESOURCES_SHEET, CONTRACTS_SHEET,
]
/** Those of the template. */
export const TEMPLATE_SHEETS: readonly ListSheet[] = BOOK_SHEETS.filter((sheet) => sheet !== ACCOUNTS_SHEET)
/** Beside them, somebody's reading matter. */
export const NOTES_SHEET = '说明'
