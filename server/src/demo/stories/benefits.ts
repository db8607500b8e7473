import type { Story } from './story'

export const BENEFITS: readonly Story[] = [
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'insurance', outcome: 'explained',
    says: '今年医保要交多少钱？我不会用手机交，去哪里交现金',
    answer: '我是管医保的{me}。带身份证和现金到服务中心一号窗口，我帮您交，{later}前都在',
    done: '今年每人四百元，到年底前都能交；不会用手机的到服务中心来，当场开单子。六十岁以上的我们上门收',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'insurance',
    says: '我交了医保，医院说没查到，看病全要自己先垫，急死人了',
    answer: '请把身份证号后四位和交钱的单子带来，或者{helper}上门拍一张，{later}前给您查清',
    done: '交的时候姓名里一个字录错了，已经改好，医院那边能查到了，垫的钱拿发票去窗口报',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'insurance',
    says: '我妈八十多了，养老认证要眨眼睛，手机认了十几遍都不行，钱会不会停',
    answer: '不用急，钱不会马上停。我{me}{later}前带平板上门，几分钟就好',
    done: '上门认好了，一次就过。以后每年这个时候我们主动上门，不用老人家操心',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'insurance', outcome: 'explained',
    says: '在外地住院，回来能报销吗，要带什么东西',
    answer: '能报。住院前先打电话备案报得多些，我{me}现在帮您查您这次备案了没有',
    done: '您这次已经备案，出院时直接结算；没结的带发票、费用清单、出院小结、卡，到窗口报，约十五个工作日到账',
    talk: ['发票丢了一张怎么办', '到医院住院处补打一张盖章的，没有也能用'],
  },
  {
    place: 'anywhere', kind: 'help', takes: 'day', by: 'benefits', isPrivate: true,
    says: '我男人摔断了腿，半年不能做工，家里就靠他，能不能申请低保',
    answer: '我是{me}，{later}前上您家坐一坐，把情况看清，材料我帮您填，不用您跑',
    done: '材料已经报到街道，公示七天；先申请了一笔临时救助，两千元，三天内到卡上',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'half-day', by: 'benefits', outcome: 'explained', isPrivate: true,
    says: '我家低保这个月怎么少了一百多块，是不是弄错了',
    answer: '我{me}去民政办查您家的账，{later}前给您回话',
    done: '没有弄错：您女儿上个月开始上班，收入算进去了，所以减了一百二。三个月后再核一次，有变化就改',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'day', by: 'benefits',
    says: '我爸残疾证到期了，人瘫在床上去不了医院，怎么办换证',
    answer: '可以上门评。我{me}给残联报了名，{later}前告诉您医生哪天来',
    done: '残联的医生今天上门评好了，新证十天内{helper}送到您手上，补贴不断',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'benefits', outcome: 'explained',
    says: '听说八十岁有高龄补贴，我妈今年八十一了，一分没领过',
    answer: '应当有的。我{me}先查有没有登记，{soon}前给您打电话',
    done: '您母亲户口是去年迁来的，这边没登记。今天已经补上，从下个月起每月发，前面的不能补，照规定向您说清楚',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'hour', by: 'benefits',
    says: '隔壁刘奶奶一个人住，好几天没见她出门，敲门有声音就是不开，有点担心',
    answer: '谢谢您惦记。{helper}现在就去，她儿子的电话我也打了，{soon}前告诉您',
    done: '老人感冒了没力气下床，已经送卫生院看过，儿子今晚回来。以后网格员每天去看一眼',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'half-day', by: 'lead',
    says: '孩子要贫困证明，学校明天就要，不知道找谁盖章',
    answer: '学校的这种证明现在不用盖章，民政系统能查。我{me}{later}前帮您打印好',
    done: '打印好了，{helper}已经送到您家，学校老师也说可以',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'insurance', outcome: 'explained',
    says: '我五十九了，养老金还差两年没交满，一次补上行不行，划算不',
    answer: '可以补。我{me}帮您算一笔账，{later}前写在纸上给您',
    done: '补两年要交的和以后每月能多领的都写在单子上了，交不交由您定，年底前来办就行',
  },
  {
    place: 'anywhere', kind: 'help', takes: 'day', by: 'benefits',
    says: '我家房子下雨到处漏，床都挪了三回，我一个人没力气翻瓦',
    answer: '{helper}{later}前来看房顶，先带块油布盖上，今晚不让您淋雨',
    done: '油布先盖上了，瓦匠今天翻好了漏的两间，钱从临时救助里出。危房改造的名也报上了，鉴定的人下周来',
  },
  {
    place: 'anywhere', kind: 'question', takes: 'hour', by: 'insurance', outcome: 'explained',
    says: '社保卡丢了，看病怎么办，补一张要多久',
    answer: '先用手机上的电子凭证看病。我{me}教您打开，{soon}前我都在服务中心',
    done: '电子凭证打开了，能看病。实体卡带身份证去银行当天就能补，我把地址写给您了',
  },
  {
    place: 'anywhere', kind: 'complaint', takes: 'day', by: 'lead', isPrivate: true,
    says: '救助名单上有人家里开小车的，为什么他有我没有，不公平',
    answer: '您问得对，名单该说得清。我{me}{later}前把那一户的核对情况查给您',
    done: '查过了：车是他侄子的，过户单和收入都核对过，公示栏贴了说明；您家的情况我也登记了，明天上门看看',
    outcome: 'explained',
  },
]
