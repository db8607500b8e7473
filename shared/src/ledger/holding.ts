import { DomainError, isCalendarDate, sumFen, textLength, type CalendarDate, type Fen } from '../kernel'
import { AMOUNT_LIMIT_FEN } from './limits'

/** 资产: what the village owns that was made or bought. */
export interface Asset {
  readonly id: string
  readonly bookId: string
  readonly kind: AssetKind
  readonly name: string
  readonly place: string
  /** 原值 */
  readonly originalFen: Fen
  readonly acquiredOn: CalendarDate | null
  readonly use: HoldingUse
}

export type AssetKind = 'building' | 'road-and-water' | 'machine' | 'vehicle' | 'office' | 'biological' | 'other'

/** 资源: land, woods and water of the village. */
export interface Resource {
  readonly id: string
  readonly bookId: string
  readonly kind: ResourceKind
  readonly name: string
  readonly place: string
  /** In hundredths of a mu 亩, so that 12.35 亩 is a whole number. */
  readonly areaCentiMu: number
  readonly use: HoldingUse
}

export type ResourceKind = 'farmland' | 'forest' | 'grassland' | 'pond' | 'wasteland' | 'building-land' | 'other'

/** idle: 闲置; residents see it, because nobody pays for it. */
export type HoldingUse = 'own-use' | 'let' | 'idle' | 'gone'

export const ASSET_KIND_NAMES: Readonly<Record<AssetKind, string>> = {
  building: '房屋', 'road-and-water': '路、桥和水利', machine: '机器设备', vehicle: '车辆', office: '办公用品',
  biological: '果树和牲畜', other: '别的',
}

export const RESOURCE_KIND_NAMES: Readonly<Record<ResourceKind, string>> = {
  farmland: '耕地', forest: '林地', grassland: '草地', pond: '鱼塘水面', wasteland: '荒地', 'building-land': '建设用地', other: '别的',
}

export const HOLDING_USE_NAMES: Readonly<Record<HoldingUse, string>> = {
  'own-use': '村里自用', let: '租出去了', idle: '闲着', gone: '已经没有了',
}

const NAME_LIMIT = 60
const AREA_LIMIT_CENTI_MU = 100_000_000

/** @throws ledger.holding-invalid, with the field that is wrong */
export function checkAsset({ name, place, originalFen, acquiredOn }: Asset): void {
  checkNames(name, place)
  if (!Number.isInteger(originalFen) || originalFen < 0 || originalFen > AMOUNT_LIMIT_FEN) fault('originalFen')
  if (acquiredOn !== null && !isCalendarDate(acquiredOn)) fault('acquiredOn')
}

/** @throws ledger.holding-invalid, with the field that is wrong */
export function checkResource({ name, place, areaCentiMu }: Resource): void {
  checkNames(name, place)
  if (!Number.isInteger(areaCentiMu) || areaCentiMu <= 0 || areaCentiMu > AREA_LIMIT_CENTI_MU) fault('areaCentiMu')
}

/** "12.35 亩" */
export function formatArea(areaCentiMu: number): string {
  const digits = `${areaCentiMu}`.padStart(3, '0')
  const part = digits.slice(-2).replace(/0+$/, '')
  return `${digits.slice(0, -2)}${part === '' ? '' : `.${part}`} 亩`
}

export interface HoldingTotals {
  readonly count: number
  readonly idleCount: number
  readonly letCount: number
}

/** What is gone is not counted. */
export function assetTotals(assets: readonly Asset[]): HoldingTotals & { readonly originalFen: Fen } {
  const held = assets.filter(({ use }) => use !== 'gone')
  return { ...counts(held), originalFen: sumFen(held.map(({ originalFen }) => originalFen)) }
}

/** What is gone is not counted. */
export function resourceTotals(resources: readonly Resource[]): HoldingTotals & { readonly areaCentiMu: number } {
  const held = resources.filter(({ use }) => use !== 'gone')
  return { ...counts(held), areaCentiMu: held.reduce((sum, { areaCentiMu }) => sum + areaCentiMu, 0) }
}

function counts(held: readonly { readonly use: HoldingUse }[]): HoldingTotals {
  const of = (wanted: HoldingUse): number => held.filter(({ use }) => use === wanted).length
  return { count: held.length, idleCount: of('idle'), letCount: of('let') }
}

function checkNames(name: string, place: string): void {
  if (name.trim() === '' || textLength(name) > NAME_LIMIT) fault('name')
  if (textLength(place) > NAME_LIMIT) fault('place')
}

function fault(field: string): never {
  throw new DomainError('ledger.holding-invalid', { field })
}
