import { accountOf, addSubAccount, isMoney, isOther, setSubAccountActive } from './account'
import { CHART_2023 } from './chart-2023'
import { chartOf, CHARTS } from './charts'
import { STANDARD_SUB_ACCOUNTS } from './standard-sub-accounts'
import { BOOK, refusal } from './testing/samples'

describe('the national chart of 2023', () => {
  const { accounts } = CHART_2023

  it('has 42 accounts, each code and name once, in the order of codes', () => {
    const codes = accounts.map(({ code }) => code)
    expect(accounts).toHaveLength(42)
    expect(new Set(codes).size).toBe(42)
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(42)
    expect([...codes].sort()).toEqual(codes)
  })

  it.each([
    ['asset', '1', 19], ['liability', '2', 8], ['equity', '3', 4], ['cost', '4', 1], ['profit-and-loss', '5', 10],
  ])('%s begins with %s and counts %i', (kind, first, count) => {
    const own = accounts.filter((one) => one.kind === kind)
    expect(own).toHaveLength(count)
    expect(own.every(({ code }) => code.startsWith(first))).toBe(true)
  })

  it('what wears away grows on the credit side, though it is an asset', () => {
    const worn = accounts.filter((one) => one.kind === 'asset' && one.normalSide === 'credit')
    expect(worn.map(({ code }) => code)).toEqual(['133', '152', '162'])
  })

  it.each([['101', '库存现金'], ['102', '银行存款'], ['501', '经营收入'], ['513', '管理费用'], ['514', '公益支出'], ['521', '所得税费用']])(
    '%s is %s', (code, name) => {
      expect(accountOf(BOOK, code)).toMatchObject({ code, name, rootCode: code })
    })

  it('says what the ministry\'s table says, number by number', () => {
    const table = `
      101 库存现金 102 银行存款 111 短期投资 112 应收款 113 内部往来 121 库存物资 131 消耗性生物资产 132 生产性生物资产
      133 生产性生物资产累计折旧 134 公益性生物资产 141 长期投资 151 固定资产 152 累计折旧 153 在建工程 154 固定资产清理
      161 无形资产 162 累计摊销 171 长期待摊费用 181 待处理财产损溢
      201 短期借款 211 应付款 212 应付工资 213 应付劳务费 214 应交税费 221 长期借款及应付款 231 一事一议资金 241 专项应付款
      301 资本 311 公积公益金 321 本年收益 322 收益分配 401 生产（劳务）成本
      501 经营收入 502 投资收益 503 补助收入 504 其他收入
      511 经营支出 512 税金及附加 513 管理费用 514 公益支出 515 其他支出 521 所得税费用`
    expect(accounts.map(({ code, name }) => `${code} ${name}`).join(' ')).toBe(table.trim().replace(/\s+/g, ' '))
  })

  it('is found by its version; another one is broken data', () => {
    expect(CHARTS.map(({ version }) => chartOf(version))).toEqual(CHARTS)
    expect(() => chartOf(99)).toThrow('unknown chart')
  })
})

describe('accounts below the chart', () => {
  it('the standard ones fit the chart, each below one that is there', () => {
    const grown = [...STANDARD_SUB_ACCOUNTS]
      .sort((one, other) => one.code.length - other.code.length)
      .reduce(addSubAccount, { ...BOOK, subAccounts: [] })
    expect(grown.subAccounts).toHaveLength(STANDARD_SUB_ACCOUNTS.length)
  })

  it('take the nature of the account above', () => {
    const book = addSubAccount(BOOK, { code: '10201', name: ' 农商行 ' })
    expect(accountOf(book, '10201')).toMatchObject({ name: '农商行', kind: 'asset', rootCode: '102', normalSide: 'debit' })
    expect(isMoney('10201')).toBe(true)
    // The whole village reads the names.
    const numbered = addSubAccount(BOOK, { code: '11301', name: '王大爷 13812345678' })
    expect(accountOf(numbered, '11301').name).toBe('王大爷 138****5678')
    expect(isMoney('112')).toBe(false)
  })

  it.each([
    ['no parent', '6010', 'ledger.sub-account-invalid'],
    ['a parent that is not there', '99901', 'ledger.account-unknown'],
    ['a parent below that is not there', '5149901', 'ledger.account-unknown'],
    ['one digit too many', '514011', 'ledger.sub-account-invalid'],
    ['too deep', '51401010101', 'ledger.sub-account-invalid'],
    ['the chart itself', '514', 'ledger.sub-account-invalid'],
    ['a code that is taken', '51401', 'ledger.sub-account-exists'],
  ])('%s is refused', (_what, code, refused) => {
    expect(() => addSubAccount(BOOK, { code, name: '新的' })).toThrow(refusal(refused))
  })

  it('no name, and a sister of the same name, are refused', () => {
    expect(() => addSubAccount(BOOK, { code: '51499', name: ' ' })).toThrow(refusal('ledger.sub-account-invalid'))
    expect(() => addSubAccount(BOOK, { code: '51499', name: '清扫保洁' })).toThrow(refusal('ledger.sub-account-exists'))
  })

  it('may be switched off, not the chart\'s own', () => {
    expect(accountOf(setSubAccountActive(BOOK, '51401', false), '51401').isActive).toBe(false)
    expect(() => setSubAccountActive(BOOK, '514', false)).toThrow(refusal('ledger.account-unknown'))
  })

  it('"其他" says nothing, by code or by name', () => {
    const book = addSubAccount(BOOK, { code: '51409', name: '其他公益' })
    expect(['504', '515', '51409', '3220103'].map((code) => isOther(book, code))).toEqual([true, true, true, true])
    expect(['514', '51501', '501'].map((code) => isOther(book, code))).toEqual([false, false, false])
    const spelled = addSubAccount(BOOK, { code: '51409', name: '其它公益' })
    expect(isOther(spelled, '51409')).toBe(true)
  })
})
