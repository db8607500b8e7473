import type { PostKind, Viewer } from '../identity'
import { actsInOrder, checkDaySheet, type DaySheetSubject } from './day-sheet'
import type { DaySheetAct } from './wire'

const viewer = (kind: PostKind | null, villageId: string | null = 'v', subDistrictId = 's'): Viewer => ({
  accountId: 'a', personId: 'me',
  posts: kind === null ? [] : [{ id: 'p', personId: 'me', kind, unitId: villageId ?? subDistrictId, charge: null, fromAt: 0, toAt: null, villageId, subDistrictId }],
})
const ask = (who: Viewer, subject: Partial<DaySheetSubject> = {}): string => {
  try {
    checkDaySheet(who, { id: 'v', subDistrictId: 's' }, { personId: 'another', isOfVillage: false, sat: false, ...subject })
    return 'shown'
  } catch (error) {
    return (error as Error).message
  }
}
const OWN = { personId: 'me' }

describe('whose day sheet one reads', () => {
  test.each<[string, Viewer, Partial<DaySheetSubject>, string]>([
    ['a cadre his own', viewer('committee-member'), OWN, 'shown'],
    ['a cadre no colleague\'s', viewer('committee-member'), { isOfVillage: true, sat: true }, 'identity.person-not-found'],
    ['a lead that of his people', viewer('secretary'), { isOfVillage: true }, 'shown'],
    ['a lead that of a visitor who sat', viewer('director'), { sat: true }, 'shown'],
    ['a lead no stranger\'s', viewer('director'), {}, 'identity.person-not-found'],
    ['staff that of whoever sat', viewer('staff', null), { sat: true }, 'shown'],
    ['staff nobody\'s who did not', viewer('staff', null), { isOfVillage: true }, 'identity.person-not-found'],
    ['a leader his own visit', viewer('leader', null), { ...OWN, sat: true }, 'shown'],
    ['a visitor his own', viewer('stationed-cadre', 'w'), { ...OWN, sat: true }, 'shown'],
    ['a visitor nobody else\'s', viewer('stationed-cadre', 'w'), { sat: true }, 'identity.village-not-found'],
    ['a resident none', viewer('resident'), OWN, 'identity.village-not-found'],
    ['another village\'s lead none', viewer('secretary', 'w'), { isOfVillage: true, sat: true }, 'identity.village-not-found'],
    ['another sub-district none', viewer('staff', null, 'far'), { sat: true }, 'identity.village-not-found'],
    ['an admin none', viewer('admin'), OWN, 'identity.village-not-found'],
  ])('%s', (_name, who, subject, expected) => {
    expect(ask(who, subject)).toBe(expected)
  })

  test('nobody known reads nothing, not even nobody\'s', () => {
    expect(ask({ ...viewer(null), personId: null }, { personId: '', sat: true })).toBe('identity.village-not-found')
  })
})

test('acts stand in one order, however they come', () => {
  const acts: readonly DaySheetAct[] = [
    { at: 1, kind: 'took-over', words: '值班', ticketId: null },
    { at: 2, kind: 'read', words: 'b', ticketId: 't1' },
    { at: 2, kind: 'answered', words: 'a', ticketId: 't1' },
    { at: 2, kind: 'answered', words: 'b', ticketId: 't1' },
    { at: 2, kind: 'answered', words: 'a', ticketId: 't2' },
    { at: 3, kind: 'note', words: 'a', ticketId: null },
  ]
  expect(actsInOrder([...acts].reverse())).toEqual(acts)
  expect(actsInOrder([acts[3], acts[0], acts[5], acts[2], acts[4], acts[1]] as DaySheetAct[])).toEqual(acts)
})
