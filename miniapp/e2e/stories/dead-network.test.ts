import type { TicketListAnswer } from '@huiying/shared/tickets'
import { onBothBuilds, type Scene } from '../support/on-both-builds'
import { askAs } from './ask-as'
import { demoPerson, signedIn } from './people'
import { waitFor } from './wait-for'

const WORDS = '村口的路灯又不亮了，老人晚上出门看不见'

onBothBuilds('a dead network', (scene) => {
  scene('what was written is kept, survives a restart of the app, and arrives once', async (stage) => {
    const villager = await signedIn(stage, 'offline-villager', await demoPerson(stage, 'resident'), { screen: 'small' })
    await villager.open('/packages/ticket/send/index')
    await villager.fill('您的事', WORDS)
    villager.expectFault(/ERR_INTERNET_DISCONNECTED|Failed to fetch|request:fail|Failed to load resource/)
    await villager.setOffline(true)
    await villager.tap('发送')
    await villager.see('已存在手机上')
    await villager.screenshot('offline-kept')
    await villager.setOffline(false)
    await villager.relaunch()
    await villager.see('一键回应')
    await waitFor(async () => (await countOf(stage, WORDS)) === 1)
    // Nothing may send it a second time.
    await villager.relaunch()
    await villager.see('一键回应')
    expect(await countOf(stage, WORDS)).toBe(1)
  })
})

/** How many of her tickets carry the words, as another sign-in of the same person sees it. */
async function countOf(stage: Scene, words: string): Promise<number> {
  const { personId } = await demoPerson(stage, 'resident')
  const { rows } = await (await askAs(stage, personId)).get<TicketListAnswer>('/api/tickets/mine')
  return rows.filter((row) => row.words === words).length
}
