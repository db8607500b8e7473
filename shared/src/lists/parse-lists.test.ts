import { startOfChinaDay } from '../kernel'
import { faultSentence, type Cell } from '../tables'
import { parseLists } from '.'
import { workbook, type SheetName } from './testing'

/** The sentences for lists that were sound before `change`. */
function faultsOf(change: (rows: Record<SheetName, Cell[][]>) => void): readonly string[] {
  return parseLists(workbook(change)).faults.map(faultSentence)
}

/** Sets one cell; `row` and `column` from 0, below the heading. */
function put(sheet: SheetName, row: number, column: number, cell: Cell) {
  return (rows: Record<SheetName, Cell[][]>): void => {
    const cells = rows[sheet][row]
    if (cells === undefined) throw new Error('no such row')
    cells[column] = cell
  }
}

function add(sheet: SheetName, ...cells: Cell[]) {
  return (rows: Record<SheetName, Cell[][]>): void => {
    rows[sheet].push(cells)
  }
}

describe('sound lists', () => {
  const { lists } = parseLists(workbook())

  it('give typed units, people, posts and residents', () => {
    expect(lists?.units).toHaveLength(6)
    expect(lists?.people.map(({ code, name, phone }) => [code, name, phone])).toContainEqual(['G004', '王强', '13800000004'])
    expect(lists?.residents).toHaveLength(4)
  })

  it('count a man in both sheets once', () => {
    expect(lists?.people.filter((person) => person.code === 'G004')).toHaveLength(1)
    expect(lists?.people).toHaveLength(8)
  })

  it('turn first and last day into a half-open span of China time', () => {
    const specialist = lists?.posts.find((post) => post.kind === 'specialist')
    expect(specialist).toMatchObject({
      fromAt: startOfChinaDay('2024-03-01'), toAt: startOfChinaDay('2027-01-01'), charge: '低保、医保',
    })
  })

  it('may leave out blank rows, order columns freely, use other headings and carry further columns and sheets', () => {
    const sheets = workbook((rows) => rows.人员.splice(1, 0, ['', '  ', null]))
    const people = sheets.find((sheet) => sheet.name === '人员')
    const turned = people?.rows.map((row, index) => [index === 0 ? '备注' : '随便', row[1], ` ${String(row[2] ?? '')}`, row[0]]) ?? []
    turned[0] = ['备注', '姓 名（必填）', '手机号码', '编号*']
    const changed = sheets.map((sheet) => (sheet.name === '人员' ? { name: ' 人员 ', rows: turned } : sheet))
    const { lists: read, faults } = parseLists([{ name: '说明', rows: [] }, ...changed])
    expect(faults).toEqual([])
    expect(read?.people).toHaveLength(8)
  })
})

