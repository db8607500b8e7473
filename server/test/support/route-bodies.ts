import { DEFAULT_EXPENSE_TERMS } from '@huiying/shared/expenses'
import { DEFAULT_ROSTER_TERMS } from '@huiying/shared/roster'
import type { PERMISSIONS } from '../../src/permissions'

const SHOWN = { revision: 1, digest: '0' }
const EXPENSE = {
  payee: { kind: 'firm', name: '店' }, amountFen: 1, payFrom: '102', incurredOn: '2026-09-01', purpose: '', statement: { text: '' },
  items: [], accountCode: '', vouchers: [],
}

/** A body that passes the shape check of a route, so that nothing but the right to act is asked. */
export const BODIES: { readonly [R in keyof typeof PERMISSIONS]?: object } = {
  'POST /api/session/wechat': { code: 'demo:anybody' },
  'POST /api/session/demo': { personId: 'nobody' },
  // An unknown field: let in, the callers keep their sessions.
  'POST /api/session/sign-out': { stay: true },
  'POST /api/me/phone': {},
  'POST /api/me/membership-requests': { villageId: 'nowhere', name: '某某' },
  'POST /api/membership-requests/:id/decision': { approve: false },
  'POST /api/villages/:villageId/book': { words: '问低保', result: '教他填了表', outcome: 'settled' },
  'POST /api/roster/orders': { cause: 'hole', subjectId: 'nothing' },
  'POST /api/tickets': { villageId: 'liushu', text: '灯不亮' },
  'POST /api/tickets/:ticketId/opening': {},
  'POST /api/tickets/:ticketId/replies': { text: '李师傅今天下午四点来修' },
  'POST /api/tickets/:ticketId/messages': { text: '还堵着' },
  'POST /api/tickets/:ticketId/closure': { outcome: 'settled', text: '修好了' },
  'POST /api/tickets/:ticketId/rating': { rating: 'satisfied' },
  'POST /api/tickets/:ticketId/rejection': { text: '没修好' },
  'POST /api/tickets/:ticketId/withdrawal': {},
  'POST /api/tickets/:ticketId/reporter-phone': {},
  'POST /api/roster/months/:month/generation': {},
  'POST /api/roster/months/:month/publication': { seenRevision: 1 },
  'POST /api/roster/months/:month/changes': { changes: [{ villageId: 'liushu', on: '2026-10-08', seat: 'member', personId: null }] },
  'PUT /api/villages/:villageId/marks': { marks: ['weak'] },
  'PUT /api/villages/:villageId/service-centre': { latitude: 26.5, longitude: 106.7 },
  'PUT /api/roster/policy': { terms: DEFAULT_ROSTER_TERMS },
  'PUT /api/calendar/:year': { source: '通知', holidays: [{ name: '元旦', fromOn: '2026-01-01', toOn: '2026-01-01' }], makeUpDays: [] },
  'POST /api/roster/slots/:slotId/take-over': {},
  'POST /api/roster/slots/:slotId/notes': { text: '东头的路灯报修了' },
  'POST /api/roster/leaves': { fromOn: '2026-09-20', toOn: '2026-09-20' },
  'POST /api/roster/swaps': { slotId: 'nowhere', toPersonId: 'nobody' },
  'POST /api/roster/swaps/:swapId/answer': { accept: false },
  'POST /api/villages/:villageId/books': { legalBody: 'village-committee', firstMonth: '2026-08' },
  'POST /api/books/:bookId/accounts': { code: '50199', name: '门票' },
  'PUT /api/books/:bookId/accounts/:code': { isActive: true },
  'POST /api/books/:bookId/opening': { lines: [] },
  'POST /api/books/:bookId/income': { on: '2026-09-01', purpose: '租金', lines: [] },
  'POST /api/books/:bookId/manual': { on: '2026-09-01', purpose: '折旧', lines: [] },
  'POST /api/books/:bookId/year-end': { year: 2026 },
  'POST /api/books/:bookId/months/:month/assertion': { assertions: [] },
  'PUT /api/books/:bookId/assets/:id': {
    kind: 'building', name: '旧村部', place: '', originalFen: 1, acquiredOn: null, use: 'idle',
  },
  'PUT /api/books/:bookId/resources/:id': { kind: 'pond', name: '鱼塘', place: '', areaCentiMu: 1_235, use: 'idle' },
  'PUT /api/books/:bookId/contracts/:id': {
    kind: 'lease', holdingId: 'nothing', title: '鱼塘', tenant: '孙', fromOn: '2026-01-01', toOn: '2026-12-31',
    rent: { rhythm: 'year', amountFen: 1, steps: [], isInAdvance: true, dueAfterDays: 0 },
  },
  'PUT /api/ledger/policy': { terms: { noticeDays: 7, otherLimitPercent: 5 } },
  'POST /api/books/:bookId/months/:month/objections': { words: '八月的水泥钱，想看看发票' },
  'POST /api/objections/:objectionId/answer': { words: '发票已经贴出来了' },
  'POST /api/villages/:villageId/expenses': EXPENSE,
  'PUT /api/expenses/policy': { terms: DEFAULT_EXPENSE_TERMS },
  'PUT /api/expenses/:id': { content: EXPENSE, shown: SHOWN },
  'POST /api/expenses/:id/submission': { shown: SHOWN },
  'POST /api/expenses/:id/withdrawal': {},
  'POST /api/expenses/:id/challenges': { slot: 'director', shown: SHOWN },
  'POST /api/expenses/:id/signatures': { slot: 'director', shown: SHOWN, nonce: 'n', strokes: { height: 1, strokes: [] } },
  'POST /api/expenses/:id/refusal': { slot: 'director', shown: SHOWN, reason: '不对' },
  'POST /api/expenses/:id/take-back': { slot: 'director', shown: SHOWN },
  'POST /api/expenses/:id/cancellation': { reason: '不买了' },
  'POST /api/expenses/:id/payment': { paidOn: '2026-09-01', photoId: 'nothing', reference: '1' },
  'PUT /api/expenses/:id/vouchers/:fileId/mask': { boxes: [] },
  'POST /api/expenses/:id/posting': { on: '2026-09-01' },
  'POST /api/entries/:entryId/reversal': { on: '2026-09-01', reason: '记错了' },
  'POST /api/books/:bookId/months/:month/closure': {},
  'POST /api/villages/:villageId/decisions': {
    title: '修桥', method: 'meeting', passedOn: '2026-09-01', budgetFen: 1, presentCount: 1, yesCount: 1, photoIds: ['nothing'],
  },
  'POST /api/decisions/:decisionId/voiding': {},
  'PUT /api/decisions/:decisionId/photos/:fileId/mask': { boxes: [] },
  'POST /api/villages/:villageId/kinships': { personId: 'li', relativeId: 'nobody', kind: 'spouse' },
  'POST /api/villages/:villageId/seals': { kind: 'loan', title: '借款', counterparty: { name: '信用社' }, copies: 1 },
  'PUT /api/seals/:sealId': {
    content: { kind: 'loan', title: '借款', counterparty: { name: '信用社' }, copies: 1 }, shown: { revision: 1, digest: '' },
  },
  'POST /api/seals/:sealId/submission': { shown: { revision: 1, digest: '' } },
  'POST /api/seals/:sealId/withdrawal': {},
  'POST /api/seals/:sealId/challenges': { slot: 'director', shown: { revision: 1, digest: '' } },
  'POST /api/seals/:sealId/signatures': {
    slot: 'director', shown: { revision: 1, digest: '' }, nonce: 'n', strokes: { height: 400, strokes: [] },
  },
  'POST /api/seals/:sealId/refusal': { slot: 'director', shown: { revision: 1, digest: '' }, reason: '不同意' },
  'POST /api/seals/:sealId/take-back': { slot: 'director', shown: { revision: 1, digest: '' } },
  'POST /api/seals/:sealId/uses': { documentSha256: '', copies: 1 },
  'POST /api/notices/read': {},
  'POST /api/me/subscriptions': { accepted: [] },
  'PUT /api/me/preferences': { answer: true, duty: true, supervision: true, roster: true, money: true },
}

/** What a route is asked that answers no question without it. */
export const QUERIES: { readonly [R in keyof typeof PERMISSIONS]?: string } = {
  'GET /api/books/:bookId/proofs/inclusion': '?position=0&size=1',
  'GET /api/books/:bookId/proofs/consistency': '?from=0&to=1',
  'GET /api/books/:bookId/leaves': '?from=0&to=1',
  'GET /api/books/:bookId/subtrees': '?from=0&to=1&size=1',
}
