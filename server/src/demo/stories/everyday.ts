import type { Story } from './story'

export const EVERYDAY: readonly Story[] = [
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'lead', photo: 'garbage',
    says: '{spot}一堆垃圾两天没人清，都招老鼠了',
    answer: '保洁今天漏了这个点，{soon}前去清，我{me}在现场看着',
    done: '清干净了，撒了药，保洁的路线上加了这个点，每天两次',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'lead',
    says: '我妈七十多了，早上出去买菜到现在没回来，手机也没带',
    answer: '请把照片发来。我{me}已经报了派出所、在看监控，六个人分三路去找，{soon}前给您消息',
    done: '人找到了，在老菜市场旁边跟熟人说话，平安到家。给老人做了个写电话的手环',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'lead', outcome: 'explained',
    says: '户口本丢了补办要带什么，能不能不跑那么远',
    answer: '带身份证就行，我{me}{soon}前帮您约好派出所的窗口',
    done: '明天上午九点直接去三号窗口，不用排队，带身份证，当场拿',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'lead', outcome: 'explained',
    says: '打工被欠了两个月工钱，老板说再等等，能去哪里说',
    answer: '您把欠条和工友电话准备好，我{me}{soon}前陪您打劳动监察的电话',
    done: '已经登记，劳动监察三天内约老板谈，电话和编号写给您了。谈不成可以免费请律师，我帮您填表',
    isPrivate: true,
  },
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'lead',
    says: '我收到电话说我涉嫌洗钱，要我转钱到安全账户，是不是真的，我好怕',
    answer: '这是骗子，一分钱都不要转！我{me}马上给您打电话，{soon}前和民警到您家',
    done: '钱没转出去，民警来教您装了防骗软件，骗子的号码也报上去了。您家邻居我们也挨个提醒了',
  },
  {
    place: 'anywhere', kind: 'suggestion', takes: 'half-day', by: 'lead',
    says: '服务中心中午没人，我们只有中午有空，能不能轮流值个班',
    answer: '可以的，我们商量一下，{later}前把中午的班排出来',
    done: '从明天起中午一点前都有人，名单和电话贴在门上，小程序里也看得见',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'grid',
    says: '我家煤气灶有股味道，开窗散了又有，不敢开火',
    answer: '请先关总阀、开窗、别动电开关，人到外面来。我{me}和燃气公司{soon}前到',
    done: '软管老化有裂口，换成不锈钢的了，测了不漏，可以用。同楼的另外六户也查了，换了两根',
  },
  {
    place: 'village', kind: 'suggestion', takes: 'day', by: 'lead',
    says: '红白事攀比得厉害，随礼都随不起，能不能定个规矩',
    answer: '好多人都这样说。{later}前我们请几位老人先议一议，再开会定',
    done: '议了一晚，定了酒席不超过二十桌、随礼不超过二百，写进村规民约，下周开会表决，您也来',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'insurance', outcome: 'explained',
    says: '两癌筛查是不是免费的，哪天做，要空腹吗',
    answer: '三十五到六十四岁的妇女免费。我{me}{soon}前把日子问准',
    done: '下周五上午八点在卫生院，不用空腹，带身份证，避开经期。给您报上名了',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'lead',
    says: '有线电视没信号，我爸就靠它解闷，能帮忙看看吗',
    answer: '{helper}懂这个，{soon}前去看看',
    done: '是机顶盒的线松了，插紧就好，顺手把遥控器的大字键教给老人了',
  },
  {
    place: 'anywhere', kind: 'complaint', takes: 'half-day', by: 'lead',
    says: '门口的小卖部卖过期的东西，我孙子吃了拉肚子',
    answer: '孩子现在怎么样？先去看医生。我{me}和市场监管{soon}前到店里',
    done: '查到过期的十几包，都收走了，店里被罚，孩子看病的钱他出。孩子已经好了',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'day', by: 'benefits',
    says: '我腿脚不好，下楼取药都难，能不能有人每月代我取一次慢病药',
    answer: '可以，我{me}给您登记代取，{later}前来拿医保卡和处方',
    done: '这个月的药{helper}取回来了，按时间分好装在小盒里，以后每月二十号送到',
  },
  {
    place: 'anywhere', kind: 'suggestion', takes: 'half-day', by: 'lead', outcome: 'not-accepted', reason: 'duplicate',
    says: '{spot}的路灯也该修修了，跟上回说的是一个地方',
    answer: '我{me}核对一下是不是同一盏，{soon}前回您',
    done: '是同一盏，前面那件已经在办，师傅明天来换灯头，办好了一并告诉您',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'lead', outcome: 'explained',
    says: '当兵报名在哪里报，我儿子刚毕业想去',
    answer: '好事！先在网上报，我{me}{soon}前把网址和要的材料发给您',
    done: '网上报名后等体检通知，材料单子给您了。武装部的电话也写上了，有不明白的随时问我',
  },
  {
    place: 'anywhere', kind: 'complaint', takes: 'day', by: 'lead', outcome: 'not-accepted', reason: 'already-decided',
    says: '我家那块地的事县里答复我不服，你们重新给我定',
    answer: '我{me}把答复书再看一遍，{later}前给您说明白还能走哪条路',
    done: '县里已有最后答复，我们不能改。答复书上写了六个月内可以去法院，法律援助的电话给您，免费的',
    isPrivate: true,
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'lead',
    says: '马蜂在我家屋檐下做了个窝，有脸盆那么大，孩子不敢出门',
    answer: '千万别自己捅。消防队我已经打了，{soon}前到，先从后门走',
    done: '消防队穿着防护服摘走了，窝烧掉了，屋檐喷了药',
  },
]