describe('cells', () => {
  it.each([
    ['13800', '13800 不是 11 位手机号，请改成 11 位'],
    ['12345678901', '12345678901 不像手机号（手机号以 13 到 19 开头），请核对'],
    ['0730-8881234', '0730-8881234 是座机，这里只收手机号；没有手机就空着'],
    ['13800000001/13900000002', '13800000001/1390000… 像是两个号码，请只留一个'],
    ['1.38E+10', '被 Excel 变成了 1.38E+10，数字已经丢了，请把这一列设成“文本”格式再填一遍'],
    [13800000001.5, '13800000001.5 像是被 Excel 改过的数字，请把这一列设成“文本”格式再填一遍'],
  ])('phone %s', (cell, words) => {
    expect(faultsOf(put('人员', 1, 2, cell))).toEqual([`人员 第 3 行 “电话”：${words}`])
  })

  it.each(['１３８ ０００００００２', '138-0000-0002', '+8613800000002', '13800000002.0', 13800000002, '\u200b13800000002 '])('phone %s is read', (cell) => {
    const { lists } = parseLists(workbook(put('人员', 1, 2, cell)))
    expect(lists?.people.find((person) => person.code === 'G002')?.phone).toBe('13800000002')
  })

  it.each([
    [new Date('2024-01-02T00:00:00Z'), '被 Excel 变成了日期，请把这一列设成“文本”格式再填一遍'],
    ['430602199001011234', '像是身份证号，请不要用身份证号当编号，自己定一个'],
    ['王-1', '王-1 不能当编号，请只用字母、数字和短横，32 位以内'],
    ['', '空着，请填上'],
  ])('code %s', (cell, words) => {
    expect(faultsOf(put('单位', 5, 0, cell))).toEqual([`单位 第 7 行 “编号”：${words}`])
  })

  it.each([
    ['2024-02-30', '2024-02-30'], ['去年', '去年'], [45231, '45231'], ['2024-1', '2024-1'], ['0024-01-01', '0024-01-01'],
  ])('day %s', (cell, shown) => {
    expect(faultsOf(put('职务', 2, 5, cell))).toEqual([
      `职务 第 4 行 “开始日期”：${shown} 看不出是哪一天，请写成 2026-01-05 这样`,
    ])
  })

  it('a day kept by Excel as a day is that day, also with its rounding', () => {
    const { lists } = parseLists(workbook(put('职务', 2, 5, new Date('2024-02-29T23:59:59.999Z'))))
    expect(lists?.posts[2]?.fromOn).toBe('2024-03-01')
  })

  it('a name that is a number stands in the wrong column', () => {
    expect(faultsOf(put('人员', 0, 1, 13800000001))).toEqual(['人员 第 2 行 “姓名”：13800000001 里没有字，请核对是不是填错了列'])
  })

  it('names where to jump to in Excel', () => {
    expect(parseLists(workbook(put('人员', 1, 2, '13800'))).faults[0]?.cell).toBe('C3')
  })
})

describe('sheets and headings', () => {
  it('names each missing sheet, and says nothing of what that sheet would have held', () => {
    const faults = parseLists(workbook().filter((sheet) => sheet.name === '职务' || sheet.name === '居民')).faults
    expect(faults.map(faultSentence)).toEqual([
      '单位 第 1 行：没有“单位”这张表，请照模板加上（没有内容也要有表和第一行）',
      '人员 第 1 行：没有“人员”这张表，请照模板加上（没有内容也要有表和第一行）',
    ])
  })

  it('names missing and doubled headings', () => {
    const sheets = workbook().map((sheet) =>
      sheet.name === '人员' ? { ...sheet, rows: [['编号', '姓名', '电话', '电话'], ...sheet.rows.slice(1)] }
      : sheet.name === '居民' ? { ...sheet, rows: [['编号', '名', '电话', '村编号', ''], ...sheet.rows.slice(1)] }
      : sheet)
    expect(parseLists(sheets).faults.map(faultSentence)).toEqual([
      '人员 第 1 行 “电话”：这一列写了 2 次，请只留一列',
      '居民 第 1 行 “姓名”：第一行没有这个列名，请照模板加上',
    ])
  })

  it('an empty workbook is faulty, never an empty import', () => {
    expect(parseLists([]).faults).toHaveLength(4)
    const headingsOnly = workbook((rows) => Object.values(rows).forEach((list) => list.splice(0)))
    expect(parseLists(headingsOnly).faults.map(faultSentence)).toEqual(['单位 第 1 行 “类型”：没有街道（乡镇），请加上一行'])
  })

  it('a sheet of a hundred thousand rows is refused as a whole', () => {
    const faults = faultsOf((rows) => rows.居民.push(...Array.from({ length: 20_000 }, () => ['x'])))
    expect(faults).toEqual(['居民 第 1 行：有 20005 行，一张表最多 20000 行，请分几次导入'])
  })
})

