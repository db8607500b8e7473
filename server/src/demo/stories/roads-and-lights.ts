import type { Story } from './story'

export const ROADS_AND_LIGHTS: readonly Story[] = [
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'lead', photo: 'lamp',
    says: '{spot}的路灯不亮了，晚上黑得看不见，我妈昨天差点摔一跤',
    answer: '已经报给路灯班，{later}前来修，今晚先让{helper}在那儿挂一盏充电灯',
    done: '是线头烧了，换了新的灯头，晚上试过，亮了',
    again: [
      '亮了一个晚上又灭了，还是黑的',
      '里头的线还有毛病，我{me}{later}前带电工从头查，今晚先挂一盏充电灯',
      '查出来是地下的线破了皮，换了二十米，连着三个晚上都亮，您再看看',
    ],
  },
  {
    place: 'anywhere', kind: 'help', takes: 'day', by: 'lead', photo: 'lamp',
    says: '一整排路灯都灭了，从{spot}到路口，跳舞回来的人摸黑走',
    answer: '我看了是电箱跳闸，我不敢乱动，电工{later}前到，今晚我们派人在路口打手电',
    done: '电缆进水了，换了三十米，整排都亮了。电箱加了一把锁和防雨罩',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'grid', photo: 'manhole',
    says: '{spot}有个井盖翘起来了，车一过哐当响，半夜吵得睡不着',
    answer: '我是{me}，{soon}前去垫胶皮，先放个锥桶别让车压',
    done: '井圈垫了胶皮，压了几次不响了，锥桶收走了',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'lead', photo: 'manhole',
    says: '井盖不见了！就在{spot}，小孩放学都走那里，快来人啊',
    answer: '我{me}马上到，五分钟内先用木板盖住、拉警戒带，人守着不走；{soon}前换新盖',
    done: '新井盖换好了，是重型的，带锁。旁边几个也查了一遍，都牢',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'day', by: 'lead', photo: 'pothole',
    says: '{spot}路面一个大坑，积了水看不出深浅，骑车的摔了两个了',
    answer: '今天先填上碎石、放反光锥，{later}前铺路的师傅来看要多少料',
    done: '坑都补平了，四个大的两个小的，冷补料当天就能走车',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'lead',
    says: '门口这条路挖开半个月了，到底哪天能填上？我的三轮车天天抬',
    answer: '我问过施工队，管子后天下完，{later}前我叫他们先铺两块钢板给您过车',
    done: '钢板铺好了，三轮能过。工期牌也立上了，写明哪天完，过了您找我{me}',
    outcome: 'explained',
    talk: ['钢板边上翘，怕轧脚', '已经叫他们焊了斜坡，您再看看'],
  },
  {
    place: 'anywhere', kind: 'suggestion', takes: 'half-day', by: 'lead',
    says: '{spot}拐弯的地方看不见对面来车，装个大圆镜子行不行',
    answer: '这个地方我们也担心，{later}前去量位置，镜子服务中心正好有一面',
    done: '镜子装好了，角度请您试过，两边来车都看得见',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'lead',
    says: '公交站牌倒了，等车的人都不知道在哪儿等，老人家走错两回',
    answer: '已经打给公交公司，{later}前来扶；{helper}先在那儿贴张大字的纸',
    done: '站牌重新埋好了，还加了一条长凳',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'lead',
    says: '电线掉下来一截，垂到人头那么高，就在{spot}，不知道有没有电，吓人',
    answer: '请大家离远些，千万别碰！我{me}已到现场拉了绳子，供电所{soon}前到',
    done: '供电所看过，是废弃的通信线，没电，已经剪掉收走',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'grid', photo: 'tree',
    says: '一根大树枝断了挂在半空，底下就是{spot}，刮风就晃，怕砸到人',
    answer: '先拉线不让人走下面，{helper}联系园林的升降车，{later}前来锯',
    done: '树枝锯掉了，旁边两根枯的也一起锯了，树枝拉走，地扫干净了',
  },
  {
    place: 'community', kind: 'complaint', takes: 'day', by: 'third',
    says: '小区门口早晚堵得走不动，送孩子的车停三排，上班都迟到',
    answer: '{later}前我们和交警、学校碰一次头，明早先派三个人去疏导',
    done: '划了接送即停区，门口不许停，早晚各有两个人站着。这三天早上都能走了，再堵您告诉我',
  },
  {
    place: 'community', kind: 'complaint', takes: 'hour', by: 'grid',
    says: '有人把车停在消防通道上两天了，救护车来了怎么进',
    answer: '我是{me}，车主电话找到了，{soon}前挪走；不挪就请交警拖',
    done: '车主挪走了，通道重新喷了黄线，旁边立了牌子',
  },
  {
    place: 'village', kind: 'help', takes: 'day', by: 'lead', photo: 'pothole',
    says: '进村那段路被拉沙车压烂了，下雨全是泥，电动车滑倒好几个',
    answer: '我们先和沙场说好，{later}前他们拉两车石子来垫，超重的车不让走',
    done: '沙场垫了石子压平了，村口加了限高杆。全段硬化报上去了，批下来马上告诉大家',
  },
  {
    place: 'village', kind: 'help', takes: 'half-day', by: 'lead',
    says: '五组石桥的栏杆断了一根，小孩爱在上头坐，掉下去不得了',
    answer: '{helper}先用竹竿绑上，{later}前石匠来看，孩子们我也交代老师说一声',
    done: '断的一根换成了钢管，水泥打牢了，其余几根摇过，都稳',
  },
]
