import { startWeComStandIn, type WeComStandIn } from '../../../standin/wecom/start-wecom-stand-in'
import { createGroupRobot } from './group-robot'

describe('the robot of a WeCom group', () => {
  let standIn: WeComStandIn
  const robot = createGroupRobot()

  beforeEach(async () => {
    standIn = await startWeComStandIn(() => 0)
  })
  afterEach(() => standIn.stop())

  it('says it in the group', async () => {
    expect(await robot.say(standIn.webhook(), '**青溪街道**')).toEqual({ outcome: 'sent' })
    expect(standIn.said).toMatchObject([{ key: 'standin-robot', markdown: '**青溪街道**' }])
  })

  it('a dead address and words too long are for an operator, and are not sent again and again', async () => {
    expect(await robot.say(standIn.webhook('gone'), '在吗')).toEqual({ outcome: 'refused', errcode: 93000 })
    expect(await robot.say(standIn.webhook(), '话'.repeat(2_000))).toEqual({ outcome: 'refused', errcode: 45002 })
  })

  it('after twenty in a minute it waits a minute; when busy, or not to be reached, half a minute', async () => {
    for (let count = 0; count < 20; count += 1) await robot.say(standIn.webhook(), '一句')
    expect(await robot.say(standIn.webhook(), '一句')).toEqual({ outcome: 'try-later', errcode: 45009, waitMs: 60_000 })
    standIn.fail(-1, 1)
    expect(await robot.say(standIn.webhook(), '一句')).toMatchObject({ outcome: 'try-later', errcode: -1 })
    expect(await robot.say('http://127.0.0.1:9/send?key=k', '一句')).toMatchObject({ outcome: 'try-later', errcode: null })
  })
})
