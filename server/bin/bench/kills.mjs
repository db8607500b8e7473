import { underKills } from './under-kills.mjs'

/** Four servers, one killed a hundred times in the middle of a batch. `KILLS=10` is a quick look, `SEED` repeats. */
export async function measure() {
  const figures = await underKills('kills', { KILLS: process.env.KILLS ?? '100' })
  const row = (what, value, unit = 'count') => ({ what, value, unit })
  return [
    row('kill -9 of one of four servers', figures.kills),
    row('of these with a transaction open and rows locked', figures.midBatch),
    row('matters that time passed over, six facts and ten notices each', figures.tickets),
    { ...row('lost, or twice, in the database', 0), budget: 0 },
    row('WeChat messages and texts', figures.weChatMessages + figures.texts),
    row('of these sent a second time', figures.weChatTwice + figures.textsTwice),
    row('all done after the last kill', figures.doneAfterLastKillMs, 'ms'),
  ]
}
