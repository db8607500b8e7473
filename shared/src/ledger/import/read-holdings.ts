import { DomainError } from '../../kernel'
import { readDay, type ListFault, type TableRow } from '../../tables'
import { checkContract, type Contract } from '../contract'
import { ASSET_KIND_NAMES, HOLDING_USE_NAMES, RESOURCE_KIND_NAMES, checkAsset, checkResource, type Asset, type Resource } from '../holding'
import { COUNTERPARTY_LIMIT } from '../limits'
import { readAmount, readArea, readChoice, readCount, readSteps, readWords } from './book-cells'
import { ADVANCE_NAMES, CONTRACT_KIND_NAMES, RHYTHM_NAMES } from './book-sheets'

const NAME_LIMIT = 60
const DUE_LIMIT_DAYS = 366

/** Ids for a file's own codes; each code is given out once in the whole file. */
export class HoldingCodes {
  private readonly known = new Map<string, { readonly id: string; readonly row: number; readonly sheet: string }>()

  constructor(
    private readonly nextId: () => string,
    private readonly faults: ListFault[],
  ) {}

  idFor(code: string, row: TableRow, sheet: string): string {
    const earlier = this.known.get(code)
    if (earlier !== undefined) {
      this.faults.push(row.fault('编号', `和“${earlier.sheet}”第 ${earlier.row} 行重复，请改掉一个`))
      return earlier.id
    }
    const id = this.nextId()
    this.known.set(code, { id, row: row.number, sheet })
    return id
  }

  find(code: string): string | null {
    return this.known.get(code)?.id ?? null
  }
}

export function readAsset(bookId: string, row: TableRow, codes: HoldingCodes, faults: ListFault[]): readonly Asset[] {
  const { code, name, place } = common(row)
  const kind = row.read('类别', readChoice(ASSET_KIND_NAMES))
  const originalFen = row.read('原值', readAmount)
  const acquiredOn = row.read('取得日期', readDay)
  const use = row.read('使用情况', readChoice(HOLDING_USE_NAMES))
  const id = code ? codes.idFor(code, row, '资产') : ''
  if (!code || !name || !kind || originalFen == null || acquiredOn === undefined || !use) return []
  const asset: Asset = { id, bookId, kind, name, place, originalFen, acquiredOn, use }
  return checked(asset, checkAsset, row, faults, { name: '名称', place: '地点', originalFen: '原值', acquiredOn: '取得日期' })
}

export function readResource(
  bookId: string,
  row: TableRow,
  codes: HoldingCodes,
  faults: ListFault[],
): readonly Resource[] {
  const { code, name, place } = common(row)
  const kind = row.read('类别', readChoice(RESOURCE_KIND_NAMES))
  const areaCentiMu = row.read('亩数', readArea)
  const use = row.read('使用情况', readChoice(HOLDING_USE_NAMES))
  const id = code ? codes.idFor(code, row, '资源') : ''
  if (!code || !name || !kind || areaCentiMu == null || !use) return []
  const resource: Resource = { id, bookId, kind, name, place, areaCentiMu, use }
  return checked(resource, checkResource, row, faults, { name: '名称', place: '地点', areaCentiMu: '亩数' })
}

export type ImportedContract = Contract & { readonly endedOn: string | null }

export function readContract(
  bookId: string,
  row: TableRow,
  holdings: HoldingCodes,
  contracts: HoldingCodes,
  faults: ListFault[],
): readonly ImportedContract[] {
  const code = row.read('编号', readWords(NAME_LIMIT))
  const title = row.read('名称', readWords(COUNTERPARTY_LIMIT))
  const kind = row.read('类型', readChoice(CONTRACT_KIND_NAMES))
  const holdingCode = row.read('标的', readWords(NAME_LIMIT))
  const tenant = row.read('对方', readWords(COUNTERPARTY_LIMIT))
  const [fromOn, toOn, endedOn] = [row.read('开始日期', readDay), row.read('结束日期', readDay), row.read('提前结束', readDay)]
  const rhythm = row.read('交租周期', readChoice(RHYTHM_NAMES))
  const amountFen = row.read('每期租金', readAmount)
  const advance = row.read('先后', readChoice(ADVANCE_NAMES))
  const dueAfterDays = row.read('宽限天数', readCount(0, DUE_LIMIT_DAYS))
  const steps = row.read('涨租', readSteps)
  const id = code ? contracts.idFor(code, row, '合同') : ''
  const holdingId = holdingCode ? holdings.find(holdingCode) : null
  if (holdingCode && holdingId === null) {
    faults.push(row.fault('标的', `“资产”和“资源”表里都没有编号 ${holdingCode}，请核对`))
  }
  if (!code || !title || !kind || holdingId === null || !tenant || !fromOn || !toOn || endedOn === undefined) return []
  if (!rhythm || amountFen == null || !advance || dueAfterDays == null || steps === undefined) return []
  if (endedOn !== null && (endedOn < fromOn || endedOn > toOn)) {
    faults.push(row.fault('提前结束', '不在合同的起止日期之间，请核对'))
    return []
  }
  const rent = { rhythm, amountFen, steps: steps ?? [], isInAdvance: advance === 'yes', dueAfterDays }
  const contract: ImportedContract = { id, bookId, kind, holdingId, title, tenant, fromOn, toOn, rent, endedOn }
  return checked(contract, checkContract, row, faults, {
    title: '名称', tenant: '对方', fromOn: '开始日期', toOn: '结束日期', amountFen: '每期租金', steps: '涨租', dueAfterDays: '宽限天数',
  })
}

function common(row: TableRow) {
  return {
    code: row.read('编号', readWords(NAME_LIMIT)),
    name: row.read('名称', readWords(NAME_LIMIT)),
    place: row.read('地点', readWords(NAME_LIMIT)) ?? '',
  }
}

/** The room's own check, its refusal hung on the cell it is about. */
function checked<Row>(
  value: Row,
  check: (value: Row) => void,
  row: TableRow,
  faults: ListFault[],
  columns: Readonly<Record<string, string>>,
): readonly Row[] {
  try {
    check(value)
    return [value]
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, details } = error
    const words = code === 'ledger.contract-too-long'
      ? `合同最长 ${String(details['years'])} 年，超过的法律不认，请改结束日期`
      : '这一格没写对，请核对'
    faults.push(row.fault(columns[String(details['field'])] ?? columns['toOn'] ?? null, words))
    return []
  }
}
