import type { ContentView, ExpenseBody, VoucherKind } from '@huiying/shared/expenses'
import type { PhotoAddress, VoiceAddress } from '@huiying/shared/files'
import { formatYuan, parseYuan, sumFen, type CalendarDate, type Fen } from '@huiying/shared/kernel'
import type { LocalFile } from '@/platform/local-file'

/** What the accountant is writing, as it lies on the phone: amounts as typed, files not yet sent. Plain data. */
export interface DraftValue {
  readonly payeeKind: 'person' | 'firm'
  readonly payeeName: string
  readonly payeePersonId: string | null
  /** As typed; "" leaves what the server has. */
  readonly accountNumber: string
  /** What the server has; `null`: nothing, or it belongs to another payee. */
  readonly keptAccount: string | null
  readonly amountText: string
  readonly payFrom: string
  readonly incurredOn: CalendarDate | ''
  readonly purpose: string
  readonly statementText: string
  readonly localVoice: LocalFile | null
  readonly keptVoice: VoiceAddress | null
  readonly items: readonly DraftItem[]
  readonly accountCode: string
  readonly vouchers: readonly DraftVoucher[]
  readonly handlerId: string | null
  readonly witnessId: string | null
  readonly decisionId: string | null
}

export interface DraftItem {
  readonly name: string
  readonly quantity: string
  readonly amountText: string
}

/** A photo on the phone, or one that the server has. */
export interface DraftVoucher {
  readonly local: LocalFile | null
  readonly fileId: string | null
  readonly photo: PhotoAddress | null
  readonly kind: VoucherKind
  readonly issuerName: string
  readonly invoiceCode: string
  readonly invoiceNumber: string
}

const EMPTY_ITEM: DraftItem = { name: '', quantity: '', amountText: '' }

export const EMPTY_DRAFT: DraftValue = {
  payeeKind: 'firm', payeeName: '', payeePersonId: null, accountNumber: '', keptAccount: null,
  amountText: '', payFrom: '', incurredOn: '', purpose: '',
  statementText: '', localVoice: null, keptVoice: null,
  items: [EMPTY_ITEM], accountCode: '', vouchers: [], handlerId: null, witnessId: null, decisionId: null,
}

export function newItem(): DraftItem {
  return EMPTY_ITEM
}

export function newVoucher(local: LocalFile): DraftVoucher {
  return { local, fileId: null, photo: null, kind: 'invoice', issuerName: '', invoiceCode: '', invoiceNumber: '' }
}

/** What stands on the paper, to be changed. */
export function draftOf(content: ContentView): DraftValue {
  const { payee, amountFen, items } = content
  return {
    payeeKind: payee.kind, payeeName: payee.name, payeePersonId: payee.personId,
    accountNumber: '', keptAccount: payee.maskedAccount,
    amountText: amountFen === 0 ? '' : yuanText(amountFen),
    payFrom: content.payFrom.code, incurredOn: content.incurredOn, purpose: content.purpose,
    statementText: content.statement.text, localVoice: null, keptVoice: content.statement.voice,
    items: items.length === 0
      ? [EMPTY_ITEM]
      : items.map((item) => ({ name: item.name, quantity: item.quantity, amountText: yuanText(item.amountFen) })),
    accountCode: content.account.code,
    vouchers: content.vouchers.map(({ fileId, photo, kind, issuerName, invoice }) => ({
      local: null, fileId, photo, kind,
      issuerName: issuerName ?? '', invoiceCode: invoice?.code ?? '', invoiceNumber: invoice?.number ?? '',
    })),
    handlerId: content.handler?.personId ?? null,
    witnessId: content.witness?.personId ?? null,
    decisionId: content.decision?.id ?? null,
  }
}

/** The sum of what is written below; a single item without an amount of its own is the whole. */
export function itemsFen({ items, amountText }: Pick<DraftValue, 'items' | 'amountText'>): Fen | null {
  const amounts = items.map((item) => itemFen(item, items.length === 1 ? amountText : ''))
  return amounts.some((one) => one === null) ? null : sumFen(amounts.map((one) => one ?? 0))
}

