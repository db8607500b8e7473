import type { Story } from './story'

export const VILLAGE_LIFE: readonly Story[] = [
  {
    place: 'village', kind: 'question', takes: 'half-day', by: 'third', outcome: 'explained',
    says: '我想在老屋基上重建，宅基地要怎么批，批多大',
    answer: '我是管土地的{me}，{later}前来看看您的老屋基，带上旧房产证',
    done: '您家四口人，可批一百二十平方米以内。要填申请表、四邻签字、村里公示七天，表我已经替您填好一半，要跑的几步写在纸上给您了',
  },
  {
    place: 'village', kind: 'complaint', takes: 'day', by: 'third',
    says: '他家建房占了我家三尺宽的地，石头都压过来了，说了不听',
    answer: '请他先停一停，{later}前我{me}带上证和皮尺，两家都在场量',
    done: '按证量，确实过了二尺六，他已经把石头退回去，界桩重新打了，两家都签了字',
  },
  {
    place: 'village', kind: 'question', takes: 'hour', by: 'third', outcome: 'explained',
    says: '土地流转的租金今年怎么还没发，合作社说给村里了',
    answer: '我{me}去查账，{soon}前告诉您钱到哪一步了',
    done: '钱昨天到村账上，名单公示三天，后天发到各家的卡上，您家是一千三百六十元',
  },
  {
    place: 'village', kind: 'help', takes: 'day', by: 'lead',
    says: '野猪又下来拱地了，一亩花生拱得稀烂，能不能赔，能不能赶',
    answer: '{helper}{later}前去看地、拍照，报险的电话我来打；今晚组织几个人敲锣巡一巡',
    done: '保险员来看过，按损失七成赔，十天到账。山边拉了灯带和铃铛，这两晚没下来',
  },
  {
    place: 'village', kind: 'help', takes: 'half-day', by: 'lead',
    says: '拖拉机进不了三组那块田，路口被砖头堵了，地等着翻',
    answer: '砖头是谁家的我去找，{soon}前挪开，拖拉机先在路边等一会儿',
    done: '砖头挪到晒谷坪边上了，拖拉机已经进田，师傅说天黑前翻完',
  },
  {
    place: 'village', kind: 'question', takes: 'hour', by: 'lead', outcome: 'explained',
    says: '买微耕机有补贴吗，怎么领',
    answer: '有。我{me}把今年的目录发给您看，{soon}前告诉您能补多少',
    done: '您要买的那种补九百元。先去定点店买，发票和机子拍照，带身份证和卡到农技站，我把地址写给您了',
  },
  {
    place: 'village', kind: 'help', takes: 'half-day', by: 'lead',
    says: '鱼塘边没有栏杆，一帮孩子放学在那里玩水，看着心慌',
    answer: '{helper}现在去守着劝回家，{later}前先拉绳子、挂救生圈和牌子',
    done: '绳子拉好了，挂了两个救生圈和一根长竹竿，放学那一个小时有人巡。栏杆的料已经订了，后天装',
    talk: ['绳子孩子一钻就过去了', '今天加了一道网，巡的人也加到两个'],
  },
  {
    place: 'village', kind: 'complaint', takes: 'day', by: 'lead',
    says: '上游养猪场的粪水流到沟里，臭得饭都吃不下，鱼也死了',
    answer: '我{me}和环保的人约好{later}前一起去取水样，先让他把口子堵上',
    done: '口子堵上了，水样超标，环保下了整改书，罚了款。三天内修好化粪池，没修好不准进猪',
  },
  {
    place: 'village', kind: 'suggestion', takes: 'half-day', by: 'lead',
    says: '农家书屋老是锁着门，孩子放假想看书，能不能定个时间开',
    answer: '您说得对，书要有人看才好。{later}前我们排个开门的班，贴在门上',
    done: '每天下午三点到六点开，周末全天，由两位退休老师轮流看着，钥匙也多配了一把',
  },
  {
    place: 'village', kind: 'help', takes: 'half-day', by: 'grid',
    says: '我娘走不动路，卫生院打疫苗和量血压能不能上门',
    answer: '可以。我是网格员{me}，约了村医{later}前上门，您把老人的药盒放在桌上',
    done: '村医来过了，量了血压和血糖，药也对了一遍，以后每个月十五号上门一次',
  },
  {
    place: 'village', kind: 'question', takes: 'hour', by: 'lead', outcome: 'explained',
    says: '村里的广播天天早上六点响，能不能晚一点，上夜班的受不了',
    answer: '这个是大家定的时间，我{me}先把声音调小，{later}前问问各组的意见',
    done: '问了六个组，多数愿意改到七点，从明天起七点响，声音也小一半',
  },
  {
    place: 'village', kind: 'help', takes: 'day', by: 'lead', photo: 'garbage',
    says: '垃圾池满了好几天没人拉，狗翻得到处都是，就在{spot}边上',
    answer: '拉垃圾的车坏在路上，另借了一辆，{later}前拉走，先撒石灰盖一盖',
    done: '拉走了，池子冲洗过，撒了药。以后隔天拉一次，满了拍照发我，当天加一趟',
  },
  {
    place: 'village', kind: 'help', takes: 'half-day', by: 'lead',
    says: '网断三天了，孩子上网课上不成，打客服一直占线',
    answer: '我{me}找到了片区师傅的电话，{later}前上门，今天先让孩子到服务中心来上课',
    done: '光纤被老鼠咬断了，接好了还套了铁管，网速也测过，正常',
  },
  {
    place: 'village', kind: 'complaint', takes: 'half-day', by: 'lead', outcome: 'explained',
    says: '为啥不让烧田里的草，祖祖辈辈都烧，不烧虫子多',
    answer: '我{me}{soon}前到您田边，咱们当面说，也看看有没有别的法子',
    done: '烧草容易引山火，也呛人，法律不许。联系了打捆机，不要钱帮您打成捆拉走，虫子的事农技员下周来讲',
  },
]