describe('units', () => {
  it.each<[string, (rows: Record<SheetName, Cell[][]>) => void, string[]]>([
    ['unknown kind', put('单位', 5, 2, '生产队'), ['单位 第 7 行 “类型”：“生产队”不认识，请从这些里选一个：区县、街道、乡镇、村、社区、小组、网格、部门']],
    ['doubled code', add('单位', 'qx-d1', '民政办', '部门', 'QX'), ['单位 第 8 行 “编号”：和第 7 行重复，请改掉一个']],
    ['same name at the same place', add('单位', 'QX-D2', '城建办', '部门', 'QX'), ['单位 第 8 行 “名称”：和第 7 行同名，上级也一样，请核对']],
    ['doubled code in a row that is faulty otherwise', add('单位', 'QX-D1', '', '部门', 'QX'), ['单位 第 8 行 “名称”：空着，请填上', '单位 第 8 行 “编号”：和第 7 行重复，请改掉一个']],
    ['unknown parent', put('单位', 5, 3, 'QY'), ['单位 第 7 行 “上级编号”：“单位”表里没有编号 QY，请核对']],
    ['wrong kind above', put('单位', 4, 3, 'QX'), [
      '单位 第 6 行 “上级编号”：QX 是街道（乡镇）；小组（网格）的上级要是村（社区）',
      '居民 第 2 行 “小组编号”：QX-01-1 属于 QX，和这一行的村编号 QX-01 对不上',
      '居民 第 5 行 “小组编号”：QX-01-1 属于 QX，和这一行的村编号 QX-01 对不上',
    ]],
    ['nothing above', put('单位', 5, 3, ''), ['单位 第 7 行 “上级编号”：空着；部门要写上级街道（乡镇）或区县的编号']],
    ['something above the county', put('单位', 0, 3, 'QX-D1'), [
      '单位 第 2 行 “上级编号”：顺着上级走，转了一圈又回到 C，请改正',
      '单位 第 3 行 “上级编号”：顺着上级走，转了一圈又回到 QX，请改正',
      '单位 第 7 行 “上级编号”：顺着上级走，转了一圈又回到 QX-D1，请改正',
    ]],
    ['its own parent', put('单位', 5, 3, 'QX-D1'), ['单位 第 7 行 “上级编号”：顺着上级走，转了一圈又回到 QX-D1，请改正']],
    ['a second sub-district', add('单位', 'QY', '白石镇', '镇', 'C'), ['单位 第 8 行 “类型”：第 3 行已有一个街道（乡镇）；一个文件只放一个，请分开导入']],
    ['zeros lost in Excel', (rows) => { put('单位', 5, 0, '007')(rows); add('职务', 'G005', '', '办事员', 7, '', '2024-03-01', '')(rows) }, [
      '职务 第 9 行 “单位编号”：“单位”表里没有编号 7，只有 007；可能是 Excel 去掉了前面的 0，请把这一列设成“文本”格式再填一遍',
    ]],
  ])('%s', (_name, change, sentences) => {
    expect(faultsOf(change)).toEqual(sentences)
  })

  it('a sub-district may be the root', () => {
    expect(faultsOf((rows) => { rows.单位.shift(); put('单位', 0, 3, '')(rows) })).toEqual([])
  })
})

describe('people and residents', () => {
  it.each<[string, (rows: Record<SheetName, Cell[][]>) => void, string[]]>([
    ['doubled code', add('人员', 'G001', '李四', ''), ['人员 第 7 行 “编号”：和第 2 行重复，请改掉一个']],
    ['two names for one code', put('居民', 3, 1, '王刚'), ['居民 第 5 行 “姓名”：G004 在“人员”第 5 行叫王强，这里叫王刚，请改成一样']],
    ['two phones for one code', put('居民', 3, 2, '13900000000'), ['居民 第 5 行 “电话”：G004 在“人员”第 5 行是另一个电话，请改成一样']],
    ['one person written twice', add('居民', 'R009', '周正', '13800000001', 'QX-01', ''), [
      '居民 第 6 行 “编号”：和“人员”第 2 行同名同电话，像是同一个人，请用同一个编号或删掉一行',
    ]],
    ['lives in a street office', put('居民', 1, 3, 'QX-D1'), ['居民 第 3 行 “村编号”：QX-D1 是部门，这里要写村或社区的编号']],
    ['lives in another village\'s group', put('居民', 2, 4, 'QX-01-1'), ['居民 第 4 行 “小组编号”：QX-01-1 属于 QX-01，和这一行的村编号 QX-02 对不上']],
    ['unknown village', put('居民', 1, 3, 'QX-09'), ['居民 第 3 行 “村编号”：“单位”表里没有编号 QX-09，请核对']],
  ])('%s', (_name, change, sentences) => {
    expect(faultsOf(change)).toEqual(sentences)
  })

  it('a couple may share a phone', () => {
    expect(faultsOf(add('居民', 'R009', '陈大年', '13800000011', 'QX-01', ''))).toEqual([])
  })

  it('a fault in a row does not make others that refer to it faulty', () => {
    expect(faultsOf(put('人员', 0, 2, '1'))).toEqual(['人员 第 2 行 “电话”：1 不是 11 位手机号，请改成 11 位'])
  })
})

