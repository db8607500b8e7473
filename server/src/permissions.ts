import type { Access } from './platform/http'

/**
 * Every route there is, and who gets through its door. Deny by default: the server does not start with a route that is
 * missing here, and a test finds a line without a route.
 */
export const PERMISSIONS = {
  'GET /health': 'public',

  'POST /api/session/wechat': 'public',
  'POST /api/session/demo': 'public',
  'POST /api/session/sign-out': 'signed-in',
  'GET /api/demo/people': 'public',

  'GET /api/me': 'signed-in',
  'POST /api/me/phone': 'signed-in',
  'POST /api/me/membership-requests': 'signed-in',

  'GET /api/villages': 'signed-in',
  'GET /api/villages/:villageId/directory': 'bound',
  'GET /api/villages/:villageId/sitting': 'bound',
  'GET /api/villages/:villageId/book': 'bound',
  'POST /api/villages/:villageId/book': 'bound',
  'GET /api/villages/:villageId/day-sheet': 'bound',
  'GET /api/roster/week': 'sub-district',
  'POST /api/roster/orders': 'sub-district',
  'GET /api/villages/:villageId/membership-requests': 'village-lead',
  'POST /api/membership-requests/:id/decision': 'village-lead',

  // Staff and leaders ask for the whole sub-district, everybody for his village; what he sees of it, the board says.
  'GET /api/roster/months/:month': 'bound',
  'GET /api/roster/months/:month/changes': 'bound',
  'POST /api/roster/months/:month/generation': 'staff',
  'POST /api/roster/months/:month/publication': 'staff',
  'POST /api/roster/months/:month/changes': 'roster-editor',
  'GET /api/roster/months/:month/workbook': 'roster-editor',
  'POST /api/roster/months/:month/workbook': 'roster-editor',
  'PUT /api/villages/:villageId/marks': 'staff',
  'PUT /api/villages/:villageId/service-centre': 'roster-editor',
  'GET /api/roster/centres': 'roster-editor',
  'GET /api/roster/policy': 'office',
  'PUT /api/roster/policy': 'admin',
  'GET /api/calendar': 'bound',
  'PUT /api/calendar/:year': 'admin',
  'GET /api/roster/months/:month/sheet': 'bound',

  // One's own duty; whom else a leave may be entered for, the room looks.
  'GET /api/roster/mine': 'handler',
  'POST /api/roster/slots/:slotId/take-over': 'handler',
  'POST /api/roster/slots/:slotId/notes': 'handler',
  'GET /api/roster/slots/:slotId/partners': 'handler',
  'POST /api/roster/leaves': 'handler',
  'POST /api/roster/leaves/:leaveId/cancellation': 'handler',
  'POST /api/roster/swaps': 'handler',
  'POST /api/roster/swaps/:swapId/answer': 'handler',
  'POST /api/roster/swaps/:swapId/withdrawal': 'handler',

  'POST /api/lists': 'admin',
  'GET /api/lists/template': 'admin',

  // Whoever may raise a matter may add to it. The address itself is signed: an <img> sends no token.
  'POST /api/files': 'bound',
  'GET /api/files/:id/:variant': 'public',

  'GET /api/home': 'bound',
  'GET /api/inbox': 'handler',
  'GET /api/board': 'sub-district',
  'POST /api/tickets': 'bound',
  'GET /api/tickets/mine': 'bound',
  'GET /api/tickets/:ticketId': 'bound',
  'POST /api/tickets/:ticketId/opening': 'bound',
  'POST /api/tickets/:ticketId/replies': 'bound',
  'POST /api/tickets/:ticketId/messages': 'bound',
  'POST /api/tickets/:ticketId/closure': 'bound',
  'POST /api/tickets/:ticketId/rating': 'bound',
  'POST /api/tickets/:ticketId/rejection': 'bound',
  'POST /api/tickets/:ticketId/withdrawal': 'bound',
  'POST /api/tickets/:ticketId/reporter-phone': 'bound',
  'GET /api/villages/:villageId/tickets': 'bound',

  // The open ledger: who may read a book, the room looks; for all others it is not there.
  'GET /api/villages/:villageId/books': 'bound',
  'GET /api/books/:bookId': 'bound',
  'GET /api/books/:bookId/entries': 'bound',
  'GET /api/entries/:entryId': 'bound',
  'GET /api/entries/:entryId/questions': 'bound',
  'GET /api/books/:bookId/holdings': 'bound',
  'GET /api/books/:bookId/objections': 'bound',
  'GET /api/books/:bookId/head': 'bound',
  'GET /api/books/:bookId/proofs/inclusion': 'bound',
  'GET /api/books/:bookId/proofs/consistency': 'bound',
  'GET /api/books/:bookId/leaves': 'bound',
  'GET /api/books/:bookId/subtrees': 'bound',
  'GET /api/books/:bookId/years/:year': 'bound',
  'GET /api/books/:bookId/export': 'bound',
  'POST /api/books/:bookId/months/:month/objections': 'bound',
  // The desk is for whoever keeps the book, which the room asks: for a stranger the book is not even there.
  'POST /api/villages/:villageId/books': 'bound',
  'GET /api/books/:bookId/keeping': 'bound',
  'POST /api/books/:bookId/accounts': 'bound',
  'PUT /api/books/:bookId/accounts/:code': 'bound',
  'POST /api/books/:bookId/opening': 'bound',
  'POST /api/books/:bookId/income': 'bound',
  'POST /api/books/:bookId/manual': 'bound',
  'POST /api/books/:bookId/year-end': 'bound',
  'POST /api/books/:bookId/months/:month/assertion': 'bound',
  'DELETE /api/books/:bookId/months/:month/assertion': 'bound',
  'POST /api/books/:bookId/months/:month/publication': 'bound',
  'PUT /api/books/:bookId/assets/:id': 'bound',
  'PUT /api/books/:bookId/resources/:id': 'bound',
  'PUT /api/books/:bookId/contracts/:id': 'bound',
  'GET /api/ledger/policy': 'office',
  'PUT /api/ledger/policy': 'admin',
  'POST /api/objections/:objectionId/answer': 'bound',

  // Who files, signs and watches over an expense, the room asks: for everybody else it is not there.
  'POST /api/villages/:villageId/expenses': 'bound',
  'GET /api/villages/:villageId/expenses': 'bound',
  'GET /api/villages/:villageId/expense-form': 'bound',
  'GET /api/expenses': 'bound',
  'GET /api/expenses/policy': 'office',
  'PUT /api/expenses/policy': 'admin',
  'GET /api/expenses/:id': 'bound',
  'PUT /api/expenses/:id': 'bound',
  'POST /api/expenses/:id/submission': 'bound',
  'POST /api/expenses/:id/withdrawal': 'bound',
  'POST /api/expenses/:id/challenges': 'bound',
  'POST /api/expenses/:id/signatures': 'bound',
  'POST /api/expenses/:id/refusal': 'bound',
  'POST /api/expenses/:id/take-back': 'bound',
  'POST /api/expenses/:id/cancellation': 'bound',
  'POST /api/expenses/:id/payment': 'bound',
  'POST /api/expenses/:id/posting': 'bound',
  'PUT /api/expenses/:id/vouchers/:fileId/mask': 'bound',
  'POST /api/entries/:entryId/reversal': 'bound',
  'POST /api/books/:bookId/months/:month/closure': 'bound',

  'GET /api/notices': 'bound',
  'POST /api/notices/read': 'bound',
  'GET /api/me/subscriptions': 'signed-in',
  'POST /api/me/subscriptions': 'signed-in',
  'PUT /api/me/preferences': 'bound',
} as const satisfies Readonly<Record<string, Access>>

/**
 * Routes that act only with an Idempotency-Key: sending them twice would do harm that nobody notices. Leaves, swaps and
 * orders need none: a second one of the same is refused.
 */
export const KEYED_ROUTES: ReadonlySet<string> = new Set([
  'POST /api/tickets', 'POST /api/villages/:villageId/book', 'POST /api/roster/slots/:slotId/notes',
  'POST /api/books/:bookId/months/:month/objections',
  'POST /api/villages/:villageId/books', 'POST /api/books/:bookId/accounts', 'POST /api/books/:bookId/opening',
  'POST /api/books/:bookId/income', 'POST /api/books/:bookId/manual', 'POST /api/books/:bookId/year-end',
  'POST /api/books/:bookId/months/:month/assertion', 'POST /api/books/:bookId/months/:month/publication',
  'POST /api/villages/:villageId/expenses', 'POST /api/expenses/:id/posting', 'POST /api/entries/:entryId/reversal',
  'POST /api/books/:bookId/months/:month/closure',
])
