import { dist } from './county.mjs'
import { live, rules } from './ticket-lives.mjs'
import { draw, newId, stencil } from './ticket-stencil.mjs'
import { ended, running } from './ticket-fates.mjs'

const minuteMs = 60_000
const dayMs = 86_400_000
const chunk = 500
/** The one large village: of every so many tickets one is its own, beside its share. */
const bigEvery = 20
/** Of a village's people a few say much; a grid worker speaks for those without a phone. */
const talkativeEvery = 10
/** A prime, so that every village and every fate comes up. */
const sampleEvery = 199

/**
 * A county's tickets over some years: those of the past have ended, a few by every road; the running ones are as many
 * whatever the past is, some dozens in each village. Each was lived through by the rules, and is written out again for
 * other people at other times, with its timers. A year after their end nobody is named in them any more.
 * @param load a `BulkLoad`
 * @param home what `county` gives
 * @param runs what runs, if something else is wanted: `[{ count: 100, steps: [], ageMinutes: [61, 61] }]` is a hundred
 *   in each village whose answer is a minute late
 * @returns how many of each, the ids of the running ones by village, and some of the past with theirs
 */
export async function seedTickets(load, home, { count, now, years = 3, runs = running }) {
  const { NOBODY_ID, forgottenBefore } = rules
  const pen = new Pen(load, home)
  const runningEach = runs.reduce((sum, { count: each }) => sum + each, 0)
  const runningCount = runningEach * home.villages.length
  const pastCount = Math.max(0, count - runningCount)
  const lastAt = now - Math.max(...runs.map(({ ageMinutes }) => ageMinutes[1])) * minuteMs - 12 * dayMs
  const firstAt = now - years * 365 * dayMs
  const fates = weighted(ended.map((fate) => ({ weight: fate.weight, fate, lines: stencil(live(fate)) })))
  const sample = []
  for (let n = 0; n < pastCount; n += 1) {
    const startedAt = Math.floor(firstAt + ((lastAt - firstAt) * n) / pastCount)
    // The first of each village are what others are merged into.
    const { fate, lines } = fates[n < home.villages.length ? 0 : mixed(n) % fates.length]
    const at = n < home.villages.length ? n : n % bigEvery === 0 ? 0 : mixed(n * 3 + 1) % home.villages.length
    const village = home.villages[at]
    const isForgotten = startedAt + fate.minutes * minuteMs <= forgottenBefore(now)
    const id = pen.write(lines, fate, village, startedAt, isForgotten ? { reporter: NOBODY_ID } : {})
    if (n % sampleEvery === 0) sample.push({ id, village })
    if (n % chunk === chunk - 1) await pen.flush()
  }
  const runningIds = new Map(home.villages.map(({ id }) => [id, []]))
  for (const fate of runs) {
    const byAge = new Map()
    for (let turn = 0; turn < fate.count; turn += 1) {
      const [youngest, oldest] = fate.ageMinutes
      for (const [n, village] of home.villages.entries()) {
        const age = youngest + (mixed(n * 31 + turn) % Math.max(1, oldest - youngest))
        if (!byAge.has(age)) byAge.set(age, stencil(live({ ...fate, minutes: age })))
        runningIds.get(village.id).push(pen.write(byAge.get(age), fate, village, now - age * minuteMs))
      }
    }
    await pen.flush()
  }
  await pen.end()
  return { past: pastCount, running: runningCount, runningIds, sample }
}

/** Writes tickets out for the people of a village, and keeps what goes on from one to the next. */
class Pen {
  #load
  #home
  #texts = new Map()
  #orderTable = dist('features/tickets/order.table.js').orderTable
  #numbers = new Map()
  /** The last public ticket of a village: what is merged goes into it. */
  #last = new Map()
  #count = 0

  constructor(load, home) {
    this.#load = load
    this.#home = home
  }

