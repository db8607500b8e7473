import type { Story } from './story'

export const HOUSING_ESTATES: readonly Story[] = [
  {
    place: 'community', kind: 'help', takes: 'hour', by: 'third',
    says: '电梯停了，八楼有个坐轮椅的老人下不来，要去透析',
    answer: '我是{me}，叫上两个人马上到，先把老人抬下来送医院，维保{soon}前到',
    done: '老人按时送到医院了，电梯是门锁接触不良，换了配件，已经能用',
  },
  {
    place: 'community', kind: 'complaint', takes: 'day', by: 'third',
    says: '物业费涨了两毛，谁同意的？楼道灯都不亮还涨钱',
    answer: '{later}前我让物业把涨价的表决票和账拿出来，贴在门口给大家看',
    done: '票数没过半，涨价不算数，多收的从下月扣回来。楼道灯今天全换了',
  },
  {
    place: 'community', kind: 'help', takes: 'half-day', by: 'third', photo: 'garbage',
    says: '{spot}的垃圾桶满得盖不上，苍蝇嗡嗡的，一开窗就是味',
    answer: '保洁车{soon}前来拉，再加两个桶，我{me}下午去看',
    done: '拉走了，桶也洗了，加了两个大桶，改成一天拉两次',
    again: [
      '才好了一天，又堆满了，苍蝇还是那么多',
      '是我们没盯住。{later}前加一趟车，我{me}晚上守在这里，看是哪些人乱丢',
      '三天都是一天两趟，桶没再满过；乱丢的两户也说好了',
    ],
  },
  {
    place: 'community', kind: 'complaint', takes: 'half-day', by: 'third', photo: 'garbage',
    says: '有人把装修垃圾堆在{spot}，都一个星期了，沙子吹得到处都是',
    answer: '查到是哪一户装修的了，{later}前让他自己清，清不了我们请车，钱他出',
    done: '清走了两车，地也扫了。以后装修先交押金，堆在指定的地方',
  },
  {
    place: 'community', kind: 'suggestion', takes: 'day', by: 'third',
    says: '电动车没地方充电，能不能在车棚装几个充电口',
    answer: '这个月有两个名额，{later}前请电工来看线路够不够',
    done: '装了十个，扫码一块钱，带断电保护。牌子上写了报修电话',
  },
  {
    place: 'community', kind: 'help', takes: 'half-day', by: 'grid',
    says: '单元门的锁坏了，谁都能进来，昨晚有人来敲门推销',
    answer: '我是{me}，锁匠{later}前到，今晚先让保安多转两趟',
    done: '锁换了，每户两张卡，{helper}已经送到各家，没在家的到服务中心拿',
  },
  {
    place: 'community', kind: 'question', takes: 'hour', by: 'third', outcome: 'explained',
    says: '老旧小区改造什么时候轮到我们，听说有的楼都刷外墙了',
    answer: '我{me}{soon}前问清楚街道的安排，再告诉您',
    done: '今年先做漏水严重的六栋，您那栋排在下一批，下水管和外墙一起做，名单贴在公示栏第二行',
  },
  {
    place: 'community', kind: 'suggestion', takes: 'half-day', by: 'lead',
    says: '{spot}能不能放两条凳子，老人走一半没地方歇',
    answer: '好，{later}前去选地方，有靠背的那种，木头的，坐着不凉',
    done: '放了三条带靠背的，{spot}一条，另两条在拐弯处，您去坐坐看',
  },
  {
    place: 'community', kind: 'help', takes: 'half-day', by: 'lead',
    says: '健身器材的踏板断了一个，孩子差点卡了脚',
    answer: '{helper}{soon}前先用布包上、挂个“停用”，厂家的人后天来',
    done: '厂家今天提前来了，踏板换了新的，其余的螺丝也紧了一遍，停用牌撤了',
  },
  {
    place: 'community', kind: 'complaint', takes: 'day', by: 'lead', outcome: 'explained',
    says: '楼下烧烤摊的烟直往我家灌，窗户都不敢开，天天到半夜',
    answer: '我{me}和执法队{later}前去看，先让他把炉子换个朝向',
    done: '他有证，位置也是划好的，不能不让摆。换了带烟罩的炉子，十点半收摊，罩子每周洗一次，执法队记了账',
    talk: ['烟罩装了，还是有一点味', '今天又加了一节管子往上排，您晚上开窗试试'],
  },
  {
    place: 'community', kind: 'help', takes: 'hour', by: 'grid',
    says: '走廊的声控灯一直亮着不灭，晃得睡不着，浪费电',
    answer: '我{me}{soon}前带个新的来换',
    done: '换好了，试了几次，走开一会儿就灭',
  },
  {
    place: 'community', kind: 'question', takes: 'hour', by: 'lead', outcome: 'explained',
    says: '外地来租房的，孩子能在附近上小学吗，要什么材料',
    answer: '可以的，我{me}问过学校了，{soon}前把要的东西列给您',
    done: '要租房合同、居住证和孩子的户口页。居住证到派出所办，三个工作日，来服务中心也行，我帮您填表',
  },
  {
    place: 'community', kind: 'help', takes: 'half-day', by: 'third',
    says: '热水管在我家厨房滴水，报修三天没来人',
    answer: '物业说单子漏了，是他们不对。我{me}陪师傅{soon}前到您家',
    done: '接头换了，不滴了。物业给您道歉，以后报修单每天下班前核一次',
  },
  {
    place: 'community', kind: 'complaint', takes: 'hour', by: 'grid',
    says: '广告贴得满楼道都是，开锁的、贷款的，撕了又贴',
    answer: '我是{me}，{soon}前和保洁去铲掉，门口的摄像头也看看是谁贴的',
    done: '铲了四层楼，都刷白了。贴的人找到了，执法队罚了他两百',
  },
]
