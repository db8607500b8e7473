import { briefBlocks, STATE_GROUPS } from './brief'
import { noCounts, raisedIn, STATE_CLASSES, type UnitFigures } from './counts'

const NOTHING: UnitFigures = {
  state: noCounts('state'), response: noCounts('response'), closure: noCounts('closure'),
  satisfaction: noCounts('satisfaction'), callback: noCounts('callback'),
}

test('four questions, each share with what it is out of', () => {
  const blocks = briefBlocks({
    ...NOTHING,
    state: { ...NOTHING.state, settled: 21, 'not-accepted': 1, open: 2, withdrawn: 1 },
    response: { ...NOTHING.response, met: 22, late: 1 },
    closure: { ...NOTHING.closure, met: 14, rejected: 1, explained: 6 },
    satisfaction: { ...NOTHING.satisfaction, satisfied: 2, 'fairly-satisfied': 1, dissatisfied: 1 },
  })
  expect(blocks.map(({ title, main, basis }) => [title, main, basis])).toEqual([
    ['说了多少', '25 件', '每一件都算，撤回的、并掉的也在里面'],
    ['回了多少', '95.6%', '该回的 23 件里，按时回了 22 件'],
    ['办成了多少', '14/15', '该办完的 15 次里，按时解决 14 次'],
    ['居民怎么说', '3/4', '评了的 4 件里，满意、基本满意 3 件'],
  ])
})

test('of a week in which nothing fell due nothing is claimed', () => {
  expect(briefBlocks(NOTHING).map(({ main, basis }) => `${main}：${basis}`)).toEqual([
    '0 件：每一件都算，撤回的、并掉的也在里面', '没有：还没有到时间该回的', '没有：还没有到时间该办完的', '没有：还没有人评',
  ])
})

test('whatever was raised stands in one of its lines, once', () => {
  const inGroups = STATE_GROUPS.flatMap(({ classes }) => classes)
  expect([...inGroups].sort()).toEqual([...STATE_CLASSES].sort())
  const state = Object.fromEntries(STATE_CLASSES.map((one, at) => [one, at + 1])) as UnitFigures['state']
  const lines = briefBlocks({ ...NOTHING, state }).flatMap((block) => block.lines).filter(({ measure }) => measure === 'state')
  expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(raisedIn(state))
})
