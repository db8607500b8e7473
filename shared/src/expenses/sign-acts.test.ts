import { DAY_MS, HOUR_MS } from '../kernel'
import { changesSince, currentRevision, liveSignatures, saveExpense, type ExpenseRequest, type Slot } from '.'
import { issueChallenge, refuseExpense, signExpense, takeBackSignature } from './sign-acts'
import {
  ACCOUNTANT, CADRE, content, digestOf, DIRECTOR, groundOf, HANDLER, hashOf, NINE, ONE_SHOULDER_POSTS, post, POSTS,
  SECRETARY, shownOf, sign, signedBy, signing, SIGNERS, submitted, SUPERVISOR, WITNESS,
} from './testing/samples'

const AMPLE = { availableFen: 100_000_000 }
const liveSlots = (request: ExpenseRequest) => liveSignatures(request).map(({ slot }) => slot)
const edit = (request: ExpenseRequest, changes: Parameters<typeof content>[0]) =>
  saveExpense(request, content(changes), ACCOUNTANT, shownOf(request), POSTS, digestOf, NINE + DAY_MS).next

describe('five signatures', () => {
  it('approve with the last one, and reserve the money', () => {
    const request = signedBy(4)
    expect(request.status).toBe('signing')
    const { act, challenge } = signing(request, 'approver', SECRETARY, NINE)
    const { next, facts, challenge: used } = signExpense(request, act, { ...groundOf(), ...AMPLE, challenge }, NINE)
    expect(next).toMatchObject({ status: 'approved', approvedAt: NINE })
    expect(facts.map(({ type }) => type)).toEqual(['expense.signed', 'expense.approved'])
    expect(used).toEqual({ ...challenge, usedAt: NINE })
    expect(liveSlots(next)).toEqual(SIGNERS.map(([slot]) => slot))
  })

  it('stage by stage: a slot further on is refused, witness before handler is not', () => {
    const request = submitted()
    expect(() => sign(request, 'approver', SECRETARY)).toThrow('expense.not-your-turn')
    expect(() => sign(request, 'supervisor', SUPERVISOR)).toThrow('expense.not-your-turn')
    const witnessed = sign(request, 'witness', WITNESS)
    expect(() => sign(witnessed, 'supervisor', SUPERVISOR)).toThrow('expense.not-your-turn')
    expect(liveSlots(sign(sign(witnessed, 'handler', HANDLER), 'supervisor', SUPERVISOR))).toHaveLength(3)
  })

  it('the same person again is the same answer, also after approval; another one on a signed slot is not', () => {
    const request = signedBy(5)
    const again = signing(request, 'approver', SECRETARY, NINE)
    expect(signExpense(request, again.act, { ...groundOf(), ...AMPLE, challenge: null }, NINE))
      .toEqual({ next: request, facts: [], challenge: null })
    const two = [...POSTS, post('fu', 'supervisor')]
    expect(() => sign(signedBy(3), 'supervisor', 'fu', NINE, { posts: two })).toThrow('expense.signed-already')
  })

  it('what he saw is not what it is: refused, with a field by field before and after', () => {
    const before = signedBy(3)
    const after = edit(before, { amountFen: 1_280_000 })
    expect(() => sign(after, 'director', DIRECTOR, NINE, {}, { shown: shownOf(before) })).toThrow('expense.stale')
    expect(changesSince(after, 1)).toEqual([
      { field: 'amount', before: 128_000, after: 1_280_000 },
      { field: 'items', before: [{ name: '水泥', quantity: '40 袋', amountFen: 128_000 }], after: [{ name: '水泥', quantity: '40 袋', amountFen: 1_280_000 }] },
    ])
    const mixed = { revision: 1, digest: shownOf(after).digest }
    expect(() => sign(after, 'director', DIRECTOR, NINE, {}, { shown: mixed })).toThrow('expense.stale')
    const forged = { revision: 2, digest: shownOf(before).digest }
    expect(() => sign(after, 'director', DIRECTOR, NINE, {}, { shown: forged })).toThrow('expense.stale')
    expect(changesSince(after, 2)).toEqual([])
    expect(changesSince(after, 7)).toEqual([])
  })

  it('without the money the last one is refused, and nothing is stored', () => {
    const poor = { availableFen: 127_999 }
    expect(() => sign(signedBy(4), 'approver', SECRETARY, NINE, poor)).toThrow('expense.no-money')
    expect(sign(signedBy(4), 'approver', SECRETARY, NINE, { availableFen: 128_000 }).status).toBe('approved')
  })

  it('the last one is refused where the decision it rests on stands no more; the others sign', () => {
    const decision = { id: 'd', villageId: 'liushu', passedOn: '2026-09-01', budgetFen: 5_000_000 }
    const four = signedBy(4, submitted({ decisionId: 'd' }, { ...groundOf(), decision }))
    for (const other of [null, { ...decision, id: 'x' }, { ...decision, villageId: 'taoyuan' }]) {
      expect(() => sign(four, 'approver', SECRETARY, NINE, { decision: other })).toThrow('expense.decision-voided')
    }
    expect(sign(four, 'approver', SECRETARY, NINE, { decision }).status).toBe('approved')
  })
})

