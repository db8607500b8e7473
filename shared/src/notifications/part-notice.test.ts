import type { PartNoticeKind } from './part-notice'
import { noticeWords } from './notice'
import type { NoticeData } from './notice-data'

const now = Date.parse('2026-09-14T09:20:00+08:00')
const data: NoticeData = { villageName: '柳树村', excerpt: '水管爆了', unitName: '供水站', dueAt: Date.parse('2026-09-14T11:20:00+08:00') }
const { dueAt: _due, ...undated } = data

test.each<[PartNoticeKind, NoticeData, string]>([
  ['part-called', data, '街道叫供水站去一趟｜柳树村 “水管爆了” 今天上午11:20前请到场'],
  ['part-overdue', data, '供水站还没到｜柳树村 “水管爆了” 说好今天上午11:20前到'],
  ['part-refused', data, '供水站说来不了｜柳树村 “水管爆了” 请看看理由，定一下来不来'],
  ['part-reviewed', undated, '领导同意，不用去了｜柳树村 “水管爆了”'],
  ['part-reviewed', data, '领导说还是要去｜柳树村 “水管爆了” 今天上午11:20前请到场'],
  ['part-closed', { ...undated, matter: '还有 1 个部门没办完' }, '供水站办完了｜柳树村 “水管爆了” 还有 1 个部门没办完'],
])('%s', (kind, told, words) => {
  const { title, body } = noticeWords(kind, told, now)
  expect(`${title}｜${body}`).toBe(words)
})
