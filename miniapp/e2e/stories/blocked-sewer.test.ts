import path from 'node:path'
import { onBothBuilds } from '../support/on-both-builds'
import { demoPerson, signedIn } from './people'

const SEWER_PHOTO = path.join(__dirname, 'pictures', 'sewer.jpg')
const WORDS = '我家门口的下水道堵了，脏水漫到路上，出门都不好走'

onBothBuilds('the blocked sewer', (scene) => {
  scene('a villager says it, the secretary answers and closes, the staff sees it pass, the villager is satisfied', async (stage) => {
    const [resident, secretary, staff] = await Promise.all([
      demoPerson(stage, 'resident'),
      demoPerson(stage, 'secretary'),
      demoPerson(stage, 'staff'),
    ])
    const villager = await signedIn(stage, 'villager', resident)
    const cadre = await signedIn(stage, 'cadre', secretary, { screen: 'small' })
    const watcher = await signedIn(stage, 'staff', staff, { screen: 'desk' })

    await villager.see('一键回应')
    await villager.screenshot('1-villager-home')
    await villager.tap('一键回应')
    await villager.see(`@${secretary.name}`)
    await villager.fill('您的事', WORDS)
    await villager.chooseFile('拍照片', SEWER_PHOTO)
    await villager.screenshot('2-villager-send')
    await villager.tap('发送')
    await villager.see('有人回您')
    await villager.screenshot('3-villager-sent')
    await villager.tap('看看进展')
    await villager.see('还剩')

    await cadre.pullDown()
    await cadre.see(WORDS)
    await cadre.screenshot('4-cadre-inbox')
    await cadre.tap('回应', { beside: WORDS })
    await cadre.see('点一句，再改改')
    await cadre.screenshot('5-cadre-reply')
    await cadre.tap('发送')
    // A toast may be gone before it is looked for; the page is left only once it was sent.
    await cadre.dontSee('点一句，再改改')

    await villager.pullDown()
    await villager.see(`我是${secretary.name}`)
    await villager.see('已回应')
    await villager.screenshot('6-villager-answered')

    await watcher.open('/packages/staff/board/index')
    await watcher.see('没人回，已超时')
    await watcher.dontSee(WORDS)
    await watcher.screenshot('7-staff-board')

    await cadre.open('/pages/home/index')
    await cadre.see(WORDS)
    await cadre.tap('办好了', { beside: WORDS })
    await cadre.fill('写给村民的话', '管道通开了，路面也冲干净了，这几天我再来看看')
    await cadre.screenshot('8-cadre-close')
    await cadre.tap('告诉村民')
    await cadre.dontSee('有照片更清楚')

    await villager.pullDown()
    await villager.see('管道通开了')
    await villager.screenshot('9-villager-asked')
    await villager.tap('评满意')
    await villager.tap('就评这个')
    await villager.see('您评了：满意')
    await villager.screenshot('10-villager-rated')
  })
})
