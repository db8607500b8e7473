import type { Account, AccountKind, Chart, Side } from './chart'

/**
 * The 42 accounts of 《农村集体经济组织会计制度》, in its order. Codes and names are the standard's; the plain names are
 * ours. Village committees that stand in for a collective keep their book by it too (制度 第二条).
 *
 * All 42 codes and names were compared with a second table made from the ministry's own text, line by line; so was
 * that 133, 152 and 162 end on the credit side. The test holds a copy written apart from this one.
 */
export const CHART_2023: Chart = {
  version: 1,
  source: '财政部《农村集体经济组织会计制度》（财会〔2023〕14号，2023年9月5日），自2024年1月1日起施行',
  firstOn: '2024-01-01',
  accounts: [
    ...accounts('asset', 'debit', [
      ['101', '库存现金', '现金'],
      ['102', '银行存款', '银行里的钱'],
      ['111', '短期投资', '短期投资'],
      ['112', '应收款', '别人欠村里的'],
      ['113', '内部往来', '和村民的往来'],
      ['121', '库存物资', '买东西备用'],
      ['131', '消耗性生物资产', '种的养的（要卖的）'],
      ['132', '生产性生物资产', '果树、牲畜'],
    ]),
    ...accounts('asset', 'credit', [['133', '生产性生物资产累计折旧', '果树、牲畜折旧']]),
    ...accounts('asset', 'debit', [
      ['134', '公益性生物资产', '防护林'],
      ['141', '长期投资', '长期投资'],
      ['151', '固定资产', '房屋和设备'],
    ]),
    ...accounts('asset', 'credit', [['152', '累计折旧', '房屋设备折旧']]),
    ...accounts('asset', 'debit', [
      ['153', '在建工程', '正在修建的'],
      ['154', '固定资产清理', '处理旧房旧设备'],
      ['161', '无形资产', '土地使用权等'],
    ]),
    ...accounts('asset', 'credit', [['162', '累计摊销', '使用权摊销']]),
    ...accounts('asset', 'debit', [
      ['171', '长期待摊费用', '要分几年算的开支'],
      ['181', '待处理财产损溢', '还没查清的盈亏'],
    ]),
    ...accounts('liability', 'credit', [
      ['201', '短期借款', '短期借款'],
      ['211', '应付款', '村里欠别人的'],
      ['212', '应付工资', '工资补贴'],
      ['213', '应付劳务费', '雇工劳务'],
      ['214', '应交税费', '税费'],
      ['221', '长期借款及应付款', '长期借款'],
      ['231', '一事一议资金', '一事一议的钱'],
      ['241', '专项应付款', '上级专项的钱'],
    ]),
    ...accounts('equity', 'credit', [
      ['301', '资本', '入股的本钱'],
      ['311', '公积公益金', '公积公益金'],
      ['321', '本年收益', '今年收益'],
      ['322', '收益分配', '分给大家'],
    ]),
    ...accounts('cost', 'debit', [['401', '生产（劳务）成本', '生产和劳务']]),
    ...accounts('profit-and-loss', 'credit', [
      ['501', '经营收入', '经营、租金'],
      ['502', '投资收益', '投资分红'],
      ['503', '补助收入', '上级补助'],
      ['504', '其他收入', '其他收入'],
    ]),
    ...accounts('profit-and-loss', 'debit', [
      ['511', '经营支出', '生产经营'],
      ['512', '税金及附加', '税金'],
      ['513', '管理费用', '办公和管理'],
      ['514', '公益支出', '公益事业'],
      ['515', '其他支出', '其他支出'],
      ['521', '所得税费用', '所得税'],
    ]),
  ],
}

function accounts(
  kind: AccountKind,
  normalSide: Side,
  rows: readonly (readonly [code: string, name: string, plainName: string])[],
): readonly Account[] {
  return rows.map(([code, name, plainName]) => ({ code, name, kind, normalSide, plainName }))
}
