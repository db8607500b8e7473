import { CONTENT_FIELDS, type ContentField, type ExpenseContent, type FileBytes, type Voucher } from './content'

/** Strings, whole numbers, lists and objects of them: one way to write it, so one digest. Absent is "". */
export type CanonicalValue = string | number | readonly CanonicalValue[] | CanonicalObject
export interface CanonicalObject {
  readonly [key: string]: CanonicalValue
}

/** The digest (hex) of the canonical bytes of an object; handed in, because the rules hold no cryptography. */
export type DigestOf = (content: CanonicalObject) => string

/** Which request a content belongs to: without it a signature could be carried over to another one. */
export interface ContentOwner {
  readonly id: string
  readonly villageId: string
  readonly bookId: string
}

/** The exact content a signature binds: its digest is what is shown, sent and signed. */
export function contentOf(owner: ContentOwner, revision: number, content: ExpenseContent): CanonicalObject {
  return {
    type: 'huiying.expense',
    format: 1,
    requestId: owner.id,
    villageId: owner.villageId,
    bookId: owner.bookId,
    revision,
    content: canonicalFields(content),
  }
}

export function canonicalFields(content: ExpenseContent): Readonly<Record<ContentField, CanonicalValue>> {
  const { payee, statement } = content
  return {
    payee: {
      kind: payee.kind,
      name: payee.name,
      personId: payee.personId ?? '',
      account: payee.account === null ? '' : { masked: payee.account.masked, key: payee.account.key },
    },
    amount: content.amountFen,
    payFrom: content.payFrom,
    date: content.incurredOn,
    purpose: content.purpose,
    statement: { text: statement.text, voice: statement.voice === null ? '' : bytesOf(statement.voice) },
    items: content.items.map(({ name, quantity, amountFen }) => ({ name, quantity, amountFen })),
    accountCode: content.accountCode,
    vouchers: content.vouchers.map(canonicalVoucher),
    handler: content.handlerId ?? '',
    witness: content.witnessId ?? '',
    decision: content.decisionId ?? '',
  }
}

/** Does a signature on one bind the other just as well? */
export function isSameContent(one: ExpenseContent, other: ExpenseContent): boolean {
  return changedFields(one, other).length === 0
}

/** In the screen's order. */
export function changedFields(before: ExpenseContent, after: ExpenseContent): readonly ContentField[] {
  const [one, other] = [canonicalFields(before), canonicalFields(after)]
  // The objects are built in one place, so equal values are written alike.
  return CONTENT_FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
}

function canonicalVoucher(voucher: Voucher): CanonicalObject {
  const { kind, issuerName, invoice } = voucher
  return {
    ...bytesOf(voucher),
    kind,
    issuerName: issuerName ?? '',
    invoice: invoice === null ? '' : { code: invoice.code ?? '', number: invoice.number },
  }
}

function bytesOf({ fileId, sha256 }: FileBytes): CanonicalObject {
  return { fileId, sha256 }
}
