import {
  asOther, currentRevision, hintsFor, invoiceKey, whoWillSign,
  type AlikePicture, type ExpenseRequest, type Hint, type HintGround, type HintView, type SigningGround,
  type VoucherInUse,
} from '@huiying/shared/expenses'
import { alikeDistance } from '@huiying/shared/files'
import type { Viewer } from '@huiying/shared/identity'
import { DAY_MS, type EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { expensesBy } from './expenses-by'
import { storedFiles } from './stored-files.board'
import { overseesExpenses } from './who-reads'

/** How far back usual amounts and alike pictures are looked for. */
const LOOK_BACK_MS = 2 * 366 * DAY_MS
const APPROVED = "('approved', 'paid', 'posted', 'published')"

/** What signers are told to look at, as long as somebody signs. */
export async function hintsOf(
  reads: Reads,
  viewer: Viewer,
  request: ExpenseRequest,
  ground: SigningGround,
  now: EpochMs,
): Promise<readonly HintView[]> {
  if (request.status !== 'draft' && request.status !== 'signing') return []
  const hints = hintsFor(request, await hintGround(reads, viewer, request, ground, now))
  const others = [...new Set(hints.flatMap(idsIn))]
  const found = others.length === 0
    ? []
    : await expensesBy(reads, `e.id IN (${placeholders(others.length)}) ORDER BY e.id`, others)
  const open = found.filter((one) => overseesExpenses(viewer, one))
  return hints.map((hint) => ({
    ...withIdsOf(hint, open),
    links: open.filter(({ id }) => idsIn(hint).includes(id))
      .map((one) => ({ expenseId: one.id, purpose: currentRevision(one).content.purpose })),
  }))
}

/** Handler and witness may be residents: of papers that are not theirs to open they learn only that they are. */
function withIdsOf(hint: Hint, open: readonly ExpenseRequest[]): Hint {
  if (hint.kind !== 'attachment-elsewhere' && hint.kind !== 'picture-alike') return hint
  return { ...hint, expenseIds: hint.expenseIds.filter((id) => open.some((one) => one.id === id)) }
}

function idsIn(hint: Hint): readonly string[] {
  return hint.kind === 'attachment-elsewhere' || hint.kind === 'picture-alike' ? hint.expenseIds : []
}

async function hintGround(
  reads: Reads,
  viewer: Viewer,
  request: ExpenseRequest,
  ground: SigningGround,
  now: EpochMs,
): Promise<HintGround> {
  const { id, villageId, subDistrictId } = request
  const { payee } = currentRevision(request).content
  const signers = [...new Set(whoWillSign(request, ground, now).flatMap(({ personIds }) => personIds))]
  const [approved, sameAccount, vouchers, alike, tags] = await Promise.all([
    expensesBy(
      reads, `e.village_id = ? AND e.status IN ${APPROVED} AND e.created_at >= ? AND e.id <> ? ORDER BY e.id`,
      [villageId, now - LOOK_BACK_MS, id],
    ),
    payee.account === null
      ? []
      : expensesBy(
          reads, 'e.payee_key = ? AND e.sub_district_id = ? AND e.id <> ? ORDER BY e.id',
          [payee.account.key, subDistrictId, id],
        ),
    sameVouchers(reads, request),
    alikePictures(reads, request, now),
    personTags(reads, signers, now, villageId),
  ])
  return {
    approved: approved.map(asOther),
    sameAccount: sameAccount.map((other) => ({
      ...asOther(other), isOpen: other.villageId === villageId || overseesExpenses(viewer, other),
    })),
    vouchers, alike,
    signers: signers.map((personId) => ({ personId, name: tags.get(personId)?.name ?? '' })),
  }
}

interface VoucherRow {
  readonly expense_id: string
  readonly village_id: string
  readonly sha256: string
  readonly invoice_code: string | null
  readonly invoice_number: string | null
}

/** Of what was ever submitted, given up or not: a bill that was refused there is worth a look here. */
async function sameVouchers(reads: Reads, request: ExpenseRequest): Promise<readonly VoucherInUse[]> {
  const { vouchers } = currentRevision(request).content
  if (vouchers.length === 0) return []
  const digests = vouchers.map(({ sha256 }) => sha256)
  const keys = vouchers.flatMap(({ invoice }) => invoice === null ? [] : [invoiceKey(invoice)])
  const byKey = keys.length === 0 ? '' : ` OR invoice_key IN (${placeholders(keys.length)})`
  const rows = await reads.query<VoucherRow>(
    `SELECT expense_id, village_id, sha256, invoice_code, invoice_number FROM expense_vouchers
     WHERE sub_district_id = ? AND expense_id <> ? AND (sha256 IN (${placeholders(digests.length)})${byKey})
     ORDER BY expense_id, file_id`,
    [request.subDistrictId, request.id, ...digests, ...keys],
  )
  return rows.map((row) => ({
    expenseId: row.expense_id, villageId: row.village_id, isLive: false, sha256: row.sha256,
    invoice: row.invoice_number === null ? null : { code: row.invoice_code, number: row.invoice_number },
  }))
}

/** Measured here, judged by the rule. Equal bytes are told as such already. */
async function alikePictures(reads: Reads, request: ExpenseRequest, now: EpochMs): Promise<readonly AlikePicture[]> {
  const { vouchers } = currentRevision(request).content
  const files = [...(await storedFiles(reads, vouchers.map(({ fileId }) => fileId))).values()]
  const mine = files.flatMap(({ id, alikeHash }) => alikeHash === null ? [] : [{ id, alikeHash }])
  if (mine.length === 0) return []
  const rows = await reads.query<{ readonly expense_id: string; readonly alike_hash: string; readonly sha256: string }>(
    `SELECT expense_id, alike_hash, sha256 FROM expense_vouchers
     WHERE sub_district_id = ? AND added_at >= ? AND expense_id <> ? AND alike_hash IS NOT NULL`,
    [request.subDistrictId, now - LOOK_BACK_MS, request.id],
  )
  const digests = new Set(vouchers.map(({ sha256 }) => sha256))
  return mine.flatMap(({ id, alikeHash }) => rows
    .filter((row) => !digests.has(row.sha256))
    .map((row) => ({ fileId: id, expenseId: row.expense_id, distanceBits: alikeDistance(alikeHash, row.alike_hash) }))
    .filter(({ distanceBits }) => distanceBits <= request.terms.alikeBits))
}
