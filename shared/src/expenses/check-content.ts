import { DomainError, isCalendarDate, isFen, sumFen, textLength, type CalendarDate } from '../kernel'
import { isMoney } from '../ledger'
import { isWellFormedText } from '../proof'
import { isCash, type ContentField, type ExpenseContent, type Voucher } from './content'
import { invoiceKey } from './duplicates'
import {
  AMOUNT_LIMIT_FEN, ITEM_NAME_LIMIT, ITEMS_LIMIT, PAYEE_NAME_LIMIT, PURPOSE_LIMIT, QUANTITY_LIMIT, STATEMENT_LIMIT,
  VOUCHERS_LIMIT,
} from './limits'

/**
 * As it is kept: one way of writing, so that a blank or a composed accent is no change.
 */
export function cleanContent(content: ExpenseContent): ExpenseContent {
  const { payee, statement } = content
  return {
    ...content,
    payee: { ...payee, name: clean(payee.name) },
    purpose: clean(content.purpose),
    statement: { ...statement, text: clean(statement.text) },
    items: content.items.map((item) => ({ ...item, name: clean(item.name), quantity: clean(item.quantity) })),
    accountCode: content.accountCode.trim(),
    vouchers: content.vouchers.map(cleanVoucher),
    handlerId: content.handlerId || null,
    witnessId: content.witnessId || null,
    decisionId: content.decisionId || null,
  }
}

/**
 * What even a draft must keep to, so that it can be stored and has one canonical form.
 * @throws expense.content-invalid with the field, expense.text-too-long, expense.voucher-twice
 */
export function checkDraft(content: ExpenseContent): void {
  const { payee, statement, items, vouchers } = content
  mustBe('amount', isAmount(content.amountFen))
  mustBe('items', items.length <= ITEMS_LIMIT && items.every(({ amountFen }) => isAmount(amountFen)))
  mustBe('date', isCalendarDate(content.incurredOn))
  mustBe('vouchers', vouchers.length <= VOUCHERS_LIMIT && vouchers.every(isVoucher))
  mustBe('statement', statement.voice === null || isSha256(statement.voice.sha256))
  mustBe('vouchers', vouchers.every(({ issuerName, invoice }) => isReadable(issuerName, invoice?.code, invoice?.number)))
  mustFit('payee', payee.name, PAYEE_NAME_LIMIT)
  mustFit('purpose', content.purpose, PURPOSE_LIMIT)
  mustFit('statement', statement.text, STATEMENT_LIMIT)
  for (const { name, quantity } of items) {
    mustFit('items', name, ITEM_NAME_LIMIT)
    mustFit('items', quantity, QUANTITY_LIMIT)
  }
  const keys = vouchers.flatMap(({ sha256, invoice }) => invoice === null ? [sha256] : [sha256, invoiceKey(invoice)])
  if (new Set(keys).size !== keys.length) throw new DomainError('expense.voucher-twice')
}

/**
 * What must be there before anybody is asked to sign. @param today in China
 * @throws expense.content-invalid with the field, expense.items-sum, expense.handler-is-witness
 */
export function checkComplete(content: ExpenseContent, today: CalendarDate): void {
  const { payee, statement, items } = content
  mustBe('payee', payee.name !== '')
  mustBe('amount', content.amountFen > 0)
  // A transfer goes to an account, and whoever signs sees to which.
  mustBe('payFrom', isMoney(content.payFrom))
  mustBe('payee', isCash(content) || payee.account !== null)
  mustBe('date', content.incurredOn <= today)
  mustBe('purpose', content.purpose !== '')
  mustBe('statement', statement.text !== '' || statement.voice !== null)
  mustBe('items', items.length > 0 && items.every(({ name, amountFen }) => name !== '' && amountFen > 0))
  mustBe('accountCode', /^\d{3,}$/.test(content.accountCode) && !isMoney(content.accountCode))
  mustBe('vouchers', content.vouchers.length > 0)
  mustBe('handler', content.handlerId !== null)
  mustBe('witness', content.witnessId !== null)
  if (content.handlerId === content.witnessId) throw new DomainError('expense.handler-is-witness')
  const itemsFen = sumFen(items.map(({ amountFen }) => amountFen))
  if (itemsFen !== content.amountFen) {
    throw new DomainError('expense.items-sum', { itemsFen, amountFen: content.amountFen })
  }
}

function cleanVoucher(voucher: Voucher): Voucher {
  const { issuerName, invoice } = voucher
  return {
    ...voucher,
    issuerName: issuerName === null ? null : clean(issuerName) || null,
    invoice: invoice === null ? null : { code: invoice.code?.trim() || null, number: invoice.number.trim() },
  }
}

function isVoucher({ sha256, kind, invoice }: Voucher): boolean {
  const isNumbered = invoice === null || (kind === 'invoice' && invoice.number !== '')
  return isSha256(sha256) && isNumbered
}

function isReadable(...texts: readonly (string | null | undefined)[]): boolean {
  return texts.every((text) => text == null || (isWellFormedText(text) && textLength(text) <= PAYEE_NAME_LIMIT))
}

function isAmount(amountFen: number): boolean {
  return isFen(amountFen) && amountFen >= 0 && amountFen <= AMOUNT_LIMIT_FEN
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

function mustBe(field: ContentField, isSound: boolean): void {
  if (!isSound) throw new DomainError('expense.content-invalid', { field })
}

function mustFit(field: ContentField, text: string, limit: number): void {
  // Half an emoji has no canonical bytes.
  mustBe(field, isWellFormedText(text))
  if (textLength(text) > limit) throw new DomainError('expense.text-too-long', { field, limit })
}

function clean(text: string): string {
  return text.normalize('NFC').trim()
}
