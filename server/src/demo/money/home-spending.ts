import { monthName, type Month } from '@huiying/shared/ledger'
import type { PlannedExpense, Shop } from './planned-expense'

/** Invented, all of them. */
export const SHOPS = {
  power: { name: '云岭县供电公司青溪供电所', accountNumber: '6230100010001000100' },
  pipes: { name: '青溪管道店', accountNumber: '6230100020002000200' },
  paper: { name: '青溪文印社', accountNumber: '6230100030003000300' },
  grain: { name: '青溪粮油店', accountNumber: '6230100040004000400' },
  digger: { name: '云岭县众兴土方队', accountNumber: '6230100050005000500' },
  cement: { name: '青溪水泥砂石厂', accountNumber: '6230100060006000600' },
  lamps: { name: '亮城灯具商行', accountNumber: '6230100070007000700' },
  clothes: { name: '青溪劳保用品店', accountNumber: '6230100080008000800' },
} as const satisfies Readonly<Record<string, Shop>>

/** Among the residents: who sweeps, who mends, who witnesses. */
export const SWEEPER = 3
export const MENDER = 4
export const WITNESS = 1

export const YARD_DECISION = '硬化一组晒谷坪'

/** On which day of its month it is begun; it is paid the day after. */
export interface Due {
  readonly day: number
  readonly plan: PlannedExpense
}

/** What comes every month: the sweeper's wages, and every second month the lamps' power. */
export function usualSpending(month: Month): readonly Due[] {
  const number = Number(month.slice(5))
  const wages: PlannedExpense = {
    purpose: `${monthName(month)}保洁工资`,
    says: '扫全村主路和三个垃圾点，按天记工，每天一次，工账在村务公开栏。',
    payee: { resident: SWEEPER },
    items: [['扫路', '26 天', 156_000], ['清垃圾点', '3 处', 24_000]],
    account: '51403',
  }
  const powerFen = 61_240 + ((number * 7_919) % 21_000)
  const power: PlannedExpense = {
    purpose: `${monthName(month)}路灯电费`,
    says: '全村 86 盏路灯的电费，按电表抄的数付，抄表单附在后面。',
    payee: SHOPS.power,
    items: [['路灯用电', `${Math.round(powerFen / 56)} 度`, powerFen]],
    account: '51404',
    isInvoice: true,
  }
  return [{ day: 24, plan: wages }, ...(number % 2 === 0 ? [{ day: 11, plan: power }] : [])]
}

/** What its season brings; by number of the month. */
export const SEASONAL: Readonly<Record<number, Due>> = {
  1: {
    day: 19,
    plan: {
      purpose: '春节慰问困难户', says: '给 12 户困难户和 5 位老党员送米送油，名单贴出来过，没有人有意见。',
      payee: SHOPS.grain, items: [['大米', '17 袋', 136_000], ['菜籽油', '17 桶', 119_000]], account: '51405', isInvoice: true,
    },
  },
  2: {
    day: 4,
    plan: {
      purpose: '买春联红纸和墨', says: '请村里会写字的老师给大家写春联，红纸和墨村里出。',
      payee: SHOPS.paper, items: [['红纸', '40 张', 18_000], ['墨汁', '6 瓶', 10_800]], account: '51406', isCash: true,
    },
  },
  3: {
    day: 12,
    plan: {
      purpose: '修二组下水道', says: '二组祠堂边的下水道堵了，换了 12 米管子，两天修好，来回冲过三遍。',
      payee: SHOPS.pipes, items: [['排水管', '12 米', 72_000], ['人工', '2 天', 56_000]], account: '51402',
    },
  },
  4: {
    day: 8,
    plan: {
      purpose: '四组水渠清淤', says: '春耕前把四组水渠清一遍，挖机两天，共 860 米，验收时组长和三户人都在。',
      payee: SHOPS.digger, items: [['挖机', '2 天', 480_000], ['拖运', '1 趟', 40_000], ['清渠人工', '4 人', 160_000]], account: '51402',
      isInvoice: true,
    },
  },
  5: {
    day: 15,
    plan: {
      purpose: '买打印纸和墨盒', says: '村委会打印公示和证明用的纸和墨盒，够用三个月。',
      payee: SHOPS.paper, items: [['A4 纸', '4 箱', 13_600], ['墨盒', '1 个', 12_000]], account: '51301', isCash: true,
    },
  },
  6: {
    day: 2,
    plan: {
      purpose: '六一给村小学买书', says: '给村小学 43 个孩子每人买一本书，书单是老师列的。',
      payee: SHOPS.paper, items: [['课外书', '43 本', 98_900]], account: '51406', isInvoice: true,
    },
  },
  7: {
    day: 9,
    plan: {
      purpose: '防汛沙袋和铁锹', says: '涨水那两天堵四组河堤缺口用的，沙袋用完了，铁锹收在仓库。',
      payee: SHOPS.cement, items: [['沙袋', '600 条', 90_000], ['铁锹', '20 把', 50_000]], account: '51501',
    },
  },
  8: {
    day: 13,
    plan: {
      purpose: '换三组自来水管', says: '三组主管老化爆了两回，换 140 米，停水一天，通知到了每户。',
      payee: SHOPS.pipes, items: [['PE 管', '140 米', 322_000], ['接头阀门', '1 批', 46_000], ['人工', '3 天', 108_000]], account: '51402',
      isInvoice: true,
    },
  },
  9: {
    day: 16,
    plan: {
      purpose: '修村委会屋顶', says: '村委会办事厅漏雨，换瓦补防水，请的是村里的瓦工。',
      payee: { resident: MENDER }, items: [['瓦和防水料', '1 批', 86_000], ['人工', '3 天', 90_000]], account: '51305',
    },
  },
  10: {
    day: 17,
    plan: {
      purpose: '重阳节慰问老人', says: '给 70 岁以上的 62 位老人每人一袋米，名单和签收单都在。',
      payee: SHOPS.grain, items: [['大米', '62 袋', 310_000]], account: '51405', isInvoice: true,
    },
  },
  11: {
    day: 12,
    plan: {
      purpose: '做防火宣传牌', says: '秋收后怕烧秸秆起火，做 6 块牌子立在路口。',
      payee: SHOPS.paper, items: [['铁皮牌', '6 块', 54_000]], account: '51406',
    },
  },
  12: {
    day: 15,
    plan: {
      purpose: '保洁员冬天的衣服', says: '给保洁员和护林员买棉衣雨鞋，2 人一人一套。',
      payee: SHOPS.clothes, items: [['棉衣', '2 件', 36_000], ['雨鞋手套', '2 套', 12_000]], account: '51403',
    },
  },
}

/** Over twenty thousand: rests on what the village has passed. Done two months ago. */
export const YARD: PlannedExpense = {
  purpose: '硬化一组晒谷坪', says: '按村民代表会议定的，一组晒谷坪铺水泥 420 平方米，量过尺寸，做完当场验收。',
  payee: SHOPS.cement, items: [['水泥砂石', '1 批', 1_960_000], ['人工', '6 人 5 天', 900_000]], account: '51401', isInvoice: true,
  decision: YARD_DECISION,
}
