import {
  changedFields, currentRevision, VOUCHER_KIND_NAMES, type ContentField, type ExpenseContent, type ExpenseRequest,
  type StaleChange,
} from '@huiying/shared/expenses'
import type { PersonTag } from '@huiying/shared/identity'
import { formatYuan, type EpochMs } from '@huiying/shared/kernel'
import { accountOf, type Book } from '@huiying/shared/ledger'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { bookOf } from '../ledger/public'

/** The red before and after, as people read it: what the phone showed against what stands now. */
export async function staleChanges(
  reads: Reads,
  request: ExpenseRequest,
  shownRevision: number,
  now: EpochMs,
): Promise<readonly StaleChange[]> {
  const before = request.revisions.find(({ number }) => number === shownRevision)?.content
  if (before === undefined) return []
  const after = currentRevision(request).content
  const words = await wordsFor(reads, request, [before, after], now)
  return changedFields(before, after).map((field) => ({
    field, before: textOf(field, before, words), after: textOf(field, after, words),
  }))
}

interface Words {
  readonly book: Book | null
  readonly people: ReadonlyMap<string, PersonTag>
  readonly decisions: ReadonlyMap<string, string>
}

async function wordsFor(
  reads: Reads,
  { bookId, villageId }: ExpenseRequest,
  contents: readonly ExpenseContent[],
  now: EpochMs,
): Promise<Words> {
  const known = (ids: readonly (string | null)[]): readonly string[] => ids.filter((id): id is string => id !== null)
  const people = known(contents.flatMap(({ handlerId, witnessId }) => [handlerId, witnessId]))
  const decisions = known(contents.map(({ decisionId }) => decisionId))
  const titles = decisions.length === 0
    ? []
    : await reads.query<{ readonly id: string; readonly title: string }>(
        `SELECT id, title FROM village_decisions WHERE id IN (${placeholders(decisions.length)})`, decisions,
      )
  return {
    book: await bookOf(reads, bookId),
    people: await personTags(reads, people, now, villageId),
    decisions: new Map(titles.map(({ id, title }) => [id, title])),
  }
}

const NONE = '没有'

function textOf(field: ContentField, content: ExpenseContent, words: Words): string {
  const { payee, statement, items, vouchers } = content
  switch (field) {
    case 'payee':
      return [payee.name || NONE, payee.account?.masked].filter(Boolean).join(' ')
    case 'amount':
      return formatYuan(content.amountFen)
    case 'payFrom':
      return accountName(words.book, content.payFrom)
    case 'date':
      return content.incurredOn
    case 'purpose':
      return content.purpose || NONE
    case 'statement':
      return [statement.text, statement.voice === null ? '' : '（一段话）'].filter(Boolean).join(' ') || NONE
    case 'items':
      return items.map(({ name, quantity, amountFen }) => [name, quantity, formatYuan(amountFen)].filter(Boolean).join(' '))
        .join('；') || NONE
    case 'accountCode':
      return accountName(words.book, content.accountCode)
    case 'vouchers':
      return voucherWords(vouchers)
    case 'handler':
      return personName(words, content.handlerId)
    case 'witness':
      return personName(words, content.witnessId)
    case 'decision':
      return content.decisionId === null ? NONE : words.decisions.get(content.decisionId) ?? '一项决定'
  }
}

/** Which photo it is can't be said in words; by a bit of its digest two are told apart. */
function voucherWords(vouchers: ExpenseContent['vouchers']): string {
  if (vouchers.length === 0) return NONE
  const each = vouchers.map(({ kind, invoice, sha256 }) =>
    `${VOUCHER_KIND_NAMES[kind]} ${invoice === null ? sha256.slice(0, 6) : invoice.number}`)
  return `${vouchers.length} 张：${each.join('、')}`
}

function personName({ people }: Words, personId: string | null): string {
  return personId === null ? NONE : people.get(personId)?.name ?? '一个人'
}

export function accountName(book: Book | null, code: string): string {
  if (code === '') return NONE
  try {
    return book === null ? code : `${accountOf(book, code).name}（${code}）`
  } catch {
    return code
  }
}
