import { add, after, emptyRegister, idOf, plan, planned, put, sentences, type Change } from './testing/planning'

describe('an admin of a sub-district', () => {
  const register = after(emptyRegister)
  const subDistrictId = idOf(register, 'QX')

  it('imports his own', () => {
    expect(planned(register, undefined, { subDistrictId }).answer.unchanged).toBe(25)
  })

  it('may leave in his file what the county has there, as it is', () => {
    const ofCounty: Change = (rows) => {
      rows.人员.push(['C001', '县平', '13600000001'])
      rows.职务.push(['C001', '', '工作人员', 'C', '', '2024-01-01', ''])
    }
    const whole = after(emptyRegister, ofCounty)
    const own = { subDistrictId: idOf(whole, 'QX') }
    expect(planned(whole, ofCounty, own).answer).toMatchObject({ added: 0, changed: 0 })
    const renamed: Change = (rows) => {
      ofCounty(rows)
      put('人员', 5, 1, '县安')(rows)
      put('职务', 7, 6, '2026-12-31')(rows)
    }
    expect(sentences(plan(whole, renamed, own))).toEqual([
      '人员 第 7 行 “编号”：C001 在系统里是别的地方的人，请换一个编号',
      '职务 第 9 行 “单位编号”：C 是区县的，街道不能安排区县的职务，请删掉这一行',
    ])
  })

  it('imports no other, and changes nothing above him', () => {
    const other = after(register, (rows) => {
      rows.单位.splice(0, 6, ['C', '云岭县', '区县', ''], ['BS', '白石镇', '镇', 'C'], ['BS-1', '白石村', '村', 'BS'])
      rows.人员.splice(0, 5, ['B001', '白山', '13700000001'])
      rows.职务.splice(0, 7, ['B001', '', '书记', 'BS-1', '', '2024-01-01', ''])
      rows.居民.splice(0, 4)
    })
    expect(sentences(plan(other, undefined, { subDistrictId: idOf(other, 'BS') }))).toEqual(
      expect.arrayContaining(['单位 第 3 行 “编号”：QX 不是您的街道（乡镇），这里只能导入自己的，请核对编号']),
    )
    const reaching: Change = (rows) => {
      put('单位', 0, 1, '云山县')(rows)
      add('职务', 'G005', '', '管理员', 'C', '', '2026-01-01', '')(rows)
      add('人员', 'B001', '白山', '13800000066')(rows)
    }
    expect(sentences(plan(other, reaching, { subDistrictId: idOf(other, 'QX') }))).toEqual([
      '单位 第 2 行：区县这一行和系统里不一样，街道不能改；请照系统里的写',
      '人员 第 7 行 “编号”：B001 在系统里是别的地方的人，请换一个编号',
      '职务 第 9 行 “单位编号”：C 是区县的，街道不能安排区县的职务，请删掉这一行',
    ])
  })
})
