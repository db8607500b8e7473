import { addDays, chinaDateOf, startOfChinaDay } from '../kernel'
import type { SeatedPost } from '../identity'
import { faultSentence } from '../tables'
import { add, after, emptyRegister, idOf, now, plan, planned, put, sentences, type Change } from './testing/planning'

describe('the first import', () => {
  it('adds everything, and seats each post in its village and sub-district', () => {
    const { answer, posts, subDistrictId } = planned(emptyRegister)
    const nothing = { count: 0, posts: [] }
    expect(answer).toEqual({ added: 6 + 8 + 7 + 4, changed: 0, unchanged: 0, untouched: nothing, remarks: [] })
    const register = after(emptyRegister)
    const seats = register.posts.map((post) => [post.kind, post.villageId === null, post.subDistrictId === null])
    expect(seats).toContainEqual(['grid-worker', false, false])
    expect(seats).toContainEqual(['admin', true, false])
    expect(posts.added.every((post) => post.subDistrictId === subDistrictId)).toBe(true)
    const gridWorker = register.posts.find((post) => post.kind === 'grid-worker')
    expect(gridWorker).toMatchObject({ unitId: idOf(register, 'QX-01-1'), villageId: idOf(register, 'QX-01') })
  })

  it('lets residents in from now on, with the name of their group', () => {
    const register = after(emptyRegister)
    const homes = register.posts.filter((post) => post.kind === 'resident')
    expect(homes.map(({ fromAt, toAt, charge }) => ({ fromAt, toAt, charge }))).toEqual([
      { fromAt: now, toAt: null, charge: '第一网格' }, { fromAt: now, toAt: null, charge: null },
      { fromAt: now, toAt: null, charge: null }, { fromAt: now, toAt: null, charge: '第一网格' },
    ])
  })

  it('points out what a careful person would ask', () => {
    const { answer } = planned(emptyRegister, (rows) => {
      rows.职务.splice(6, 1)
      put('职务', 3, 6, '2025-12-31')(rows)
      add('居民', 'R009', '陈大年', '13800000011', 'QX-01', '')(rows)
    })
    expect(answer.remarks.map(faultSentence)).toEqual([
      '单位 第 5 行 “名称”：石坪村现在没有书记，村民 @ 不到人；请在“职务”表里加上',
      '职务 第 1 行：没有管理员，以后就没有人能在手机或网页上导入；请加上一位',
      '人员 第 6 行 “编号”：冯立没有职务，只登记了姓名和电话',
      '居民 第 6 行 “电话”：和“居民”第 2 行是同一个电话，用它登录时分不清是谁',
    ])
  })
})

describe('the same file again', () => {
  it('changes nothing, however often and whenever', () => {
    const once = after(emptyRegister)
    const again = planned(once, undefined, { now: now + 90 * 86_400_000 })
    expect(again.answer).toMatchObject({ added: 0, changed: 0, unchanged: 25, untouched: { count: 0 } })
    expect(after(once)).toEqual(once)
  })
})