describe('who signs', () => {
  it('is whoever holds the post then: yesterday’s director is refused, his successor signs, given ones stand', () => {
    const handedOver = [
      ...POSTS.filter(({ kind }) => kind !== 'director'),
      post(DIRECTOR, 'director', { toAt: NINE + DAY_MS }), post('xin', 'director', { fromAt: NINE + DAY_MS }),
    ]
    const request = signedBy(3)
    expect(() => sign(request, 'director', DIRECTOR, NINE + DAY_MS, { posts: handedOver })).toThrow('expense.not-entitled')
    expect(() => sign(request, 'director', 'xin', NINE + DAY_MS - 1, { posts: handedOver })).toThrow('expense.not-entitled')
    const signed = sign(request, 'director', 'xin', NINE + DAY_MS, { posts: handedOver })
    expect(sign(signed, 'approver', SECRETARY, NINE + DAY_MS, { posts: handedOver }).status).toBe('approved')
  })

  it('one who is secretary and director signs both, in two acts with two challenges and two drawings', () => {
    const ground = { posts: ONE_SHOULDER_POSTS }
    const three = signedBy(3, submitted({}, groundOf(ONE_SHOULDER_POSTS)), ONE_SHOULDER_POSTS)
    const reviewed = sign(three, 'reviewer', CADRE, NINE, ground)
    const first = signing(reviewed, 'director', SECRETARY, NINE)
    const withChallenge = { ...groundOf(ONE_SHOULDER_POSTS), ...AMPLE, challenge: first.challenge }
    const directed = signExpense(reviewed, first.act, withChallenge, NINE).next
    expect(directed.status).toBe('signing')
    const asApprover = { nonce: first.act.nonce }
    expect(() => sign(directed, 'approver', SECRETARY, NINE, ground, asApprover)).toThrow('expense.challenge-refused')
    expect(() => sign(directed, 'approver', SECRETARY, NINE, ground, { strokes: first.act.strokes })).toThrow('expense.strokes-used')
    const approved = sign(directed, 'approver', SECRETARY, NINE, ground)
    expect(approved.status).toBe('approved')
    expect(new Set(liveSignatures(approved).map(({ personId }) => personId).filter((id) => id !== CADRE)).size).toBe(4)
  })

  it('review stands between supervisor and director from 5,000 yuan, under 一肩挑 from 1,000', () => {
    const next = (amountFen: number, posts = POSTS) => {
      const request = signedBy(3, submitted({ amountFen }, groundOf(posts)), posts)
      return (['reviewer', 'director'] as const).filter((slot) => {
        const person = slot === 'reviewer' ? CADRE : posts === POSTS ? DIRECTOR : SECRETARY
        try { return sign(request, slot, person, NINE, { posts }) } catch { return false }
      })
    }
    expect(next(499_999)).toEqual(['director'])
    expect(next(500_000)).toEqual(['reviewer'])
    expect(next(99_999, ONE_SHOULDER_POSTS)).toEqual(['director'])
    expect(next(100_000, ONE_SHOULDER_POSTS)).toEqual(['reviewer'])
  })

  it('secretary and director become one after the director has signed: the review comes before the approval', () => {
    const oneNow = [...POSTS.filter(({ kind }) => kind !== 'secretary'), post(DIRECTOR, 'secretary')]
    const request = signedBy(4)
    expect(() => sign(request, 'approver', DIRECTOR, NINE, { posts: oneNow })).toThrow('expense.not-your-turn')
    const reviewed = sign(request, 'reviewer', CADRE, NINE, { posts: oneNow })
    expect(sign(reviewed, 'approver', DIRECTOR, NINE, { posts: oneNow }).status).toBe('approved')
  })
})