/** What even a draft must have right before it can be kept; `null`: it can. */
export function faultOf(draft: DraftValue): string | null {
  if (amountOf(draft.amountText) === null) return '金额没看懂，请写成 1280 或 1280.50'
  if (draft.items.some(({ amountText }) => amountOf(amountText) === null)) return '明细里有个金额没看懂，请写成 1280 或 1280.50'
  if (draft.vouchers.some(({ kind, invoiceCode, invoiceNumber }) =>
    kind === 'invoice' && invoiceCode.trim() !== '' && invoiceNumber.trim() === '')) return '有张发票只写了代码，请写上发票号码'
  return null
}

export interface SentFiles {
  readonly voucherIds: readonly string[]
  readonly voiceId: string | null
}

/** @param today stands in for a day that nobody has picked @throws Error unless `faultOf` is `null` */
export function bodyOf(draft: DraftValue, { voucherIds, voiceId }: SentFiles, today: CalendarDate): ExpenseBody {
  const { payeePersonId, handlerId, witnessId, decisionId } = draft
  return {
    payee: {
      kind: draft.payeeKind,
      name: draft.payeeName.trim(),
      ...(payeePersonId === null ? {} : { personId: payeePersonId }),
      ...accountOf(draft),
    },
    amountFen: mustFen(draft.amountText),
    payFrom: draft.payFrom,
    incurredOn: draft.incurredOn === '' ? today : draft.incurredOn,
    purpose: draft.purpose.trim(),
    statement: { text: draft.statementText.trim(), ...(voiceId === null ? {} : { voiceId }) },
    items: draft.items
      .filter(({ name, quantity, amountText }) => [name, quantity, amountText].some((part) => part.trim() !== ''))
      .map((item, _index, { length }) => ({
        name: item.name.trim(),
        quantity: item.quantity.trim(),
        amountFen: itemFen(item, length === 1 ? draft.amountText : '') ?? 0,
      })),
    accountCode: draft.accountCode,
    vouchers: draft.vouchers.map((voucher, index) => ({
      fileId: voucherIds[index] ?? '',
      kind: voucher.kind,
      ...(voucher.issuerName.trim() === '' || voucher.kind === 'photo' ? {} : { issuerName: voucher.issuerName.trim() }),
      ...invoiceOf(voucher),
    })),
    ...(handlerId === null ? {} : { handlerId }),
    ...(witnessId === null ? {} : { witnessId }),
    ...(decisionId === null ? {} : { decisionId }),
  }
}

/** "" counts as nothing yet; `null`: no amount anybody would write so. */
export function amountOf(text: string): Fen | null {
  if (text.trim() === '') return 0
  const amountFen = parseYuan(text)
  return amountFen === null || amountFen < 0 ? null : amountFen
}

function itemFen({ amountText }: DraftItem, whole: string): Fen | null {
  return amountOf(amountText.trim() === '' ? whole : amountText)
}

// Left out, the number stays as the server has it; another payee's must not.
function accountOf({ accountNumber, keptAccount }: DraftValue): { readonly accountNumber?: string } {
  const digits = accountNumber.replace(/\D/g, '')
  if (digits !== '') return { accountNumber: digits }
  return keptAccount === null ? { accountNumber: '' } : {}
}

function invoiceOf({ kind, invoiceCode, invoiceNumber }: DraftVoucher) {
  if (kind !== 'invoice' || invoiceNumber.trim() === '') return {}
  return { invoice: { code: invoiceCode.trim() === '' ? null : invoiceCode.trim(), number: invoiceNumber.trim() } }
}

function mustFen(text: string): Fen {
  const amountFen = amountOf(text)
  if (amountFen === null) throw new Error('an amount that was not checked')
  return amountFen
}

/** "¥1,280.00" → "1280.00": as one types it. */
function yuanText(amountFen: Fen): string {
  return formatYuan(amountFen).replace(/[¥,]/g, '')
}
