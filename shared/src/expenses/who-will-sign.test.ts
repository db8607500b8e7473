import type { SeatedPost } from '../identity'
import { blockOf, whoWillSign, type ExpenseContent, type Kinship, type Slot } from '.'
import {
  ACCOUNTANT, CADRE, content, DIRECTOR, draft, groundOf, HANDLER, NINE, ONE_SHOULDER_POSTS, post, POSTS, SECRETARY,
  sign, signedBy, submitted, SUPERVISOR, WITNESS,
} from './testing/samples'

const prospects = (changes: Partial<ExpenseContent> = {}, posts = POSTS, relatives: readonly Kinship[] = []) =>
  whoWillSign(draft(changes), groundOf(posts, relatives), NINE)
const person = (personId: string | null) => ({ ...content().payee, kind: 'person' as const, name: '某人', personId })
const nobodies = (...asked: Parameters<typeof prospects>) =>
  prospects(...asked)
    .filter(({ nobody }) => nobody !== null)
    .map(({ slot, nobody, blocked }) => [slot, blocked[0]?.block ?? nobody])
const replaced = (kind: string, ...posts: SeatedPost[]) => [...POSTS.filter((one) => one.kind !== kind), ...posts]

describe('who will sign', () => {
  it('names everybody of the five, in stages', () => {
    expect(prospects().map(({ slot, stage, personIds, nobody }) => [slot, stage, personIds[0], nobody])).toEqual([
      ['handler', 0, HANDLER, null], ['witness', 0, WITNESS, null], ['supervisor', 1, SUPERVISOR, null],
      ['director', 3, DIRECTOR, null], ['approver', 4, SECRETARY, null],
    ])
    expect(prospects({ amountFen: 500_000 }).map(({ slot }) => slot)).toEqual(['handler', 'witness', 'supervisor', 'reviewer', 'director', 'approver'])
  })

  it('under 一肩挑 are four, the last two slots one person’s', () => {
    const found = prospects({ amountFen: 99_999 }, ONE_SHOULDER_POSTS)
    expect(found.every(({ nobody }) => nobody === null)).toBe(true)
    expect(new Set(found.flatMap(({ personIds }) => personIds)).size).toBe(4)
  })

  it('tells a vacant post from one whose holder may not', () => {
    expect(nobodies({}, replaced('director'))).toEqual([['director', 'no-holder']])
    expect(nobodies({ witnessId: null })).toEqual([['witness', 'not-named']])
    expect(nobodies({ payee: person(DIRECTOR) })).toEqual([['director', 'payee']])
    expect(nobodies({ payee: person(SECRETARY) }, ONE_SHOULDER_POSTS)).toEqual([['director', 'payee'], ['approver', 'payee']])
    expect(nobodies({ handlerId: SECRETARY })).toEqual([['approver', 'handler']])
    expect(nobodies({ witnessId: SUPERVISOR })).toEqual([['supervisor', 'witness']])
    expect(nobodies({ witnessId: 'stranger' })).toEqual([['witness', 'no-post']])
    expect(nobodies({ witnessId: ACCOUNTANT })).toEqual([['witness', 'accountant']])
  })

  it('blocks a close relative of the payee, whichever way round the register has it', () => {
    for (const line of [{ personId: 'li', relativeId: SUPERVISOR }, { personId: SUPERVISOR, relativeId: 'li' }]) {
      expect(nobodies({ payee: person('li') }, POSTS, [line])).toEqual([['supervisor', 'payee-relative']])
    }
    expect(nobodies({ payee: { ...person('li'), kind: 'firm' } }, POSTS, [{ personId: 'li', relativeId: HANDLER }])).toEqual([['handler', 'payee-relative']])
    expect(nobodies({ payee: person(null) }, POSTS, [{ personId: 'li', relativeId: SUPERVISOR }])).toEqual([])
  })

  it('lets the handler be repaid on somebody else’s receipt, and only him, and no firm of his', () => {
    const voucher = content().vouchers[0]
    if (voucher === undefined) throw new Error('the sample has a voucher')
    const paid = { ...person(HANDLER), name: '王建' }
    const by = (issuerName: string | null, kind: 'receipt' | 'photo' = 'receipt') => [{ ...voucher, kind, issuerName, invoice: null }]
    expect(nobodies({ payee: paid, vouchers: by('镇上五金店') })).toEqual([])
    for (const vouchers of [by('王 建'), by(null), by('镇上五金店', 'photo')]) {
      expect(nobodies({ payee: paid, vouchers })).toEqual([['handler', 'receipt-missing']])
    }
    expect(nobodies({ payee: { ...paid, kind: 'firm' }, vouchers: by('镇上五金店') })).toEqual([['handler', 'payee']])
    expect(nobodies({ payee: person(WITNESS), vouchers: by('镇上五金店') })).toEqual([['witness', 'payee']])
  })

  it('keeps the supervisor apart from those who lead the village, and from their families', () => {
    for (const kind of ['committee-member', 'accountant', 'director'] as const) {
      const found = nobodies({ handlerId: CADRE }, [...POSTS, post(SUPERVISOR, kind)])
      expect(found.map(([slot]) => slot)).toContain('supervisor')
    }
    expect(nobodies({}, POSTS, [{ personId: SECRETARY, relativeId: SUPERVISOR }])).toEqual([['supervisor', 'not-independent']])
    expect(nobodies({}, POSTS, [{ personId: WITNESS, relativeId: SUPERVISOR }])).toEqual([])
  })

  it('never counts one person for two slots: with a second director there is no 一肩挑', () => {
    const two = [...ONE_SHOULDER_POSTS, post('fu', 'director')]
    expect(prospects({ amountFen: 99_999 }, two).find(({ slot }) => slot === 'approver')).toMatchObject({ personIds: [SECRETARY], nobody: null })
    const blocked = prospects({ amountFen: 99_999, payee: person('fu') }, two)
    expect(blocked.find(({ slot }) => slot === 'approver')?.nobody).toBe('needed-elsewhere')
  })

  it('an accountant of yesterday who filed it signs nothing of it', () => {
    const handedOver = [
      ...POSTS.filter(({ kind }) => kind !== 'accountant' && kind !== 'director'), post('xin', 'accountant'), post(ACCOUNTANT, 'director'),
    ]
    expect(blockOf(signedBy(3), 'director', ACCOUNTANT, groundOf(handedOver), NINE)).toBe('accountant')
  })

  it('who has signed a slot signs no other, should he come into its post', () => {
    const risen = [...replaced('secretary', post(DIRECTOR, 'secretary')), post('fu', 'director')]
    expect(blockOf(signedBy(4), 'approver', DIRECTOR, groundOf(risen), NINE)).toBe('signed-elsewhere')
    const supervises = replaced('supervisor', post(CADRE, 'supervisor'))
    const reviewed = sign(signedBy(3, submitted({ amountFen: 500_000 })), 'reviewer', CADRE)
    const slots: Slot[] = ['supervisor', 'director']
    expect(slots.map((slot) => blockOf(reviewed, slot, CADRE, groundOf(supervises), NINE))).toEqual(['signed-elsewhere', 'no-post'])
  })
})
