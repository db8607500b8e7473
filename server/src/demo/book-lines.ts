import type { BookLine } from '@huiying/shared/roster'

/** What people come in with while a cadre sits, and what becomes of it. */
export const BOOK_LINES: readonly BookLine[] = [
  { words: '老人来问高龄补贴怎么领', result: '当场帮她查了名单，教她在手机上认证', outcome: 'settled' },
  { words: '两家为屋檐滴水吵起来', result: '一起到现场看了，说好各退半尺，修一条水沟', outcome: 'settled' },
  { words: '外出打工的人问医保怎么交', result: '打电话教他在手机上交好了', outcome: 'settled' },
  { words: '反映路边的树枝挡了路灯', result: '下午带人锯掉了', outcome: 'settled' },
  { words: '想给孩子开困难证明', result: '材料齐全，当场盖了章', outcome: 'settled' },
  { words: '几户人家想把门口的路加宽', result: '', outcome: 'to-meeting' },
  { words: '问水费为什么比上月多', result: '请供水站看了表，是水管漏水，已经换了接头', outcome: 'settled' },
  { words: '反映广场夜里音乐太响', result: '和跳舞的人说好九点收场', outcome: 'settled' },
  { words: '老井边的围墙开裂，怕倒', result: '先拉了警戒线，修要花钱，报上去一起定', outcome: 'to-meeting' },
]

/** What one leaves for whoever sits next. */
export const HAND_OVER_NOTES: readonly string[] = [
  '西头的路灯报修了，明天上午有人来，请跟一下。',
  '张家的低保材料还差一份收入证明，他明天来补。',
  '昨晚下雨，村口积水，已经放了警示牌，请再去看一眼。',
  '有位老人白天一个人在家，请抽空上门看看。',
]
