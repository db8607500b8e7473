import { MINUTE_MS } from '../kernel'
import { browserKindOf } from './browser-kind'
import {
  checkMayTypeCode, decideDesk, DESK_CODE_LIFE_MS, DESK_FETCH_GRACE_MS, deskStateAt, mayWorkAtDesk, takeCode,
  withWrongCode, WRONG_CODES_LIMIT, WRONG_CODES_SPAN_MS, wrongCodesAt, type DeskSignIn, type WrongCodes,
} from './desk-sign-in'
import type { PostKind } from './post'
import type { Viewer } from './viewer'

const ASKED_AT = Date.parse('2026-11-20T09:00:00+08:00')
const asking: DeskSignIn = {
  id: 'd', secretHash: 'h', code: '123456', browser: 'Windows 电脑，Chrome', askedAt: ASKED_AT,
  expiresAt: ASKED_AT + DESK_CODE_LIFE_MS, accountId: null, decidedAt: null, isApproved: null,
}

function holderOf(...kinds: readonly PostKind[]): Viewer {
  const posts = kinds.map((kind) => ({
    id: kind, personId: 'p', kind, unitId: 'u', charge: null, fromAt: 0, toAt: null, villageId: null, subDistrictId: null,
  }))
  return { accountId: 'a', personId: 'p', posts }
}
const staff = holderOf('staff')

test('a desk is for whoever has a post beside living there', () => {
  expect(mayWorkAtDesk(holderOf('resident'))).toBe(false)
  expect(mayWorkAtDesk(holderOf())).toBe(false)
  expect(mayWorkAtDesk(holderOf('resident', 'accountant'))).toBe(true)
  expect(() => checkMayTypeCode(holderOf('resident'), null, ASKED_AT)).toThrow('desk.no-post')
})

test('five wrong codes within a quarter of an hour, then one waits until it is over', () => {
  let wrong: WrongCodes | null = null
  for (let count = 1; count <= WRONG_CODES_LIMIT; count += 1) {
    expect(() => checkMayTypeCode(staff, wrong, ASKED_AT + count)).not.toThrow()
    wrong = withWrongCode(wrong, 'a', ASKED_AT + count)
    expect(wrongCodesAt(wrong, ASKED_AT + count)).toBe(count)
  }
  const firstAt = ASKED_AT + 1
  expect(() => checkMayTypeCode(staff, wrong, firstAt + 5 * MINUTE_MS)).toThrow(
    expect.objectContaining({ code: 'desk.codes-over', details: { minutes: 10 } }),
  )
  expect(() => checkMayTypeCode(staff, wrong, firstAt + WRONG_CODES_SPAN_MS - 1)).toThrow('desk.codes-over')
  expect(() => checkMayTypeCode(staff, wrong, firstAt + WRONG_CODES_SPAN_MS)).not.toThrow()
  expect(withWrongCode(wrong, 'a', firstAt + WRONG_CODES_SPAN_MS)).toMatchObject({ count: 1 })
})

test('only the phone on which the code was typed says yes, once, and in time', () => {
  const typed = takeCode(asking, staff)
  expect(typed).toMatchObject({ code: null, accountId: 'a' })
  const inTime = asking.expiresAt - 1
  expect(decideDesk(typed, staff, true, inTime)).toMatchObject({ isApproved: true, decidedAt: inTime })
  const refusals: readonly (readonly [DeskSignIn | null, Viewer, number, string])[] = [
    [null, staff, inTime, 'desk.over'],
    [asking, staff, inTime, 'desk.over'],
    [typed, { ...staff, accountId: 'another' }, inTime, 'desk.over'],
    [typed, staff, asking.expiresAt, 'desk.over'],
    [decideDesk(typed, staff, false, inTime), staff, inTime, 'desk.over'],
    [typed, holderOf('resident'), inTime, 'desk.no-post'],
  ]
  for (const [signIn, viewer, at, code] of refusals) {
    expect(() => decideDesk(signIn, viewer, true, at)).toThrow(code)
  }
})

test('the browser hears how far it is', () => {
  const typed = takeCode(asking, staff)
  const approved = decideDesk(typed, staff, true, asking.expiresAt - 1)
  const declined = decideDesk(typed, staff, false, asking.expiresAt - 1)
  const at = (signIn: DeskSignIn | null, afterEndMs: number) => deskStateAt(signIn, asking.expiresAt + afterEndMs)
  expect([at(null, -1), at(asking, -1), at(asking, 0), at(typed, -1), at(typed, 0)])
    .toEqual(['over', 'waiting', 'over', 'typed', 'over'])
  expect([at(declined, -1), at(approved, 0), at(approved, DESK_FETCH_GRACE_MS - 1), at(approved, DESK_FETCH_GRACE_MS)])
    .toEqual(['declined', 'approved', 'approved', 'over'])
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', 'Windows 电脑，Chrome'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0', 'Windows 电脑，Edge'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15', '苹果电脑，Safari'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Linux 电脑，Firefox'],
  ['Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36', '安卓手机，Chrome'],
  ['<script>alert(1)</script>', '没认出来的电脑'],
  [undefined, '没认出来的电脑'],
])('a browser that says %s', (userAgent, kind) => {
  expect(browserKindOf(userAgent)).toBe(kind)
})
