import type { Story } from './story'

/** What the visitor's own villager said: the first matter of all, one that waits for her word, one still in hand. */
export const GRANDMOTHER: { readonly first: Story; readonly waiting: Story; readonly inHand: Story } = {
  first: {
    place: 'village', kind: 'help', takes: 'hour', by: 'lead', photo: 'sewer',
    says: '我家门口的下水道堵了，脏水漫到路上来了，臭得很，麻烦来个人看看',
    answer: '王婶，我是{me}。已叫{helper}带疏通机出门，半小时内到您家门口，您先别蹚水',
    done: '疏通好了，是树根和油块堵的，路面也冲洗干净了。要是再返水，直接打我电话',
  },
  waiting: {
    place: 'village', kind: 'question', takes: 'half-day', by: 'insurance',
    says: '我的养老金这个月怎么还没到，是不是又要去照脸认证',
    answer: '王婶，我是{me}，{later}前帮您查到是哪一步，您不用跑',
    done: '查到了，是认证到期。我上门帮您认好了，钱明天到卡上；以后到期前我们先来找您',
  },
  inHand: {
    place: 'village', kind: 'help', takes: 'half-day', by: 'lead', photo: 'lamp',
    says: '晒谷坪那盏路灯不亮了，晚上去看孙子摸黑，怕摔跤',
    answer: '王婶，我是{me}，电工{later}前来换，今晚先叫{helper}去挂一盏充电灯',
    done: '灯头换好了，晚上亮着呢',
    talk: ['充电灯挂上了，谢谢，就是有点暗', '新灯头在路上了，{later}前一定换好'],
  },
}
