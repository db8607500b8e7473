import type { CalendarDate } from '@huiying/shared/kernel'
import type {
  Asset, AssetBody, AssetKind, Contract, ContractBody, ContractRow, HoldingUse, RentRhythm, Resource, ResourceBody,
  ResourceKind,
} from '@huiying/shared/ledger'
import { amountOf, amountText, centiMuOf, dayOf, muText } from '../typed'

// What is written, as it lies on the phone: figures and days as typed. Plain data.

export interface AssetValue {
  readonly kind: AssetKind
  readonly name: string
  readonly place: string
  readonly originalText: string
  readonly acquiredText: string
  readonly use: HoldingUse
}

export interface ResourceValue {
  readonly kind: ResourceKind
  readonly name: string
  readonly place: string
  readonly areaText: string
  readonly use: HoldingUse
}

export interface ContractValue {
  readonly kind: Contract['kind']
  readonly holdingId: string
  readonly title: string
  readonly tenant: string
  readonly fromText: string
  readonly toText: string
  readonly rhythm: RentRhythm
  readonly rentText: string
  readonly steps: readonly { readonly fromText: string; readonly amountText: string }[]
  readonly isInAdvance: boolean
  readonly dueText: string
  readonly endedText: string
}

export const EMPTY_ASSET: AssetValue = {
  kind: 'building', name: '', place: '', originalText: '', acquiredText: '', use: 'own-use',
}
export const EMPTY_RESOURCE: ResourceValue = { kind: 'farmland', name: '', place: '', areaText: '', use: 'own-use' }
export const EMPTY_CONTRACT: ContractValue = {
  kind: 'lease', holdingId: '', title: '', tenant: '', fromText: '', toText: '', rhythm: 'year', rentText: '', steps: [],
  isInAdvance: true, dueText: '30', endedText: '',
}

export function assetValue({ kind, name, place, originalFen, acquiredOn, use }: Asset): AssetValue {
  return { kind, name, place, originalText: amountText(originalFen), acquiredText: acquiredOn ?? '', use }
}

export function resourceValue({ kind, name, place, areaCentiMu, use }: Resource): ResourceValue {
  return { kind, name, place, areaText: muText(areaCentiMu), use }
}

export function contractValue(contract: ContractRow): ContractValue {
  const { kind, holdingId, title, tenant, fromOn, toOn, rent, endedOn } = contract
  return {
    kind, holdingId, title, tenant, fromText: fromOn, toText: toOn, rhythm: rent.rhythm,
    rentText: amountText(rent.amountFen),
    steps: rent.steps.map((step) => ({ fromText: step.fromOn, amountText: amountText(step.amountFen) })),
    isInAdvance: rent.isInAdvance, dueText: `${rent.dueAfterDays}`, endedText: endedOn ?? '',
  }
}

/** What is written as the register takes it, or the sentence that says what is missing. */
export type Read<Body> = { readonly body: Body } | { readonly fault: string }

export function readAsset(value: AssetValue): Read<AssetBody> {
  const { kind, name, place, use, acquiredText } = value
  const originalFen = amountOf(value.originalText)
  const acquiredOn = acquiredText.trim() === '' ? null : dayOf(acquiredText)
  if (name.trim() === '') return { fault: '请写叫什么' }
  if (originalFen === null) return { fault: '原值没看懂，请写成 1280 或 1280.50' }
  if (acquiredOn === null && acquiredText.trim() !== '') return { fault: '哪天有的没看懂，请写成 2026-09-14，不知道就空着' }
  return { body: { kind, name: name.trim(), place: place.trim(), originalFen, acquiredOn, use } }
}

export function readResource({ kind, name, place, areaText, use }: ResourceValue): Read<ResourceBody> {
  const areaCentiMu = centiMuOf(areaText)
  if (name.trim() === '') return { fault: '请写叫什么' }
  if (areaCentiMu === null || areaCentiMu === 0) return { fault: '面积没看懂，请写成 12.35' }
  return { body: { kind, name: name.trim(), place: place.trim(), areaCentiMu, use } }
}

export function readContract(value: ContractValue): Read<ContractBody> {
  const { kind, holdingId, title, tenant, rhythm, isInAdvance } = value
  const [fromOn, toOn] = [dayOf(value.fromText), dayOf(value.toText)]
  const amountFen = amountOf(value.rentText)
  const endedOn: CalendarDate | null = value.endedText.trim() === '' ? null : dayOf(value.endedText)
  if (holdingId === '') return { fault: '请选租的、包的是哪一处' }
  if (title.trim() === '') return { fault: '请写合同叫什么' }
  if (tenant.trim() === '') return { fault: '请写租给谁、包给谁' }
  if (fromOn === null || toOn === null) return { fault: '起止日期没看懂，请写成 2026-09-14' }
  if (toOn < fromOn) return { fault: '结束的日子早于开始的日子，请核对' }
  if (amountFen === null) return { fault: '租金没看懂，请写成 1280 或 1280.50' }
  if (!/^\d{1,3}$/.test(value.dueText.trim())) return { fault: '宽限几天请写数字，没有宽限写 0' }
  if (endedOn === null && value.endedText.trim() !== '') return { fault: '终止的日子没看懂，没有终止就空着' }
  const steps = value.steps.map((step) => ({ fromOn: dayOf(step.fromText), amountFen: amountOf(step.amountText) }))
  const known = steps.flatMap((step) =>
    step.fromOn === null || step.amountFen === null ? [] : [{ fromOn: step.fromOn, amountFen: step.amountFen }])
  if (known.length < steps.length) return { fault: '有一次涨租没看懂：从哪天起，每期多少钱' }
  return {
    body: {
      kind, holdingId, title: title.trim(), tenant: tenant.trim(), fromOn, toOn,
      rent: { rhythm, amountFen, steps: known, isInAdvance, dueAfterDays: Number(value.dueText.trim()) },
      ...(endedOn === null ? {} : { endedOn }),
    },
  }
}
