/** One of the eight villages of the demo. Every name is invented. */
export interface DemoVillage {
  readonly code: string
  readonly name: string
  readonly isVillage: boolean
  readonly residents: number
  readonly groups: readonly string[]
  /** Where people say that something is. */
  readonly spots: readonly string[]
  /** Matters raised in the nine days; the sum is `RAISED`. */
  readonly raised: number
  /** One person is secretary and director ("一肩挑"). */
  readonly isUnderOne: boolean
}

export const COUNTY = { code: 'YL', name: '云岭县' } as const
export const SUB_DISTRICT = { code: 'QX', name: '青溪街道' } as const

/** The figures of the published account: 8 units, 7,006 members, 151 raised, 128 settled in nine days. */
export const RESIDENTS = 7_006
export const RAISED = 151
export const CLOSED = 128

const GROUPS = ['一组', '二组', '三组', '四组', '五组', '六组']
const GRIDS = ['第一网格', '第二网格', '第三网格', '第四网格', '第五网格']

/** The first is the one to look at: visitors sign in as its people. */
export const VILLAGES: readonly DemoVillage[] = [
  {
    code: 'QX-01', name: '柳树湾村', isVillage: true, residents: 1_102, groups: GROUPS, raised: 31, isUnderOne: false,
    spots: ['一组晒谷坪', '三组老井边', '村口大樟树下', '四组水渠边', '村小学门口', '五组石拱桥头', '二组祠堂边'],
  },
  {
    code: 'QX-02', name: '桃园里社区', isVillage: false, residents: 1_036, groups: GRIDS, raised: 24, isUnderOne: true,
    spots: ['2栋3单元', '小区东门', '5栋楼下', '桃园菜场后门', '7栋1单元', '小区配电房旁'],
  },
  {
    code: 'QX-03', name: '半亩塘社区', isVillage: false, residents: 948, groups: GRIDS.slice(0, 4), raised: 20, isUnderOne: false,
    spots: ['塘边步道', '1栋2单元', '老年活动室门口', '塘东路口', '4栋楼下', '小广场'],
  },
  {
    code: 'QX-04', name: '望云桥社区', isVillage: false, residents: 890, groups: GRIDS.slice(0, 4), raised: 19, isUnderOne: true,
    spots: ['望云桥头', '桥南巷12号', '6栋1单元', '河边步道', '桥北停车场', '3栋楼下'],
  },
  {
    code: 'QX-05', name: '石榴巷社区', isVillage: false, residents: 861, groups: GRIDS.slice(0, 4), raised: 18, isUnderOne: false,
    spots: ['石榴巷8号', '巷口早点铺旁', '老粮站院里', '石榴巷21号', '巷尾公厕边', '旧书店门口'],
  },
  {
    code: 'QX-06', name: '晒谷坪社区', isVillage: false, residents: 803, groups: GRIDS.slice(0, 4), raised: 16, isUnderOne: true,
    spots: ['安置房9栋', '晒谷坪路口', '安置房3栋2单元', '幼儿园门口', '安置房6栋楼下', '篮球场边'],
  },
  {
    code: 'QX-07', name: '三眼井社区', isVillage: false, residents: 742, groups: GRIDS.slice(0, 3), raised: 13, isUnderOne: true,
    spots: ['三眼井旁', '井东路7号', '职工楼2单元', '井西路口', '老电影院门口'],
  },
  {
    code: 'QX-08', name: '槐荫街社区', isVillage: false, residents: 624, groups: GRIDS.slice(0, 3), raised: 10, isUnderOne: false,
    spots: ['槐荫街3号', '街心花园', '槐荫街44号', '邮政所门口', '8栋1单元'],
  },
]

/** Departments of the sub-district, and what each sees to. */
export const DEPARTMENTS = [
  { code: 'QX-D1', name: '城建办', charge: '道路、路灯、房屋' },
  { code: 'QX-D2', name: '民政办', charge: '低保、救助、养老' },
  { code: 'QX-D3', name: '社保所', charge: '医保、社保' },
  { code: 'QX-D4', name: '自然资源所', charge: '宅基地、土地' },
  { code: 'QX-D5', name: '综合执法队', charge: '噪音、占道、违建' },
  { code: 'QX-D6', name: '派出所', charge: '治安、户口' },
  { code: 'QX-D7', name: '供水站', charge: '供水' },
] as const