  /** @returns the ticket's id */
  write(lines, fate, village, startedAt, changes = {}) {
    const n = (this.#count += 1)
    const { subDistrict, residentIds, cadreIds, id: villageId } = village
    const other = this.#last.get(villageId)
    if (fate.isMerged && other === undefined) throw new Error('nothing there to merge it into')
    const ticket = newId(startedAt)
    const first = n % talkativeEvery === 0 ? n % 5 : mixed(n * 7)
    const resident = (at) => residentIds[(first + at) % residentIds.length]
    const department = subDistrict.departments[n % subDistrict.departments.length]
    const real = {
      startedAt, ticket, other, village: villageId, sub: subDistrict.id,
      reporter: resident(0),
      cadre: cadreIds[n % 3], staff: subDistrict.staffIds[n % 3], dept: department.id, officer: department.officerId,
      neighbour0: resident(1), neighbour1: resident(2), neighbour2: resident(3),
      topic: subDistrict.topicIds[n % subDistrict.topicIds.length], text: wordsOf(n), ...changes,
    }
    draw(lines, real, this.#texts)
    for (const [cycle, issuedAfter] of lines.orders) this.#order(real, cycle, startedAt + issuedAfter, fate)
    if (!fate.isMerged && (fate.visibility ?? 'village') === 'village') this.#last.set(villageId, ticket)
    return ticket
  }

  async flush() {
    for (const [table, text] of this.#texts) this.#load.text(table, text)
    this.#texts = new Map()
    await this.#load.breathe()
  }

  async end() {
    const { orderNumberTable, confidentialOrderNumberTable } = dist('features/orders/order-number.table.js')
    for (const [key, lastNumber] of this.#numbers) {
      const [subDistrictId, year, sign] = key.split(' ')
      const table = sign === '督' ? orderNumberTable : confidentialOrderNumberTable
      this.#load.rows(table, [{ subDistrictId, year: Number(year), lastNumber }])
    }
    await this.flush()
    await this.#load.end()
  }

  #order(real, cycle, issuedAt, { visibility }) {
    const { sub, ticket, village } = real
    const year = new Date(issuedAt + 8 * 3_600_000).getUTCFullYear()
    const sign = visibility === 'confidential' ? '督密' : '督'
    const key = `${sub} ${year} ${sign}`
    const sequence = (this.#numbers.get(key) ?? 0) + 1
    this.#numbers.set(key, sequence)
    this.#load.rows(this.#orderTable, [{
      id: newId(issuedAt), number: `${sign}〔${year}〕${sequence}号`, subDistrictId: sub, year, sequence,
      ticketId: ticket, cycle, villageId: village, issuedAt,
    }])
  }
}

const spots = ['村口', '小学门前', '老井边', '三组路口', '祠堂后面', '大桥头', '卫生室旁', '晒谷场', '水库坝下', '河堤上']
const matters = [
  '路灯不亮，晚上走路看不见', '下水道堵了，污水流到路上', '路面有个大坑，摩托车摔过人', '垃圾几天没有人收', '自来水发黄，不敢喝',
  '低保申请交上去一个月没有回音', '邻居盖房占了公用的路', '电线垂得很低，怕碰到人', '狗没有拴，吓着孩子', '养殖场臭味很大，窗子不敢开',
  '医保卡刷不了，说是没有交费', '水渠塌了一段，浇不上地',
]

function wordsOf(n) {
  return `${spots[mixed(n) % spots.length]}${matters[mixed(n + 5) % matters.length]}，第${n % 9 + 1}天了，请来看看。`
}

/** Spreads numbers evenly, the same each time. */
function mixed(n) {
  let bits = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d)
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39)
  return (bits ^ (bits >>> 15)) >>> 0
}

function weighted(choices) {
  return choices.flatMap((choice) => Array.from({ length: choice.weight }, () => choice))
}

export { BulkLoad } from './bulk-load.mjs'
export { county, idOf, seedCounty, tokenOf } from './county.mjs'