describe('a challenge', () => {
  it('is worth something once, for its own slot, person and revision, and for ten minutes', () => {
    const request = submitted()
    const base = signing(request, 'handler', HANDLER, NINE)
    const attempt = (changes: object, now = NINE) => () =>
      signExpense(request, base.act, { ...groundOf(), ...AMPLE, challenge: { ...base.challenge, ...changes } }, now)
    expect(attempt({})).not.toThrow()
    const wrongs = [{ usedAt: NINE }, { slot: 'witness' }, { personId: WITNESS }, { revision: 2 }, { digest: 'x' }, { subjectId: 'e2' }, { nonce: 'x' }]
    for (const wrong of wrongs) expect(attempt(wrong)).toThrow('expense.challenge-refused')
    const issued = issueChallenge(request, base.act, groundOf(), NINE)
    expect(attempt(issued, issued.expiresAt - 1)).not.toThrow()
    expect(attempt(issued, issued.expiresAt)).toThrow('expense.challenge-refused')
    expect(() => signExpense(request, base.act, { ...groundOf(), ...AMPLE, challenge: null }, NINE)).toThrow('expense.challenge-refused')
  })

  it('is not issued to whom the slot is not, and its nonce never counts twice', () => {
    const request = submitted()
    const act = signing(request, 'director', DIRECTOR, NINE).act
    expect(() => issueChallenge(request, act, groundOf(), NINE)).toThrow('expense.not-your-turn')
    const { act: first, challenge } = signing(request, 'handler', HANDLER, NINE)
    const ground = { ...groundOf(), ...AMPLE, challenge }
    const signed = signExpense(request, first, ground, NINE).next
    const back = takeBackSignature(signed, { slot: 'handler', personId: HANDLER, shown: shownOf(signed) }, groundOf(), NINE).next
    expect(() => signExpense(back, first, ground, NINE)).toThrow('expense.challenge-refused')
    const drawing = { fileId: 'other', sha256: first.strokes.sha256 }
    expect(() => sign(back, 'handler', HANDLER, NINE, {}, { strokes: drawing })).toThrow('expense.strokes-used')
    expect(liveSlots(sign(back, 'handler', HANDLER, NINE, {}, { strokes: { fileId: 'n', sha256: hashOf('n') } }))).toEqual(['handler'])
  })
})

describe('a no', () => {
  const no = (request: ExpenseRequest, slot: Slot, personId: string, reason = '发票上的数和实际不一样') =>
    refuseExpense(request, { slot, personId, shown: shownOf(request), reason }, groundOf(), NINE + HOUR_MS)

  it('of whoever could sign ends the revision; said twice it is said once', () => {
    const { next } = no(signedBy(2), 'supervisor', SUPERVISOR)
    expect(next.status).toBe('refused')
    expect(liveSignatures(next)).toEqual([])
    expect(currentRevision(next).signatures).toHaveLength(2)
    expect(no(next, 'supervisor', SUPERVISOR)).toEqual({ next, facts: [] })
    expect(() => sign(next, 'supervisor', SUPERVISOR)).toThrow('expense.not-signing')
    expect(edit(next, { purpose: '换一种说法' })).toMatchObject({ status: 'draft', revisions: [{ over: { how: 'refused' } }, { number: 2, over: null }] })
  })

  it('needs a reason and one’s turn, and one who may not sign may not refuse', () => {
    expect(() => no(signedBy(2), 'supervisor', SUPERVISOR, '  ')).toThrow('expense.reason-missing')
    expect(() => no(signedBy(2), 'supervisor', SUPERVISOR, '长'.repeat(201))).toThrow('expense.text-too-long')
    expect(() => no(signedBy(2), 'director', DIRECTOR)).toThrow('expense.not-your-turn')
    expect(() => no(signedBy(2), 'supervisor', WITNESS)).toThrow('expense.not-entitled')
    expect(() => no(signedBy(5), 'approver', SECRETARY)).toThrow('expense.frozen')
  })
})

describe('a signature taken back', () => {
  const back = (request: ExpenseRequest, slot: Slot, personId: string, posts = POSTS) =>
    takeBackSignature(request, { slot, personId, shown: shownOf(request) }, { posts }, NINE + DAY_MS)

  it('takes those of later stages along, not the one beside it, and all stay visible', () => {
    const { next, facts } = back(signedBy(4), 'handler', HANDLER)
    expect(liveSlots(next)).toEqual(['witness'])
    expect(facts).toMatchObject([{ slot: 'handler', voided: ['supervisor', 'director'] }])
    expect(currentRevision(next).signatures.map(({ voided }) => voided?.how ?? null))
      .toEqual(['taken-back', null, 'earlier-taken-back', 'earlier-taken-back'])
    expect(next.waitingSinceAt).toBe(NINE + DAY_MS)
  })

  it('is one’s own, before approval, as long as one holds the slot', () => {
    expect(() => back(signedBy(4), 'handler', WITNESS)).toThrow('expense.nothing-to-take-back')
    expect(() => back(signedBy(4), 'approver', SECRETARY)).toThrow('expense.nothing-to-take-back')
    expect(() => back(signedBy(5), 'handler', HANDLER)).toThrow('expense.frozen')
    const gone = POSTS.filter(({ kind }) => kind !== 'director')
    expect(() => back(signedBy(4), 'director', DIRECTOR, gone)).toThrow('expense.not-entitled')
  })
})
