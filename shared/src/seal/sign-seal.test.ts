import { HOUR_MS } from '../kernel'
import { post, POSTS, digestOf, hashOf, DIRECTOR, SECRETARY, SUPERVISOR, WITNESS } from '../expenses/testing/samples'
import {
  issueSealChallenge, liveSealSignatures, refuseSeal, saveSeal, signSeal, submitSeal, takeBackSealSignature,
  withdrawSeal, type SealRequest,
} from '.'
import {
  approvedSeal, FILER, groundOf, NINE, ONE_SHOULDER, sealContent, sealDraft, sealSigning, sealSubmitted, shownOf,
  signedSeal,
} from './testing/samples'

const submit = (request: SealRequest, ground = groundOf()) => submitSeal(request, FILER, shownOf(request), ground, NINE)
const save = (request: SealRequest, given = sealContent(), shown = shownOf(request)) =>
  saveSeal(request, given, FILER, shown, POSTS, digestOf, NINE)

describe('a request for the seal', () => {
  it('needs the joint meeting’s consent, held already, before the three are asked', () => {
    expect(() => submit(sealDraft({ consent: null }))).toThrow('seal.consent-missing')
    const tomorrow = { heldOn: '2026-09-15', minutes: { fileId: 'm', sha256: hashOf('m') } }
    expect(() => submit(sealDraft({ consent: tomorrow }))).toThrow('seal.content-invalid')
    for (const changes of [{ document: null }, { title: ' ' }, { counterparty: { name: '', personId: null } }]) {
      expect(() => submit(sealDraft(changes))).toThrow('seal.content-invalid')
    }
    for (const copies of [0, 51, 1.5]) expect(() => sealDraft({ copies })).toThrow('seal.content-invalid')
    expect(submit(sealDraft()).next.status).toBe('signing')
  })

  it('says at once whom it waits for in vain', () => {
    const without = groundOf(POSTS.filter(({ kind }) => kind !== 'supervisor'))
    expect(() => submit(sealDraft(), without)).toThrow('seal.nobody-can-sign')
    const his = { counterparty: { name: '某人', personId: 'li' } }
    const related = groundOf(POSTS, [{ personId: DIRECTOR, relativeId: 'li' }])
    expect(() => submit(sealDraft(his), related)).toThrow('seal.nobody-can-sign')
    expect(() => submit(sealDraft(his))).not.toThrow()
    expect(() => submit(sealDraft({ counterparty: { name: '某人', personId: SECRETARY } }))).toThrow('seal.nobody-can-sign')
    const tied = groundOf(POSTS, [{ personId: SUPERVISOR, relativeId: SECRETARY }])
    expect(() => submit(sealDraft(), tied)).toThrow('seal.nobody-can-sign')
  })

  it('is filed by whoever works for the village, and changed only before approval', () => {
    expect(() => saveSeal(sealDraft(), sealContent({ copies: 3 }), WITNESS, shownOf(sealDraft()), POSTS, digestOf, NINE)).toThrow('seal.only-village')
    expect(() => save(approvedSeal(), sealContent({ copies: 3 }))).toThrow('seal.frozen')
    expect(() => withdrawSeal(approvedSeal(), FILER, POSTS, NINE)).toThrow('seal.frozen')
    expect(withdrawSeal(sealSubmitted(), FILER, POSTS, NINE).next.status).toBe('withdrawn')
  })

  it('any change is a new revision and voids; the same is nothing', () => {
    const one = signedSeal(sealSubmitted(), 'secretary', SECRETARY)
    expect(save(one)).toEqual({ next: one, facts: [] })
    const { next, facts } = save(one, sealContent({ copies: 3 }))
    expect(next).toMatchObject({ status: 'draft', revisions: [{ over: { how: 'changed' }, signatures: [{}] }, { number: 2 }] })
    expect(liveSealSignatures(next)).toEqual([])
    expect(facts).toMatchObject([{ voided: [SECRETARY] }])
    expect(() => save(next, sealContent({ copies: 4 }), shownOf(one))).toThrow('seal.stale')
    expect(() => signedSeal(next, 'director', DIRECTOR, groundOf(), { shown: shownOf(one) })).toThrow('seal.stale')
  })
})

