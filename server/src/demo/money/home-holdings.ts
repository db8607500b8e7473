import { addDays } from '@huiying/shared/kernel'
import { firstOf, monthAfter, type Month } from '@huiying/shared/ledger'
import type { Holding } from '../../features/ledger/save-holding'

/** Ids as a phone makes them. */
export const CONTRACTS = { land: 'demo-contract-land', pond: 'demo-contract-pond', shop: 'demo-contract-shop' } as const

export const LAND_RENT_FEN = 3_440_000
export const POND_RENT_FEN = 1_800_000
export const SHOP_RENT_FEN = 240_000

/** What the village owns, and who uses it for rent. Of the shop the last quarter is owed. */
export function homeHoldings(firstMonth: Month, bookId: string): readonly Holding[] {
  const threeYears = (fromOn: string) => ({ fromOn, toOn: addDays(`${Number(fromOn.slice(0, 4)) + 3}${fromOn.slice(4)}`, -1) })
  const asset = (id: string, row: Omit<Extract<Holding, { what: 'asset' }>['row'], 'id' | 'bookId'>): Holding =>
    ({ what: 'asset', row: { id: `demo-asset-${id}`, bookId, ...row } })
  const resource = (id: string, row: Omit<Extract<Holding, { what: 'resource' }>['row'], 'id' | 'bookId'>): Holding =>
    ({ what: 'resource', row: { id: `demo-land-${id}`, bookId, ...row } })
  const contract = (row: Omit<Extract<Holding, { what: 'contract' }>['row'], 'bookId' | 'endedOn'>): Holding =>
    ({ what: 'contract', row: { bookId, endedOn: null, ...row } })
  return [
    asset('office', { kind: 'building', name: '村委会办公楼', place: '村口', originalFen: 68_000_000, acquiredOn: '2014-06-01', use: 'own-use' }),
    asset('shops', { kind: 'building', name: '门面房 2 间', place: '村口公路边', originalFen: 26_000_000, acquiredOn: '2018-03-01', use: 'let' }),
    asset('solar', { kind: 'machine', name: '光伏电站', place: '村委会屋顶', originalFen: 31_500_000, acquiredOn: '2021-09-01', use: 'own-use' }),
    asset('store', { kind: 'building', name: '老粮仓', place: '二组', originalFen: 4_000_000, acquiredOn: null, use: 'idle' }),
    asset('lamps', { kind: 'road-and-water', name: '路灯 86 盏', place: '全村', originalFen: 9_000_000, acquiredOn: '2020-11-01', use: 'own-use' }),
    resource('field', { kind: 'farmland', name: '机动地', place: '三组、四组', areaCentiMu: 8_600, use: 'let' }),
    resource('pond', { kind: 'pond', name: '东鱼塘', place: '四组', areaCentiMu: 1_235, use: 'let' }),
    resource('wood', { kind: 'forest', name: '后山林地', place: '后山', areaCentiMu: 42_000, use: 'own-use' }),
    resource('bank', { kind: 'wasteland', name: '河滩荒地', place: '五组河边', areaCentiMu: 1_860, use: 'idle' }),
    contract({
      id: CONTRACTS.land, kind: 'land', holdingId: 'demo-land-field', title: '机动地流转', tenant: '青禾种植合作社',
      ...threeYears(firstOf(firstMonth)), rent: { rhythm: 'year', amountFen: LAND_RENT_FEN, steps: [], isInAdvance: true, dueAfterDays: 30 },
    }),
    contract({
      id: CONTRACTS.pond, kind: 'land', holdingId: 'demo-land-pond', title: '东鱼塘承包', tenant: '彭家渔业合作社',
      ...threeYears(firstOf(monthAfter(firstMonth, 2))),
      rent: { rhythm: 'year', amountFen: POND_RENT_FEN, steps: [], isInAdvance: true, dueAfterDays: 20 },
    }),
    contract({
      id: CONTRACTS.shop, kind: 'lease', holdingId: 'demo-asset-shops', title: '村口门面房', tenant: '老周小卖部',
      ...threeYears(firstOf(firstMonth)), rent: { rhythm: 'quarter', amountFen: SHOP_RENT_FEN, steps: [], isInAdvance: true, dueAfterDays: 10 },
    }),
  ]
}
