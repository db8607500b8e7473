// What a large book is made with and worked on with: the built server's own doors.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.mjs'

const batchSize = 500

const require = createRequire(join(root, 'server/package.json'))
/** A module of the built server. */
export const dist = (path) => require(join(root, 'server/dist/src', path))
export const rules = require('@huiying/shared/ledger')
export const { chinaDateOf } = require('@huiying/shared/kernel')
const { bookInHand, ledgerTermsOf, usesOfMonth } = dist('features/ledger/public.js')
const { bookTable, subAccountTable } = dist('features/ledger/book.table.js')

export const subDistrictId = 'town'
const seat = {
  id: 'post', personId: 'keeper', kind: 'accountant', unitId: 'village', villageId: 'village', subDistrictId, charge: null,
  fromAt: 0, toAt: null,
}
const keeperOf = (villageId) => ({
  accountId: 'account', personId: 'keeper', posts: [{ ...seat, unitId: villageId, villageId }],
})

/** A book goes by its village's id. */
export function openBook({ unitOfWork }, villageId, firstMonth) {
  return unitOfWork.run(async (work) => {
    work.insert(bookTable, {
      id: villageId, villageId, subDistrictId, legalBody: 'collective', name: '柳树村集体经济组织',
      chartVersion: 1, firstMonth, openedAt: 0, openedBy: 'keeper', entryCount: 0, hasOpening: false,
      openFrom: firstMonth, stoppedAt: null,
    })
    work.insert(subAccountTable, ...rules.STANDARD_SUB_ACCOUNTS.map((account) => ({ ...account, bookId: villageId })))
  })
}

/** Income by the same door as everything else, several hundred entries in one go; each month but the last closed. */
export async function fill(database, bookId, { oldest, monthCount, lineCount }) {
  const each = Math.ceil(lineCount / 2 / monthCount)
  for (let at = 0; at < monthCount; at += 1) {
    const month = rules.monthAfter(oldest, at)
    for (let done = 0; done < each; done += batchSize) {
      await post(database, bookId, month, Math.min(batchSize, each - done))
    }
    await assert(database, bookId, month)
    if (at < monthCount - 1) await close(database, bookId, month)
  }
}

function act({ unitOfWork, ids }, bookId, decide) {
  return unitOfWork.run(async (work) => {
    const book = await bookInHand(work, bookId)
    const { next, entries = [], facts } = await decide(book.state, work, ids)
    book.write({ next, entries, facts, by: 'keeper' })
  })
}

export function post(database, bookId, month, count) {
  return act(database, bookId, (before, work, ids) => {
    let state = before
    const entries = []
    const facts = []
    for (let n = 0; n < count; n += 1) {
      const on = `${month}-${String(1 + (n % 20)).padStart(2, '0')}`
      const account = ['50101', '50102', '50103'][n % 3]
      const lines = [{ account: '102', side: 'debit', amountFen: 1_280 }, { account, side: 'credit', amountFen: 1_280 }]
      const decided = rules.postEntry(keeperOf(bookId), state, {
        entryId: ids.next(), month, on, purpose: '收鱼塘租金', counterparty: '孙师傅',
        source: { type: 'income', contractId: null }, lines, vouchers: ['ab'.repeat(32)],
      }, work.now)
      state = decided.next.state
      entries.push(decided.next.entry)
      facts.push(...decided.facts)
    }
    // Filling leaves no trail: half a million facts are another room's load.
    return { next: state, entries, facts: count === 1 ? facts : [] }
  })
}

function assert(database, bookId, month) {
  return act(database, bookId, (state, work) => {
    const statementFen = rules.balanceFenOn(rules.moneyOf(state, '102'), rules.lastOf(month))
    return rules.assertMonth(keeperOf(bookId), state, month, [{ account: '102', statementFen }], work.now)
  })
}

export function close(database, bookId, month) {
  return act(database, bookId, async (state, work) => {
    const terms = await ledgerTermsOf(work, subDistrictId, chinaDateOf(work.now))
    const uses = await usesOfMonth(work, state.book, month)
    return rules.closeMonth(keeperOf(bookId), state, { month, waitingCount: 0, uses }, terms, work.now)
  })
}
