import type { Story } from './story'

export const WATER_AND_DRAINS: readonly Story[] = [
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'lead', photo: 'sewer',
    says: '{spot}的下水道又返水了，臭水漫了一地，老人走路都打滑',
    answer: '我是{me}，已经叫{helper}带疏通机过去，{soon}前到，先用沙子把滑的地方垫上',
    done: '疏通好了，掏出来半桶菜叶和油块，路面也冲洗过了。住户都说好不再往里倒油',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'lead', photo: 'sewer',
    says: '污水井盖边上一直往外冒水，{spot}走不了人，小孩上学要绕一大圈',
    answer: '{helper}现在去看，先摆上围挡和垫板，让孩子能走；{later}前请抽粪车来抽',
    done: '抽粪车来抽了两车，井里的砖头取出来了，水已经下去，围挡撤了',
    talk: ['垫板有点窄，推车过不去', '{helper}再加两块，{soon}前铺好'],
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'lead',
    says: '一滴水都没有，是停水吗？停到几点啊',
    answer: '问过供水站了，主管在换阀门，{later}前来水；急着用水的到服务中心来接，我在',
    done: '阀门换好了，水已经来了，先放一两分钟浑水再用。以后停水前一天在群里和楼下贴通知',
    outcome: 'explained',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'grid',
    says: '我家水表转得飞快，没用水也转，这个月水费多了八十块，帮我看看是不是漏了',
    answer: '我是网格员{me}，{soon}前到您家看表，先把总阀关上试一试',
    done: '表后面的管子有个砂眼，水站师傅换了一截，不漏了。多出来的水费可以拿单子去水站减，我陪您去',
  },
  {
    place: 'anywhere', kind: 'complaint', takes: 'day', by: 'lead', photo: 'sewer',
    says: '{spot}那条沟几个月没人清，蚊子多得要命，下雨就淹到门槛',
    answer: '我叫上保洁队，{later}前先把堵的那段挖开，全清要一天',
    done: '整条沟清了一百二十米，淤泥都拉走了。以后每个月十号清一次，由{helper}盯着',
  },
  {
    place: 'community', kind: 'help', takes: 'hour', by: 'grid',
    says: '楼上漏水漏到我家厨房了，天花板都鼓了，敲门没人应',
    answer: '我是网格员{me}，正在联系楼上的住户，{soon}前上门，先把您家那一路水闸关了',
    done: '楼上的人回来了，是洗菜池下水管脱了，当场接好。两家说好了，天花板楼上出钱补',
  },
  {
    place: 'community', kind: 'complaint', takes: 'half-day', by: 'third',
    says: '二次供水的水箱多久没洗了？放出来的水有股铁锈味',
    answer: '我去物业查清洗记录，{later}前把结果和水样单子发给您',
    done: '记录上四个月没洗，物业已经清洗消毒，水样送检合格，单子贴在单元门口了。以后三个月洗一次',
    talk: ['洗的时候要停水吗', '停两个小时，下午两点到四点，楼下已经贴了'],
  },
  {
    place: 'village', kind: 'help', takes: 'half-day', by: 'lead',
    says: '四组水渠塌了一段，田里放不进水，地里等着水喝呢',
    answer: '{helper}带人去看了，{later}前先用沙袋和管子把水引过去，水不会断',
    done: '先接了一根大管子，水已经到田里；塌的八米用砖重新砌好了，养护三天再放大水',
  },
  {
    place: 'village', kind: 'help', takes: 'day', by: 'lead',
    says: '我们组自来水水压太小，二楼洗澡都出不来水，晚上更不行',
    answer: '我约了供水站，{later}前来测水压，测的时候请您在家',
    done: '查出来是进组的阀门只开了一半，已经开足，晚上八点又测了一次，二楼水正常',
  },
  {
    place: 'village', kind: 'suggestion', takes: 'half-day', by: 'lead',
    says: '老井边的抽水机坏了好久，修一修浇菜方便，我们几户愿意凑点钱',
    answer: '您这个想法好，{helper}去看机子，{later}前报个修的价，再商量怎么出',
    done: '换了一个电容，只花了六十块，村里出，不用凑。钥匙放在井边王家，谁用谁登记',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'grid',
    says: '我婆婆一个人在家，厕所堵了，她弯不下腰，能不能来个人帮一下',
    answer: '我就在附近，我是{me}，{soon}前到，带着皮搋子',
    done: '通开了，是纸巾堵的，给老人家放了个垃圾桶在旁边，也把我的电话写大贴在墙上了',
  },
  {
    place: 'anywhere', kind: 'complaint', takes: 'day', by: 'lead',
    says: '楼下小饭馆把油水直接倒进雨水井，一股馊味，说了他不听',
    answer: '我和综合执法队约好，{later}前一起上门，看有没有装隔油池',
    done: '店里没有隔油池，执法队开了整改单，今天已经装上，雨水井也冲过了。再倒您就告诉我',
    isPrivate: true,
  },
]