describe('the three signatures', () => {
  it('come in any order, and the last gives leave', () => {
    const { act, challenge } = sealSigning(sealSubmitted(), 'director', DIRECTOR)
    const first = signSeal(sealSubmitted(), act, { ...groundOf(), challenge }, NINE)
    expect(first.facts).toMatchObject([{ type: 'seal.signed', isApproved: false }])
    expect(approvedSeal()).toMatchObject({ status: 'approved', approvedAt: NINE })
    const again = { ...act, shown: shownOf(approvedSeal()) }
    expect(signSeal(approvedSeal(), again, { ...groundOf(), challenge: null }, NINE).facts).toEqual([])
  })

  it('are by whoever holds the post then, once, on a challenge of their own', () => {
    const request = sealSubmitted()
    expect(() => signedSeal(request, 'director', SECRETARY)).toThrow('seal.not-entitled')
    const ended = groundOf(POSTS.map((one) => one.kind === 'director' ? { ...one, toAt: NINE } : one))
    expect(() => signedSeal(request, 'director', DIRECTOR, ended)).toThrow('seal.not-entitled')
    const { act, challenge } = sealSigning(request, 'director', DIRECTOR)
    const wrongs = [{ usedAt: NINE }, { slot: 'secretary' as const }, { expiresAt: NINE }]
      .map((one) => ({ ...challenge, ...one }))
    for (const wrong of [null, ...wrongs]) {
      expect(() => signSeal(request, act, { ...groundOf(), challenge: wrong }, NINE)).toThrow('expense.challenge-refused')
    }
    const issued = issueSealChallenge(request, act, act.nonce, groundOf(), NINE)
    expect(() => signSeal(request, act, { ...groundOf(), challenge: issued }, NINE + HOUR_MS / 6)).toThrow('expense.challenge-refused')
    const two = groundOf([...POSTS, post('fu', 'director')])
    expect(() => signedSeal(signedSeal(request, 'director', DIRECTOR), 'director', 'fu', two)).toThrow('seal.signed-already')
  })

  it('under 一肩挑 are two acts of one person; the supervisor’s is never one of them', () => {
    const request = sealSubmitted({}, ONE_SHOULDER)
    const { act, challenge } = sealSigning(request, 'director', SECRETARY)
    const one = signSeal(request, act, { ...ONE_SHOULDER, challenge }, NINE).next
    expect(one.status).toBe('signing')
    expect(() => signedSeal(one, 'secretary', SECRETARY, ONE_SHOULDER, { strokes: act.strokes })).toThrow('expense.strokes-used')
    expect(() => signedSeal(one, 'secretary', SECRETARY, ONE_SHOULDER, { nonce: act.nonce })).toThrow('expense.challenge-refused')
    const both = signedSeal(one, 'secretary', SECRETARY, ONE_SHOULDER)
    expect(both.status).toBe('signing')
    expect(signedSeal(both, 'supervisor', SUPERVISOR, ONE_SHOULDER).status).toBe('approved')
    const supervises = groundOf([...ONE_SHOULDER.posts, post(SECRETARY, 'supervisor')])
    expect(() => signedSeal(both, 'supervisor', SECRETARY, supervises)).toThrow('seal.not-entitled')
  })

  it('are never two of one person whose posts changed on the way, unless he is both now', () => {
    const inOffice = (...posts: Parameters<typeof post>[]) =>
      groundOf(posts.map(([personId, kind]) => post(personId, kind)))
    const supervised = signedSeal(sealSubmitted(), 'supervisor', SUPERVISOR)
    const allOver = inOffice([SUPERVISOR, 'director'], [SUPERVISOR, 'secretary'])
    expect(() => signedSeal(supervised, 'director', SUPERVISOR, allOver)).toThrow('seal.not-entitled')
    const directed = signedSeal(sealSubmitted(), 'director', DIRECTOR)
    const movedUp = inOffice(['xin', 'director'], [DIRECTOR, 'secretary'])
    expect(() => signedSeal(directed, 'secretary', DIRECTOR, movedUp)).toThrow('seal.not-entitled')
    const both = inOffice([DIRECTOR, 'director'], [DIRECTOR, 'secretary'])
    expect(liveSealSignatures(signedSeal(directed, 'secretary', DIRECTOR, both))).toHaveLength(2)
  })

  it('may be taken back before the third, or refused with a reason', () => {
    const one = signedSeal(sealSubmitted(), 'secretary', SECRETARY)
    const act = { slot: 'secretary' as const, personId: SECRETARY, shown: shownOf(one) }
    expect(liveSealSignatures(takeBackSealSignature(one, act, groundOf(), NINE).next)).toEqual([])
    expect(() => takeBackSealSignature(one, { ...act, personId: DIRECTOR }, groundOf(), NINE)).toThrow('seal.nothing-to-take-back')
    expect(() => takeBackSealSignature(approvedSeal(), { ...act, shown: shownOf(approvedSeal()) }, groundOf(), NINE)).toThrow('seal.frozen')
    const gone = groundOf(POSTS.filter(({ kind }) => kind !== 'secretary'))
    expect(() => takeBackSealSignature(one, act, gone, NINE)).toThrow('seal.not-entitled')
    const no = { slot: 'director' as const, personId: DIRECTOR, shown: shownOf(one), reason: '租金太低' }
    expect(() => refuseSeal(one, { ...no, reason: '' }, groundOf(), NINE)).toThrow('seal.reason-missing')
    expect(() => refuseSeal(one, { ...no, personId: WITNESS }, groundOf(), NINE)).toThrow('seal.not-entitled')
    const refused = refuseSeal(one, no, groundOf(), NINE).next
    expect(refused.status).toBe('refused')
    expect(liveSealSignatures(refused)).toEqual([])
    expect(refuseSeal(refused, no, groundOf(), NINE)).toEqual({ next: refused, facts: [] })
    expect(() => submit(refused)).toThrow('seal.not-draft')
    expect(submit(save(refused, sealContent({ title: '鱼塘承包三年，租金加一成' })).next).next.status).toBe('signing')
  })
})
