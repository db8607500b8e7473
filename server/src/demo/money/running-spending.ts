import type { PlannedExpense } from './planned-expense'
import { MENDER, SHOPS, WITNESS, YARD_DECISION } from './home-spending'

/** What is under way today, each at another step; with a visitor's own signature or payment as the next one. */
export const RUNNING = {
  draft: {
    purpose: '买办公用的椅子', says: '办事大厅的椅子坏了 4 把，换新的。',
    payee: SHOPS.clothes, items: [['靠背椅', '4 把', 52_000]], account: '51301',
  },
  witness: {
    purpose: '换五组水泵', says: '五组抽水的泵烧了，换一台，旧泵抵了 200 块。',
    payee: SHOPS.pipes, items: [['水泵', '1 台', 168_000], ['安装', '1 天', 30_000]], account: '51402', witnessResident: WITNESS,
  },
  supervisor: {
    purpose: '村小学门口画斑马线', says: '孩子上学过马路，请人画斑马线，买两块减速带。',
    payee: { resident: MENDER }, items: [['标线', '1 处', 46_000], ['减速带', '2 条', 38_000]], account: '51401',
  },
  director: {
    purpose: '修二组到三组的机耕路', says: '路面被水冲出三道沟，填石子压平 320 米，包村干部去看过。',
    payee: SHOPS.digger, items: [['石子', '46 吨', 322_000], ['压路机', '1 天', 180_000], ['人工', '4 人', 84_000]], account: '51401',
    isInvoice: true,
  },
  approver: {
    purpose: '换村口太阳能路灯', says: '村口 6 盏灯坏了修不好，换成太阳能的，以后不用交电费。',
    payee: SHOPS.lamps, items: [['太阳能路灯', '6 盏', 378_000], ['拆旧装新', '6 处', 60_000]], account: '51404', isInvoice: true,
  },
  refused: {
    purpose: '买扫帚和垃圾袋', says: '保洁用的。',
    payee: SHOPS.clothes, items: [['保洁用品', '1 批', 43_500]], account: '51403',
  },
  withdrawn: {
    purpose: '修公厕的门', says: '公厕的门坏了一扇，后来村民自己修好了，不用花钱了。',
    payee: { resident: MENDER }, items: [['木门', '1 扇', 32_000]], account: '51305',
  },
  approved: {
    purpose: '订明年的报纸', says: '农家书屋订报纸和农技杂志，一年的。',
    payee: SHOPS.paper, items: [['报纸杂志', '5 份', 118_000]], account: '51406',
  },
  paid: {
    purpose: '晒谷坪边上装护栏', says: '晒谷坪靠沟那边没有拦的，怕孩子掉下去，装 30 米护栏。',
    payee: SHOPS.cement, items: [['护栏', '30 米', 96_000]], account: '51401', decision: YARD_DECISION,
  },
} as const satisfies Readonly<Record<string, PlannedExpense>>

/** What the supervisor wanted to know: a second revision, signed anew. */
export const MORE_SAID = '减速带装在校门两边，各离门 15 米。'
export const WHY_REFUSED = '收据上没有写买了几把扫帚、几卷袋子，请补上明细再来。'
