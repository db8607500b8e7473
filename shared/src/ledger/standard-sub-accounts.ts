import type { SubAccount } from './book'

/**
 * What a new book has below the chart's accounts. 322 is divided as the standard asks (各项分配, 未分配收益); the numbers
 * of all of them are ours, since it leaves them to each book.
 */
export const STANDARD_SUB_ACCOUNTS: readonly SubAccount[] = [
  ['32201', '各项分配'],
  ['3220101', '提取公积公益金'],
  ['3220102', '向成员分配'],
  ['3220103', '其他分配'],
  ['32202', '未分配收益'],
  ['51301', '办公费'],
  ['51302', '干部补贴'],
  ['51303', '水电费'],
  ['51304', '差旅和车辆'],
  ['51305', '维修费'],
  ['51401', '修路修桥'],
  ['51402', '水利和下水道'],
  ['51403', '清扫保洁'],
  ['51404', '路灯亮化'],
  ['51405', '养老助困'],
  ['51406', '文化活动'],
  ['50101', '租金承包费'],
  ['50102', '卖农产品'],
  ['50103', '服务收入'],
  ['51501', '防汛抢险'],
  ['51502', '利息手续费'],
].map(([code = '', name = '']) => ({ code, name, isActive: true }))

export const APPROPRIATIONS = '32201'
export const TO_COMMON_FUND = '3220101'
export const TO_MEMBERS = '3220102'
export const UNDISTRIBUTED = '32202'