describe('posts', () => {
  const today = '2024-03-01'
  it.each<[string, (rows: Record<SheetName, Cell[][]>) => void, string[]]>([
    ['unknown kind', put('职务', 3, 2, '书记、主任'), ['职务 第 5 行 “职务”：“书记、主任”不认识，请从这些里选一个：书记、主任、监委会主任、委员、专干、报账员、网格员、包村干部、领导、工作人员、办事员、管理员']],
    ['unknown person', put('职务', 6, 0, 'G009'), ['职务 第 8 行 “人员编号”：“人员”表里没有编号 G009，请核对']],
    ['another name', put('职务', 6, 1, '冯力'), ['职务 第 8 行 “姓名”：G005 在“人员”表里叫冯立，这里写的是冯力，请核对编号']],
    ['unknown unit', put('职务', 6, 3, 'QZ'), ['职务 第 8 行 “单位编号”：“单位”表里没有编号 QZ，请核对']],
    ['wrong kind of unit', put('职务', 3, 3, 'QX-D1'), ['职务 第 5 行 “单位编号”：QX-D1 是部门；村党组织书记的单位要是村（社区）']],
    ['specialist of nothing', put('职务', 4, 4, ''), ['职务 第 6 行 “分工”：空着；专干要写负责什么，如 低保']],
    ['ends before it begins', put('职务', 4, 6, '2024-02-29'), ['职务 第 6 行 “结束日期”：2024-02-29 比开始日期 2024-03-01 早，请改正']],
    ['held twice at a time', add('职务', 'G004', '', '网格员', 'QX-01-1', '', '2025-01-01', ''), [
      '职务 第 9 行 “开始日期”：第 7 行是同一个人、同一职务、同一单位，时间重叠；请只留一行；几样分工写在一格里，用顿号隔开',
    ]],
    ['two secretaries', add('职务', 'G005', '', '书记', 'QX-02', '', '2025-01-01', ''), [
      '职务 第 9 行 “职务”：石坪村同一时间只能有一位村党组织书记，第 5 行郑和也是；请给离任的一位填上结束日期',
    ]],
    ['supervisor and accountant', add('职务', 'G002', '', '报账员', 'QX-01', '', today, ''), [
      '职务 第 9 行 “职务”：村务监督委员会主任不能同时是报账员（第 4 行），请换一个人',
    ]],
    ['supervisor and secretary', (rows) => { add('职务', 'G003', '', '监委会主任', 'QX-02', '', today, '')(rows) }, [
      '职务 第 9 行 “职务”：村务监督委员会主任不能同时是村党组织书记（第 5 行），请换一个人',
    ]],
  ])('%s', (_name, change, sentences) => {
    expect(faultsOf(change)).toEqual(sentences)
  })

  it('one hands over to the next at midnight', () => {
    expect(faultsOf((rows) => {
      put('职务', 3, 6, '2025-12-31')(rows)
      add('职务', 'G005', '', '书记', 'QX-02', '', '2026-01-01', '')(rows)
    })).toEqual([])
  })

  it('who supervised may be elected accountant afterwards, and supervise one village while serving another', () => {
    expect(faultsOf((rows) => {
      put('职务', 2, 6, '2025-12-31')(rows)
      add('职务', 'G002', '', '报账员', 'QX-01', '', '2026-01-01', '')(rows)
      add('职务', 'G002', '', '委员', 'QX-02', '', today, '')(rows)
    })).toEqual([])
  })
})

it('reads eight thousand rows, half of them faulty, in reasonable time', () => {
  const startedAt = performance.now()
  const { faults } = parseLists(workbook((rows) => {
    for (let index = 0; index < 8_000; index += 1) {
      rows.居民.push([`R1-${index}`, '张大山', index % 2 === 0 ? '' : '138', 'QX-01', ''])
    }
  }))
  expect(faults).toHaveLength(4_000)
  expect(performance.now() - startedAt).toBeLessThan(3_000)
})
