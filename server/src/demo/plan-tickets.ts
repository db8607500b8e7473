import { chinaClockFace, chinaDateOf, DAY_MS, HOUR_MS, MINUTE_MS, startOfChinaDay, addDays, type EpochMs } from '@huiying/shared/kernel'
import type { VillageCast } from './cast'
import { Chance } from './chance'
import { chooseTimes, type Frame } from './choose-times'
import { STORY_DAYS, type DemoLists, type DemoResident } from './demo-lists'
import { FATES, type Fate } from './fates'
import { planActs } from './plan-acts'
import type { PlannedTicket } from './planned-ticket'
import { GRANDMOTHER, STORIES, type Story } from './stories'
import { inOtherWords } from './stories/in-other-words'

const SEED = 151
/** Photos take the longest of all to seed: each is drawn, sent and made small like anybody's. */
const PHOTOS = 12

/** The nine days before now: every matter with all that was said and done. The first comes first. */
export function planTickets({ cast, residents }: DemoLists, now: EpochMs): readonly PlannedTicket[] {
  const chance = new Chance(SEED)
  const frame = { startAt: firstInstant(now), now }
  const told = new Map<Story, number>()
  const tickets = cast.villages.flatMap((village) => {
    const stories = new StoryBook(village.village.isVillage, told, chance)
    return planVillage(village, stories, residents.get(village.village.code) ?? [], chance, frame)
  })
  const inOrder = [...tickets].sort((a, b) => a.submittedAt - b.submittedAt)
  return withFewerPhotos(inOrder)
}

/** Nine days ago; not in the middle of a night. */
export function firstInstant(now: EpochMs): EpochMs {
  const start = now - STORY_DAYS * DAY_MS
  const { hour } = chinaClockFace(start)
  if (hour >= 7 && hour < 20) return start
  const day = chinaDateOf(start)
  return startOfChinaDay(hour < 7 ? day : addDays(day, 1)) + 7 * HOUR_MS + 40 * MINUTE_MS
}

function planVillage(
  village: VillageCast,
  stories: StoryBook,
  residents: readonly DemoResident[],
  chance: Chance,
  frame: Frame,
): readonly PlannedTicket[] {
  const arranged = FATES[village.village.code] ?? []
  const simple = Array.from({ length: village.village.raised - arranged.length }, (): Fate => ({ end: 'closed' }))
  return [...arranged, ...simple].map((fate) => planOne(fate, stories, village, residents, chance, frame))
}

function planOne(
  fate: Fate,
  stories: StoryBook,
  village: VillageCast,
  residents: readonly DemoResident[],
  chance: Chance,
  frame: Frame,
): PlannedTicket {
  const own = grandmothersStory(fate)
  const story = own ?? stories.take(fate)
  const times = chooseTimes(fate, story, chance, frame)
  const isForAnother = own === null && story.by !== 'grid' && chance.happens(0.07)
  const worker = chance.pick(village.gridWorkers)
  const spot = own === null ? chance.pick(village.village.spots) : '一组晒谷坪'
  const reporter = own !== null ? first(residents).code : isForAnother ? worker.code : chance.pick(residents).code
  const without = residents.filter((resident) => resident.age === 'old' && resident.phone === '')
  const scene = { story, times, village, spot, reporter, fate, now: frame.now }
  const { acts, answerer } = planActs(scene, chance)
  return {
    villageCode: village.village.code,
    reporter,
    onBehalfOf: isForAnother ? { name: chance.pick(without).name, phone: null } : null,
    addressee: story.by !== 'lead' && chance.happens(0.5) ? answerer.code : null,
    kind: story.kind,
    visibility: story.isPrivate === true || chance.happens(0.08) ? 'handlers' : 'village',
    text: story.says.replaceAll('{spot}', spot),
    placeName: story.says.includes('{spot}') && chance.happens(0.6) ? spot : null,
    photo: story.photo ?? null,
    submittedAt: times.submittedAt,
    // Who speaks for somebody says nothing of his satisfaction.
    acts: isForAnother ? acts.filter(({ does }) => does !== 'rate') : acts,
  }
}

/** The visitor's villager has three matters of her own, all different. */
function grandmothersStory(fate: Fate): Story | null {
  if (fate.end === 'first') return GRANDMOTHER.first
  if (fate.end === 'waiting') return GRANDMOTHER.waiting
  return fate.end === 'in-hand' && fate.isHers ? GRANDMOTHER.inHand : null
}

/**
 * Stories that fit a village, each told there once, in words of its own, and those first that the other villages have
 * told least.
 */
class StoryBook {
  private left: readonly Story[]

  constructor(
    isVillage: boolean,
    private readonly told: Map<Story, number>,
    chance: Chance,
  ) {
    const place = isVillage ? 'village' : 'community'
    const fitting = STORIES.filter((story) => story.place === 'anywhere' || story.place === place)
    this.left = [...chance.shuffled(fitting)].sort((a, b) => this.times(a) - this.times(b))
  }

  take(fate: Fate): Story {
    const story = this.left.find((one) => fits(one, fate)) ?? first(this.left)
    this.left = this.left.filter((one) => one !== story)
    const isTold = this.times(story) > 0
    this.told.set(story, this.times(story) + 1)
    return isTold ? { ...story, says: inOtherWords(story.says) ?? story.says } : story
  }

  private times(story: Story): number {
    return this.told.get(story) ?? 0
  }
}

function fits(story: Story, fate: Fate): boolean {
  const isOpen = fate.end === 'unanswered' || fate.end === 'in-hand'
  // What will not be accepted, or only explained, would not lie about for long.
  if (isOpen && story.outcome !== undefined) return false
  switch (fate.end) {
    case 'done-twice':
    case 'reopened':
      return story.again !== undefined
    case 'unanswered':
      // What nobody has answered for an hour is nothing that burns.
      return story.again === undefined && story.kind !== 'question' && story.takes !== 'hour' && story.isPrivate !== true
    case 'in-hand':
      return story.again === undefined && (story.takes === 'day' || (story.takes === 'half-day' && fate.ageMs < DAY_MS / 2))
    case 'closed':
      return story.again === undefined && (fate.lateEnd !== true || story.takes === 'day')
    default:
      return true
  }
}

function withFewerPhotos(tickets: readonly PlannedTicket[]): readonly PlannedTicket[] {
  const pictured = tickets.filter((ticket) => ticket.photo !== null)
  // The first, and the latest ones: those are on the screens.
  const kept = new Set([...pictured.slice(0, 2), ...pictured.slice(2 - PHOTOS)])
  return tickets.map((ticket) => (kept.has(ticket) ? ticket : { ...ticket, photo: null }))
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('nothing left')
  return item
}
