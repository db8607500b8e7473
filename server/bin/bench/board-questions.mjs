const week = 7 * 86_400_000

/** Others each time, those far apart in turn. */
const villageOf = ({ home }, n) => home.villages[(n * 37) % home.villages.length]
/** Every tenth time the large village. */
const askedVillage = (world, n) => (n % 10 === 0 ? world.home.villages[0] : villageOf(world, n))
const residentOf = (village, n) => village.residentIds[n % 10]
const subDistrictOf = ({ home }, n) => home.subDistricts[(n * 5) % home.subDistricts.length]
const staffOf = (world, n) => subDistrictOf(world, n).staffIds[n % 3]
const some = ({ rows }) => rows.length > 0

const villageList = (world, n, query = '') => {
  const village = askedVillage(world, n)
  return { personId: residentOf(village, n), path: `/api/villages/${village.id}/tickets${query}`, must: some }
}
/** An id of the past stands for a page far down. */
const somewhereBack = ({ sample }, n) => sample[Math.floor(sample.length * (0.3 + (n % 60) / 100))]
const ticketAs = (personId, ticketId) =>
  ({ personId, path: `/api/tickets/${ticketId}`, must: ({ id }) => id === ticketId })
const runningOf = ({ runningIds }, village, n) => {
  const ids = runningIds.get(village.id)
  return ids[n % 8]
}
const figures = (query) => (world, n) =>
  ({ personId: staffOf(world, n), path: `/api/figures${query()}`, must: ({ units }) => units.length > 0 })
const day = (at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const weeksBack = (weeks) => `fromOn=${day(Date.now() - weeks * week)}&toOn=${day(Date.now())}`

/** What people ask of tickets, each by its own `n`-th asker; `share` of a hundred in the mix. */
export const questions = [
  {
    name: 'board', what: 'the board of a sub-district', isPromised: true, share: 14,
    ask: (world, n) => ({
      personId: staffOf(world, n), path: '/api/board', must: ({ columns }) => columns.every(({ count }) => count > 0),
    }),
  },
  {
    name: 'live', what: 'the live board, its first picture', share: 4,
    ask: (world, n) => ({
      personId: staffOf(world, n), path: '/api/board/live?once=1', must: ({ columns }) => columns[0].count > 0,
    }),
  },
  { name: 'village', what: "村里的事, the village's list", isPromised: true, share: 20, ask: (world, n) => villageList(world, n) },
  {
    name: 'village-back', what: '  a page of it far down', isPromised: true, share: 6,
    ask: (world, n) => villageList(world, n, `?cursor=${somewhereBack(world, n).id}`),
  },
  {
    name: 'mine', what: "a villager's own list", share: 8,
    ask: (world, n) => ({
      personId: villageOf(world, n).residentIds[n % 5], path: '/api/tickets/mine', must: ({ rows }) => Array.isArray(rows),
    }),
  },
  {
    name: 'home', what: 'the first screen', share: 14,
    ask: (world, n) => ({ personId: residentOf(villageOf(world, n), n), path: '/api/home', must: ({ now }) => now > 0 }),
  },
  {
    name: 'ticket', what: 'a running ticket, read by its cadre', share: 10,
    ask: (world, n) => {
      const village = villageOf(world, n)
      return ticketAs(village.cadreIds[n % 3], runningOf(world, village, n))
    },
  },
  {
    name: 'ticket-back', what: 'one of the past, read by the staff', share: 3,
    ask: (world, n) => {
      const { id, village } = somewhereBack(world, n * 7)
      return ticketAs(village.subDistrict.staffIds[n % 3], id)
    },
  },
  {
    name: 'inbox', what: "a cadre's inbox", share: 9,
    ask: (world, n) => ({ personId: villageOf(world, n).cadreIds[n % 3], path: '/api/inbox', must: ({ groups }) => groups.length > 0 }),
  },
  {
    name: 'inbox-staff', what: "a sub-district's inbox", share: 3,
    ask: (world, n) => ({ personId: staffOf(world, n), path: '/api/inbox', must: ({ groups }) => groups.length > 0 }),
  },
  {
    name: 'parts', what: 'what a department is called for', share: 1,
    ask: (world, n) => ({
      personId: subDistrictOf(world, n).departments[n % 4].officerId, path: '/api/parts', must: ({ open }) => open.length > 0,
    }),
  },
  {
    name: 'alike', what: 'what is alike, before sending', share: 4,
    ask: (world, n) => {
      const village = askedVillage(world, n)
      return {
        personId: residentOf(village, n), path: `/api/villages/${village.id}/alike`,
        body: { text: '村口路灯不亮，晚上走路看不见' }, must: ({ rows }) => Array.isArray(rows),
      }
    },
  },
  {
    name: 'merge', what: 'what a ticket may be merged into', share: 1,
    ask: (world, n) => {
      const village = villageOf(world, n)
      return {
        personId: village.cadreIds[n % 3], path: `/api/tickets/${runningOf(world, village, n)}/merge-candidates`, must: some,
      }
    },
  },
  {
    name: 'followed', what: 'what a villager met too', share: 2,
    ask: (world, n) => ({
      personId: residentOf(villageOf(world, n), n), path: '/api/tickets/followed', must: ({ rows }) => Array.isArray(rows),
    }),
  },
  { name: 'figures', what: 'the figures of a week', share: 1, ask: figures(() => `?${weeksBack(1)}`) },
  {
    name: 'figures-tickets', what: '  the tickets behind one of them',
    ask: (world, n) => ({
      personId: staffOf(world, n), path: `/api/figures/tickets?measure=state&class=settled&${weeksBack(1)}`,
      must: ({ rows }) => Array.isArray(rows),
    }),
  },
  { name: 'figures-quarter', what: '  of a quarter', ask: figures(() => `?${weeksBack(13)}`) },
]

/** All of them by their shares, spread evenly. */
export function mix(world, n) {
  return turns[(n * 61) % turns.length].ask(world, n)
}

const turns = questions.flatMap((question) => Array.from({ length: question.share ?? 0 }, () => question))
