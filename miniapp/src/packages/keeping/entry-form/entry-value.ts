import type { CalendarDate, Fen } from '@huiying/shared/kernel'
import {
  BANK, CASH, creditsOf, debitsOf, type EntryBody, type KeeperAccount, type Line, type Side,
} from '@huiying/shared/ledger'
import type { EntryKind } from '@/features/ledger/keeping-ways'
import type { LocalFile } from '@/platform/local-file'
import { amountOf } from '../typed'

/** What the accountant is writing, as it lies on the phone: amounts as typed, photos not yet sent. Plain data. */
export interface EntryValue {
  readonly on: CalendarDate | ''
  readonly purpose: string
  readonly counterparty: string
  readonly contractId: string | null
  /** income, transfer */
  readonly amountText: string
  /** income: what it is for. */
  readonly account: string
  /** income, transfer: into which box or account. */
  readonly place: string
  readonly fromPlace: string
  /** manual, opening */
  readonly lines: readonly DraftLine[]
  readonly photos: readonly LocalFile[]
}

export interface DraftLine {
  readonly account: string
  readonly side: Side
  readonly amountText: string
}

export function newLine(side: Side): DraftLine {
  return { account: '', side, amountText: '' }
}

export const EMPTY_ENTRY: EntryValue = {
  on: '', purpose: '', counterparty: '', contractId: null, amountText: '', account: '', place: '', fromPlace: '',
  lines: [newLine('debit'), newLine('credit')], photos: [],
}

/** An opening begins with the money there is: most of what a village has to say. */
export function openingLines(places: readonly Pick<KeeperAccount, 'code'>[]): readonly DraftLine[] {
  return places.map(({ code }) => ({ account: code, side: 'debit', amountText: '' }))
}

/** The lines as the book takes them; rows left empty are none. */
export function linesOf(kind: EntryKind, value: EntryValue): readonly Line[] {
  const amountFen = amountOf(value.amountText) ?? 0
  if (kind === 'income') return pair(value.place, value.account, amountFen)
  if (kind === 'transfer') return pair(value.place, value.fromPlace, amountFen)
  return value.lines
    .filter((line) => !isEmptyLine(line))
    .map(({ account, side, amountText }) => ({ account, side, amountFen: amountOf(amountText) ?? 0 }))
}

function pair(debit: string, credit: string, amountFen: Fen): readonly Line[] {
  return [{ account: debit, side: 'debit', amountFen }, { account: credit, side: 'credit', amountFen }]
}

/** A row with an account alone still waits for its amount: in an opening it is simply none. */
function isEmptyLine({ amountText }: DraftLine): boolean {
  return (amountOf(amountText) ?? 1) === 0
}

export interface Sums {
  readonly debitFen: Fen
  readonly creditFen: Fen
  /** Debits less credits. */
  readonly differenceFen: Fen
}

/** `null` where an amount cannot be read. */
export function sumsOf(lines: readonly DraftLine[]): Sums | null {
  const read = lines.map(({ account, side, amountText }) => ({ account, side, amountFen: amountOf(amountText) }))
  if (read.some(({ amountFen }) => amountFen === null)) return null
  const known = read.map((line) => ({ ...line, amountFen: line.amountFen ?? 0 }))
  const [debitFen, creditFen] = [debitsOf(known), creditsOf(known)]
  return { debitFen, creditFen, differenceFen: debitFen - creditFen }
}

/** What the phone itself finds missing, in the order of the form; `null`: it can be sent. */
export function entryFault(kind: EntryKind, value: EntryValue): string | null {
  if (kind === 'income' || kind === 'transfer') {
    const amountFen = amountOf(value.amountText)
    if (amountFen === null || amountFen === 0) return '请写多少钱'
    if (kind === 'income' && value.account === '') return '请选这笔钱是什么收入'
    if (kind === 'transfer' && value.fromPlace === '') return '请选从哪里出'
    if (value.place === '') return kind === 'income' ? '请选钱进了哪里' : '请选进了哪里'
    if (kind === 'transfer' && value.place === value.fromPlace) return '从哪里出、进了哪里不能是同一个'
  } else {
    const written = value.lines.filter((line) => !isEmptyLine(line))
    if (sumsOf(value.lines) === null) return '有个金额没看懂，请写成 1280 或 1280.50'
    if (written.some(({ account }) => account === '')) return '有一行还没选科目'
  }
  if (kind !== 'opening' && kind !== 'transfer' && value.purpose.trim() === '') return '请写做什么用的，村民看了才明白'
  return null
}

/** What a transfer is for where nothing was written. */
export function transferWords({ fromPlace, place }: Pick<EntryValue, 'fromPlace' | 'place'>): string {
  if (fromPlace.startsWith(BANK) && place.startsWith(CASH)) return '备用金'
  if (fromPlace.startsWith(CASH) && place.startsWith(BANK)) return '收的现金'
  return '账户划转'
}

/** @param day stands in for a day that nobody has picked */
export function entryBody(
  kind: EntryKind, value: EntryValue, photoIds: readonly string[], day: CalendarDate,
): EntryBody {
  const { purpose, counterparty, contractId, on } = value
  const words = purpose.trim()
  return {
    on: on === '' ? day : on,
    purpose: words === '' && kind === 'transfer' ? transferWords(value) : words,
    ...(counterparty.trim() === '' ? {} : { counterparty: counterparty.trim() }),
    lines: linesOf(kind, value),
    ...(photoIds.length === 0 ? {} : { photoIds }),
    ...(kind === 'income' && contractId !== null ? { contractId } : {}),
  }
}
