import type { KeeperAccount, KeeperAnswer, KeeperEntry, KeeperMonth } from '@huiying/shared/ledger'

/** Mid-morning in China on 20 September 2026. */
export const NOW = Date.UTC(2026, 8, 20, 2)

export const VILLAGE = { id: 'village-1', kind: 'village', name: '青石桥村' } as const
export const BOOK = { id: 'b1', name: '青石桥村集体经济组织', legalBody: 'collective', firstMonth: '2026-08' } as const

export function keeperAccount(code: string, name: string, balanceFen = 0): KeeperAccount {
  const isAsset = code.startsWith('1')
  return {
    code, name, kind: isAsset ? 'asset' : code.startsWith('3') ? 'equity' : 'profit-and-loss',
    normalSide: isAsset ? 'debit' : 'credit', isActive: true, isSub: code.length > 3, balanceFen, reservedFen: 0,
  }
}

export const ACCOUNTS: readonly KeeperAccount[] = [
  keeperAccount('101', '库存现金', 5_000),
  keeperAccount('102', '银行存款', 100_000),
  keeperAccount('10201', '农商行基本户', 100_000),
  keeperAccount('311', '公积公益金', -105_000),
  keeperAccount('501', '经营收入'),
  keeperAccount('50101', '租金承包费'),
  keeperAccount('503', '补助收入'),
]

export function keeperMonth(month: string, part: Partial<KeeperMonth> = {}): KeeperMonth {
  return { month, status: 'open', voucherCount: 0, assertions: [], waitingCount: 0, notice: null, ...part }
}

export const ENTRY: KeeperEntry = {
  id: 'e1', position: 1, month: '2026-08', voucher: 2, on: '2026-08-09', sentence: '8月9日，鱼塘租金，收到王建国 ¥50.00',
  sourceType: 'income', movedFen: 5_000, correction: null, purpose: '鱼塘租金', mayReverse: true,
  lines: [{ account: '10201', side: 'debit', amountFen: 5_000 }, { account: '50101', side: 'credit', amountFen: 5_000 }],
}

export function keeperDesk(part: Partial<KeeperAnswer> = {}): KeeperAnswer {
  return {
    now: NOW, village: VILLAGE, book: BOOK, isStopped: false, hasOpening: true, accounts: ACCOUNTS,
    months: [keeperMonth('2026-09'), keeperMonth('2026-08', { voucherCount: 2 })],
    month: '2026-08', banks: [{ account: '10201', bookFen: 100_000 }], entries: [ENTRY], more: null, ...part,
  }
}