describe('a newer file', () => {
  const register = after(emptyRegister)

  it('changes names, phones, charges and ends, and nothing else', () => {
    const { answer, units, people, posts } = planned(register, (rows) => {
      put('单位', 5, 1, '城乡建设办')(rows)
      put('人员', 0, 2, '13900000001')(rows)
      put('职务', 4, 4, '低保')(rows)
      put('职务', 3, 6, '2026-12-31')(rows)
      put('居民', 1, 4, 'QX-01-1')(rows)
    })
    expect(answer).toMatchObject({ added: 0, changed: 5, unchanged: 20 })
    expect(units.changed).toMatchObject([{ code: 'QX-D1', name: '城乡建设办' }])
    expect(people.changed).toMatchObject([{ code: 'G001', phone: '13900000001' }])
    expect(posts.changed.map(({ kind, charge, toAt }) => ({ kind, charge, toAt }))).toEqual([
      { kind: 'secretary', charge: null, toAt: startOfChinaDay('2027-01-01') },
      { kind: 'specialist', charge: '低保', toAt: startOfChinaDay('2027-01-01') },
      { kind: 'resident', charge: '第一网格', toAt: null },
    ])
  })

  it('leaves a phone alone that it leaves out', () => {
    expect(planned(register, put('人员', 0, 2, '')).people.changed).toEqual([])
  })

  it('ends nobody\'s post by silence, but tells', () => {
    const { answer, posts } = planned(register, (rows) => { rows.职务.splice(4, 2); rows.居民.splice(0, 1) })
    expect(posts.changed).toEqual([])
    expect(answer.untouched).toEqual({
      count: 3,
      posts: [
        { personName: '王强', postName: '专干', unitName: '桥头社区', fromOn: '2024-03-01' },
        { personName: '王强', postName: '网格员', unitName: '第一网格', fromOn: '2024-03-01' },
        { personName: '陈桂香', postName: '村民', unitName: '桥头社区', fromOn: '2026-11-21' },
      ],
    })
  })

  it('says nothing of posts that had ended anyway', () => {
    const later = { now: startOfChinaDay('2027-01-01') }
    expect(planned(register, (rows) => void rows.职务.splice(4, 1), later).answer.untouched.count).toBe(0)
  })

  it('must end the old secretary before it brings a new one', () => {
    const successor = add('职务', 'G005', '', '书记', 'QX-02', '', '2026-12-01', '')
    const silently: Change = (rows) => { rows.职务.splice(3, 1); successor(rows) }
    expect(sentences(plan(register, silently))).toEqual([
      '职务 第 8 行 “职务”：石坪村同一时间只能有一位村党组织书记，系统里从 2024-03-01 起的郑和也是；请给离任的一位填上结束日期',
    ])
    const openly: Change = (rows) => { put('职务', 3, 6, '2026-11-30')(rows); successor(rows) }
    expect(planned(register, openly).answer).toMatchObject({ added: 1, changed: 1 })
  })

  it('sees a supervisor who already does in the register what he would supervise', () => {
    const change: Change = (rows) => {
      rows.职务.splice(3, 1)
      add('职务', 'G003', '', '监委会主任', 'QX-02', '', '2024-03-01', '')(rows)
    }
    expect(sentences(plan(register, change))).toEqual([
      '职务 第 8 行 “职务”：村务监督委员会主任不能同时是村党组织书记（系统里从 2024-03-01 起的），请换一个人',
    ])
  })

  it('does not double a post whose first day was typed differently', () => {
    expect(sentences(plan(register, put('职务', 5, 5, '2024-04-01')))).toEqual([
      '职务 第 7 行 “开始日期”：系统里从 2024-03-01 起的是同一个人、同一职务、同一单位，时间重叠；请把开始日期写得和系统里一样，或给系统里的那段填上结束日期',
    ])
  })

  it('moves no unit and turns none into another kind', () => {
    const change: Change = (rows) => {
      put('单位', 5, 0, 'X')(rows)
      add('单位', 'QX-D1', '第九网格', '网格', 'QX-02')(rows)
    }
    expect(sentences(plan(register, change))).toEqual([
      '单位 第 8 行 “类型”：系统里 QX-D1 是部门，类型不能改；是新的单位就换一个编号',
      '单位 第 8 行 “上级编号”：系统里 QX-D1 的上级是 QX，上级不能改；是新的单位就换一个编号',
    ])
  })

  it('takes in under its own code who joined through the app before', () => {
    const joined = { ...register, people: register.people.map((person) =>
      person.code === 'R001' ? { ...person, code: 'request-01ABC' } : person) }
    const { people, posts, answer } = planned(joined)
    expect(people.changed).toEqual([expect.objectContaining({ id: idOf(register, 'R001'), code: 'R001', name: '陈桂香' })])
    expect(posts.added).toEqual([])
    expect(answer).toMatchObject({ added: 0, changed: 1, unchanged: 24 })
  })

  it('does not write a man down twice who is there under another code', () => {
    const change: Change = (rows) => { put('居民', 0, 0, 'R777')(rows) }
    expect(sentences(plan(register, change))).toEqual([
      '居民 第 2 行 “编号”：系统里已有同名同电话的人，编号是 R001；是同一个人就写这个编号',
    ])
  })
})

it('a post of one day ends at midnight', () => {
  const day = chinaDateOf(now)
  const register = after(emptyRegister, add('职务', 'G001', '', '委员', 'QX-01', '', day, day))
  const member = register.posts.find((post): post is SeatedPost => post.kind === 'committee-member')
  expect(member).toMatchObject({ fromAt: startOfChinaDay(day), toAt: startOfChinaDay(addDays(day, 1)) })
})
