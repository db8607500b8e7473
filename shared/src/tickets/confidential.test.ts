import { roleIn, mayClose } from './access'
import type { PostKind, Viewer } from '../identity'
import type { Ticket } from './ticket'
import type { Move, Part } from './ways'
import { DIRECTOR, freshTicket, GRANDMOTHER, NEIGHBOUR, SECRETARY, someone, STAFF, STRANGER } from './testing/samples'

const LEADER = someone('wu', ['leader'])
const COUNTY = atCounty('tang', 'staff')

function inConfidence(changes: Partial<Ticket> = {}): Ticket {
  return { ...freshTicket(), visibility: 'confidential', holderUnitId: 'qingxi', ...changes }
}

function atCounty(personId: string, kind: PostKind): Viewer {
  const [post] = someone(personId, [kind]).posts
  if (post === undefined) throw new Error('no post')
  return { accountId: personId, personId, posts: [{ ...post, unitId: 'yunling', villageId: null, subDistrictId: null }] }
}

function officer(personId: string, unitId: string): Viewer {
  const [post] = someone(personId, ['officer']).posts
  if (post === undefined) throw new Error('no post')
  return { accountId: personId, personId, posts: [{ ...post, unitId, villageId: null }] }
}

function rolesIn(ticket: Ticket): Record<string, string | null> {
  const viewers = { SECRETARY, DIRECTOR, NEIGHBOUR, STAFF, LEADER, COUNTY, GRANDMOTHER }
  return Object.fromEntries(Object.entries(viewers).map(([name, viewer]) => [name, roleIn(viewer, ticket)]))
}

const OF_VILLAGE = { SECRETARY: null, DIRECTOR: null, NEIGHBOUR: null, GRANDMOTHER: 'reporter' }

describe('what is said in confidence', () => {
  it.each<[string, Partial<Ticket>, Record<'STAFF' | 'LEADER' | 'COUNTY', string | null>]>([
    ['about nobody', {}, { STAFF: 'handler', LEADER: 'handler', COUNTY: null }],
    ['about a cadre of the village', { about: 'village-cadre' }, { STAFF: 'handler', LEADER: 'handler', COUNTY: null }],
    ['about staff', { about: 'staff' }, { STAFF: null, LEADER: 'handler', COUNTY: null }],
    ['about a department', { about: 'officer' }, { STAFF: null, LEADER: 'handler', COUNTY: null }],
    ['about a leader', { about: 'leader', holderUnitId: 'yunling' }, { STAFF: null, LEADER: null, COUNTY: 'handler' }],
    ['about a leader, under no county, unnamed', { about: 'leader' }, { STAFF: null, LEADER: null, COUNTY: null }],
    ['about another leader, under no county', { about: 'leader', aboutPersonId: 'zheng' }, { STAFF: null, LEADER: 'handler', COUNTY: null }],
    ['about this leader, under no county', { about: 'leader', aboutPersonId: 'wu' }, { STAFF: null, LEADER: null, COUNTY: null }],
  ])('%s: is there for the level above, and for nobody of the village', (_what, changes, above) => {
    expect(rolesIn(inConfidence(changes))).toEqual({ ...OF_VILLAGE, ...above })
  })

  it.each<PostKind>(['resident', 'stationed-cadre', 'supervisor', 'accountant', 'grid-worker', 'admin'])(
    'is not there for staff who are also %s of the village',
    (kind) => {
      expect(roleIn({ ...STAFF, posts: [...STAFF.posts, ...someone('sun', [kind]).posts] }, inConfidence())).toBeNull()
    },
  )

  it('is not there for whoever it names, at whatever level he sits', () => {
    expect(roleIn(STAFF, inConfidence({ about: 'village-cadre', aboutPersonId: 'sun' }))).toBeNull()
    expect(roleIn(COUNTY, inConfidence({ about: 'leader', holderUnitId: 'yunling', aboutPersonId: 'tang' }))).toBeNull()
    const both = { ...LEADER, posts: [...LEADER.posts, ...STAFF.posts] }
    expect(roleIn(both, inConfidence({ about: 'staff' }))).toBeNull()
    const alsoOfficer = { ...LEADER, posts: [...LEADER.posts, ...officer('wu', 'water').posts] }
    expect(roleIn(alsoOfficer, inConfidence({ about: 'officer' }))).toBeNull()
    expect(roleIn(alsoOfficer, inConfidence({ about: 'officer', aboutPersonId: 'shui' }))).toBe('handler')
    expect(roleIn(officer('shui', 'water'), inConfidence({ about: 'officer' }))).toBeNull()
  })

  it('is closed by whoever knows of it, and by nobody else', () => {
    const closers = [STAFF, LEADER, SECRETARY, COUNTY].filter((viewer) => mayClose(viewer, inConfidence()))
    expect(closers).toEqual([STAFF, LEADER])
  })
})

describe('what went to another unit', () => {
  const move = (number: number, fromUnitId: string, toUnitId: string): Move => ({
    number, how: 'transfer', fromUnitId, toUnitId, at: 0, by: 'li', messageId: 'm', objectedAt: null, objectedBy: null,
    objectionMessageId: null, ruledAt: null, ruledBy: null, isUpheld: null,
  })
  const moved: Ticket = { ...freshTicket(), holderUnitId: 'taoyuan', moves: [move(1, 'liushu', 'taoyuan')] }
  const part: Part = {
    id: 'p', unitId: 'urban', calledAt: 0, calledBy: 'sun', messageId: 'm', reportDueAt: 1, reportedAt: null, reportedBy: null,
    reportMissedAt: null, refusedAt: null, refusedBy: null, refusalMessageId: null, reviewedAt: null, reviewedBy: null,
    isExcused: null, closedAt: 5, closedBy: 'he', closureMessageId: 'm2',
  }

  it('is there for the cadres of both villages, and closed by those who hold it or the sub-district', () => {
    expect([SECRETARY, STRANGER].map((viewer) => roleIn(viewer, moved))).toEqual(['handler', 'handler'])
    expect([SECRETARY, STRANGER, STAFF].map((viewer) => mayClose(viewer, moved))).toEqual([false, true, true])
    expect(roleIn(someone('zhang', ['resident'], 'taoyuan'), moved)).toBeNull()
  })

  it('stays there for whoever held it in between', () => {
    const on = { ...moved, holderUnitId: 'shancun', moves: [...moved.moves, move(2, 'taoyuan', 'shancun')] }
    expect(roleIn(STRANGER, on)).toBe('handler')
    expect(mayClose(STRANGER, on)).toBe(false)
  })

  it('is there for the officers of a department that has or had a part in it, and of no other', () => {
    const whistled = { ...freshTicket(), parts: [part] }
    expect(roleIn(officer('he', 'urban'), whistled)).toBe('handler')
    expect(mayClose(officer('he', 'urban'), whistled)).toBe(false)
    expect(roleIn(officer('he', 'civil'), whistled)).toBeNull()
    expect(mayClose(officer('he', 'urban'), { ...freshTicket(), holderUnitId: 'urban' })).toBe(true)
  })
})
